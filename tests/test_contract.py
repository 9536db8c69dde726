"""The blocks that authors are promised build as they stand, in both markups and every builder."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support import BUILDERS, WORDY_BUILDERS, Lab
from tests.support.contract import FOLDER, MARKUPS, NAMES, WORDS, contract_lab
from tests.support.doctree import same_document

#: The placeholder that stands for an ORCID is none, which the author is told.
PLACEHOLDER = "'0000-0000-0000-0000' is not an ORCID iD"


def test_there_are_blocks() -> None:
    for name in NAMES:
        assert all((FOLDER / f"{name}.{markup}").stat().st_size > 20 for markup in MARKUPS)


@pytest.mark.builders
@pytest.mark.parametrize("markup", MARKUPS)
@pytest.mark.parametrize("builder", BUILDERS)
def test_builder(lab: Callable[..., Lab], builder: str, markup: str) -> None:
    build = contract_lab(lab, markup, suppress_warnings=["profile.identifier"]).build(builder)
    build.assert_clean()
    if builder in WORDY_BUILDERS:
        build.assert_holds(*WORDS)


@pytest.mark.parametrize("markup", MARKUPS)
def test_one_warning_for_the_placeholder(lab: Callable[..., Lab], markup: str) -> None:
    build = contract_lab(lab, markup).build()
    line = {"md": 10, "rst": 11}[markup]
    [warning] = build.warning_lines
    assert warning.startswith(f"profile.{markup}:{line}: WARNING: orcid: {PLACEHOLDER}")
    assert warning.endswith("[profile.identifier]")


def test_both_markups_make_the_same_document(shared_lab: Callable[..., Lab]) -> None:
    markdown, restructured = (contract_lab(shared_lab, markup).build() for markup in MARKUPS)
    for name in NAMES:
        same_document(markdown, restructured, name)
