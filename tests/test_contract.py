"""The blocks that authors are promised build as they stand, in both markups and every builder."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support import BUILDERS, WORDY_BUILDERS, Lab
from tests.support.contract import FOLDER, MARKUPS, NAMES, WORDS, contract_lab
from tests.support.doctree import same_document


def test_there_are_blocks() -> None:
    for name in NAMES:
        assert all((FOLDER / f"{name}.{markup}").stat().st_size > 20 for markup in MARKUPS)


@pytest.mark.builders
@pytest.mark.parametrize("markup", MARKUPS)
@pytest.mark.parametrize("builder", BUILDERS)
def test_builder(lab: Callable[..., Lab], builder: str, markup: str) -> None:
    build = contract_lab(lab, markup).build(builder)
    build.assert_clean()
    if builder in WORDY_BUILDERS:
        build.assert_holds(*WORDS)


def test_both_markups_make_the_same_document(shared_lab: Callable[..., Lab]) -> None:
    markdown, restructured = (contract_lab(shared_lab, markup).build() for markup in MARKUPS)
    for name in NAMES:
        same_document(markdown, restructured, name)
