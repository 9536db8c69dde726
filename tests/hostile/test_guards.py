"""Guards, each of which is needed: a case that passes without its guard would show nothing.

`nox -s guards` takes out all of them, which needs minutes; here it is a few, and the table.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.hostile.cases import cases
from tests.hostile.guards import PACKAGE, PART, Copy, Guard, guards, harmless, table
from tests.hostile.page import PAGE, written
from tests.support.lab import ROOT

#: One that keeps scripts away, one that keeps a build from crashing, one that is shown by a test.
TAKEN_OUT = ("headings of indices", "deep braces", "lines of RIS")


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    return Copy(tmp_path_factory.mktemp("package"))


@pytest.mark.parametrize("against", TAKEN_OUT)
def test_without_a_guard_its_cases_fail(package: Copy, against: str) -> None:
    (guard,) = [guard for guard in guards() if guard.against == against]
    assert list(package.silent(guard)) == []


def test_what_guards_nothing_is_found_out(package: Copy) -> None:
    edit = ("writers/index_pages.py", "escape(head)", "escape(str(head))")
    guard = Guard("nothing", (edit,), ("markup-in-a-tag",), ("tests/model/test_numbers.py",))
    assert list(package.silent(guard)) == [*guard.cases, *guard.tests]


@pytest.mark.parametrize("guard", guards(), ids=lambda guard: guard.against)
def test_a_guard_stands_where_the_table_says(guard: Guard) -> None:
    assert guard.slugs or guard.tests
    for where, take, put in guard.edits:
        assert (ROOT / PACKAGE / where).read_text("utf-8").count(take) == 1
        assert take != put
    for test in guard.tests:
        path, _, name = test.partition("::")
        assert not name or f"def {name}(" in (ROOT / path).read_text("utf-8")


def test_every_case_has_a_guard_or_a_reason() -> None:
    guarded = {slug for guard in guards() for slug in guard.slugs}
    assert {case.slug for case in cases()} == guarded | harmless().keys()
    assert not guarded & harmless().keys()


def test_every_pattern_names_a_case() -> None:
    for guard in guards():
        for form in guard.cases:
            assert Guard("", (), (form,)).slugs, form


def test_every_guard_of_the_page_is_tried() -> None:
    part = PAGE.read_text("utf-8").partition("## Where the guards stand")[2].partition("\n## ")[0]
    named = {Path(name) for name in re.findall(r"`([\w/]+\.py)`", part)}
    assert len(named) > 20
    assert named <= {Path(where) for guard in guards() for where, _, _ in guard.edits}


def test_the_page_shows_the_table() -> None:
    assert written(PART) == f"{table()}\n"
