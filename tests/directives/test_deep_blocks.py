"""Blocks in blocks in blocks: Python's stack doesn't end, and no word is lost."""

from __future__ import annotations

from collections.abc import Callable

from sphinxext.profile.directives.content import DEEPEST
from tests.support import Lab

BLOCK = ":::{{news}} A prize {}\n:date: 2024-02-03\n\n"


def nested(depth: int) -> str:
    return "# Page\n\n" + "".join(map(BLOCK.format, range(depth))) + "The end.\n"


def test_what_stands_too_deep_stays_words(lab: Callable[..., Lab]) -> None:
    built = lab({"index.md": nested(100)}).build()
    [told] = [line for line in built.warning_lines if "stand in one another" in line]
    assert told.endswith("[profile.structure]")
    assert "A prize 99" in built.text()
    assert "The end." in built.text()


def test_what_stands_less_deep_is_parsed(lab: Callable[..., Lab]) -> None:
    built = lab({"index.md": nested(DEEPEST)}).build().assert_clean()
    assert len(built.soup().select("article")) == DEEPEST
