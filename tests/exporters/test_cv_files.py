"""The files that CVs are offered as: made, kept and taken away with their pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import Lab

pytest.importorskip("typst")

LAB = {
    "index.md": """\
        # Lab

        :::{profile} Jane Doe
        :id: jane-doe
        :role: Professor
        :::

        :::{profile} Rita Roe
        :id: rita-roe
        :role: Reader
        :::

        :::{cv}
        :person: jane-doe
        :downloads: pdf
        :::
        """,
}


def test_build_makes_the_file_and_its_button(lab: Callable[..., Lab]) -> None:
    build = lab(LAB).build().assert_clean()
    (button,) = build.soup().select("a.profile-download")
    assert (build.outdir / button["href"]).read_bytes().startswith(b"%PDF")


def test_edit_of_somebody_else_makes_nothing(lab: Callable[..., Lab]) -> None:
    made = lab(LAB)
    build = made.build()
    before = (build.outdir / "jane-doe-cv.pdf").stat().st_mtime_ns
    memory = Path(build.app.doctreedir) / "profile-cv"  # type: ignore[union-attr]
    kept = {path.name: path.stat().st_mtime_ns for path in memory.iterdir()}
    assert kept
    made.write({"index.md": LAB["index.md"].replace("Reader", "Lecturer")}).build()
    assert {path.name: path.stat().st_mtime_ns for path in memory.iterdir()} == kept
    assert (build.outdir / "jane-doe-cv.pdf").stat().st_mtime_ns == before
    made.write({"index.md": LAB["index.md"].replace("Professor", "Lecturer")}).build()
    assert {path.name for path in memory.iterdir()}.isdisjoint(kept)


def test_without_typst_there_is_one_note_and_no_button(
    lab: Callable[..., Lab], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = lab(LAB)
    made.build()
    monkeypatch.setattr("sphinxext.profile.exporters.cv_files.typst_version", lambda: "")
    build = made.build().assert_clean()
    assert build.status.count("sphinxext-profile[pdf]") == 1
    # The page that showed the button is written again without it.
    assert not build.soup().select("a.profile-download")
    assert "jane-doe-cv.pdf" not in build.written


def test_template_outside_the_site_is_refused(lab: Callable[..., Lab]) -> None:
    found = lab(LAB, profile_cv_template="../cv.typ").build().warning_lines
    assert len(found) == 1
    assert "profile_cv_template = '../cv.typ'" in found[0]


def test_fault_of_a_template_leaves_no_button(lab: Callable[..., Lab]) -> None:
    build = lab({**LAB, "cv.typ": "#oops()"}, profile_cv_template="cv.typ").build()
    assert len(build.warning_lines) == 1
    assert "could not be made as PDF: unknown variable: oops (cv.typ:1:1)" in build.warnings
    assert "[profile.output]" in build.warnings
    assert not build.soup().select("a.profile-download")
