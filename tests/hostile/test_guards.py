"""Guards, each taken out once: the cases that it stands for must fail then.

A case that passes without its guard would show nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.cases import cases, make_lab
from tests.hostile.conftest import built
from tests.hostile.harmless import faults
from tests.support import Build, Lab

#: What is taken out, what is put in its place, and a case: how it is put, and words of its value.
GUARDS = [
    ("sphinxext.profile.sources.values.safe_url", lambda url: url, "field projects", ""),
    ("sphinxext.profile.sources.bibtex_fields.safe_url", lambda url: url, "bib url", "script:"),
    ("sphinxext.profile.sources.markdown.harmless", lambda text, _: text, "field", "\\input"),
    ("sphinxext.profile.writers.index_pages._escape_headings", lambda *_: None, "", "<"),
]


def build(root: Path, put: str, words: str, builder: str) -> Build:
    found = [
        case
        for case in cases()
        if " ".join(case.put).startswith(put)
        and words in str(case.value)
        and case.put[0] != "setting"
    ]
    assert found
    return built(make_lab(root, found), builder)


@pytest.mark.parametrize(("guard", "instead", "put", "words"), GUARDS)
def test_without_a_guard_its_cases_fail(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    guard: str,
    instead: Callable[..., Any],
    put: str,
    words: str,
) -> None:
    builder = "latex" if "\\" in words else "html"
    assert list(faults(build(tmp_path / "with", put, words, builder))) == []
    monkeypatch.setattr(guard, instead)
    assert list(faults(build(tmp_path / "without", put, words, builder)))


def test_without_a_limit_deep_blocks_stop_the_build(
    lab: Callable[..., Lab], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sphinxext.profile.directives.base.too_deep", lambda _directive: False)
    block = ":::{{news}} A prize {}\n:date: 2024-02-03\n\n"
    page = "# Page\n\n" + "".join(map(block.format, range(100)))
    with pytest.raises(RecursionError):
        lab({"index.md": page}).build()
