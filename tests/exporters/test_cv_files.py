"""The files that CVs are offered as: made, kept and taken away with their pages."""

from __future__ import annotations

import base64
import json
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


#: A picture of one grey point.
POINT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
)


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
    monkeypatch.setattr("sphinxext.profile.exporters.cv_maker.typst_version", lambda: "")
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


def test_picture_is_shown_and_named_where_it_is(lab: Callable[..., Lab]) -> None:
    page = LAB["index.md"].replace(":role: Professor", ":image: jane.png\n        :alt: Jane")
    page = page.replace(
        ":downloads: pdf", ":downloads: pdf, json-resume, rendercv, vcard\n        :photo:"
    )
    made = lab({"index.md": page, "jane.png": POINT}, html_baseurl="https://example.org/lab/")
    build = made.build().assert_clean()
    url = json.loads(build.read("jane-doe-resume.json"))["basics"]["image"]
    assert url.startswith("https://example.org/lab/_images/")
    assert (build.outdir / url.removeprefix("https://example.org/lab/")).is_file()
    assert f"photo: {url}" in build.read("jane-doe-rendercv.yaml")
    assert f"PHOTO:{url}" in build.read("jane-doe.vcf")
    assert build.soup().select_one(".profile-cv img[alt='Jane']")
    assert b"/Image" in (build.outdir / "jane-doe-cv.pdf").read_bytes()


def test_two_cvs_of_one_name_have_two_files(lab: Callable[..., Lab]) -> None:
    more = "\n        :::{cv}\n        :person: jane-doe\n        :design: modern\n        :::\n"
    build = lab({"index.md": LAB["index.md"] + more}).build().assert_clean()
    names = [str(a["href"]) for a in build.soup().select("a.profile-download[href$=pdf]")]
    assert names == ["jane-doe-cv.pdf", "jane-doe-cv-2.pdf"]
    first, second = ((build.outdir / name).read_bytes() for name in names)
    assert first != second


def test_script_without_a_font_is_told_once(lab: Callable[..., Lab]) -> None:
    page = LAB["index.md"].replace("Professor", "Professor ꧋ꦗꦮ")
    build = lab({"index.md": page}).build()
    found = [line for line in build.warning_lines if "[profile.font]" in line]
    if not found:
        pytest.skip("a font of this machine has Javanese letters")
    assert len(found) == len(build.warning_lines) == 1
    assert "no font on this machine has the script Javanese" in found[0]
    assert build.soup().select("a.profile-download")
