"""What Typst would set for minutes, in gigabytes of memory, is refused before it is asked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sphinxext.profile.exporters import cv_pdf, typesetting
from sphinxext.profile.exporters.cv_pdf import PdfError, Typesetter
from tests.support.cv import JANE, cv_of, event
from tests.support.edits import PIXEL


@pytest.fixture
def typesetter(tmp_path: Path) -> Typesetter:
    return Typesetter(root=tmp_path, memory=tmp_path / "memory")


def test_an_endless_name(typesetter: Typesetter) -> None:
    person = replace(JANE, name="x" * 20_001)
    with pytest.raises(PdfError, match=r"a value of \d+ characters"):
        typesetter.pdf(cv_of(person=person), design="classic", page="a4")


def test_endless_values(typesetter: Typesetter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cv_pdf, "LARGEST", 1000)
    events = [event("work", f"Post {number}", "2020") for number in range(20)]
    with pytest.raises(PdfError, match="allowed: 1000"):
        typesetter.pdf(cv_of(*events), design="classic", page="a4")


def test_photo_that_fills_the_memory_is_left_out(
    typesetter: Typesetter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typesetting, "MOST_PIXELS", 0)
    (tmp_path / "jane.png").write_bytes(PIXEL)
    found = cv_of(person=JANE, photo=True)
    made = typesetter.pdf(found, design="classic", page="a4", photo="jane.png")
    words = "jane.png: the picture has 1 × 1 pixels; at most 0 are drawn"
    assert made.faults == (("output", words),)
    assert made.content.startswith(b"%PDF")
