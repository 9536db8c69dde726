"""Whatever stands in a site: the build ends, says what is wrong, and writes nothing that hurts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.hostile.cases import Case, cases, make_lab, of_settings, on_pages
from tests.hostile.conftest import BUILDERS, Builds, Watch, built
from tests.hostile.harmless import faults
from tests.support import Build, squash


def named(case: Case) -> str:
    return case.slug


def warnings_of(build: Build, case: Case) -> list[str]:
    place = "conf.py" if case.put[0] == "setting" else f"{case.slug}."
    return [line for line in build.warning_lines if line.startswith(place)]


def assert_told(build: Build, case: Case) -> None:
    """Fail unless the case's own fault, and no other, is told at its own file and line."""
    told = warnings_of(build, case)
    if not case.warns:
        assert told == []
        return
    assert any(line.endswith(f"[profile.{case.warns}]") and case.says in line for line in told), (
        told
    )
    assert all(re.match(r"\S+\.\w+:\d+(?::\d+)?: WARNING: ", line) for line in told), told
    assert all(len(line) < 1300 for line in told)


def test_there_are_many_cases() -> None:
    assert len(cases()) >= 150
    assert len({case.slug for case in cases()}) == len(cases())
    assert [case.name for case in cases() if not (case.warns or case.shows)] == []


@pytest.mark.parametrize("builder", BUILDERS)
def test_nothing_that_hurts_is_written(hostile: Builds, builder: str) -> None:
    build, _ = hostile(builder)
    assert list(faults(build)) == []
    assert build.returncode == 0


@pytest.mark.parametrize("builder", BUILDERS)
def test_nothing_outside_is_read_or_written(hostile: Builds, builder: str) -> None:
    assert hostile(builder)[1] == []


@pytest.mark.parametrize("builder", BUILDERS)
def test_every_warning_is_of_a_case(hostile: Builds, builder: str) -> None:
    """A warning without file and line, or of a page that has no fault, would be a riddle."""
    build, _ = hostile(builder)
    known = {line for case in on_pages() for line in warnings_of(build, case)}
    assert [line for line in build.warning_lines if line not in known] == []


@pytest.mark.parametrize("case", on_pages(), ids=named)
def test_what_is_wrong_is_told(hostile: Builds, case: Case) -> None:
    assert_told(hostile("html")[0], case)


@pytest.mark.parametrize("case", [case for case in on_pages() if case.shows], ids=named)
@pytest.mark.parametrize("builder", ["html", "text"])
def test_words_stay(hostile: Builds, case: Case, builder: str) -> None:
    """Compared without signs in plain text, which writes some its own way, exactly in HTML."""
    build, _ = hostile(builder)
    names = (case.slug, "everything")
    if builder == "html":
        assert any(" ".join(case.shows.split()) in build.text(name) for name in names)
    else:
        texts = [(build.outdir / f"{name}.txt").read_text("utf-8") for name in names]
        assert any(squash(case.shows) in squash(text) for text in texts)


@pytest.mark.parametrize("case", [case for case in on_pages() if case.bdi], ids=named)
def test_a_name_does_not_turn_the_line(hostile: Builds, case: Case) -> None:
    found = hostile("html")[0].soup(case.slug).find_all(string=re.compile("\u202e"))
    shown = [text for text in found if text.find_parent(["body"]) and not text.find_parent("pre")]
    # Where a name stands within a line; a heading is a line by itself.
    assert any(text.find_parent("bdi") for text in shown)
    for text in shown:
        assert text.find_parent(["bdi", "title", "h1", "h2", "h3", "h4"]) is not None, text.parent


@pytest.mark.parametrize("case", of_settings(), ids=named)
def test_settings(tmp_path: Path, case: Case, watch: Watch) -> None:
    lab = make_lab(tmp_path, [case])
    for builder in BUILDERS:
        with watch.outside(tmp_path) as outside:
            build = built(lab, builder)
        assert outside == []
        assert list(faults(build)) == []
        # Only a web site offers PDFs.
        if builder == "html" or not case.put[1].startswith("profile_cv_"):
            assert_told(build, case)
        if case.shows and builder == "html":
            assert case.shows in build.text("everything")
