"""What would take gigabytes of memory on a card is left out or cut."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sphinxext.profile.exporters import typesetting
from sphinxext.profile.exporters.card_drawing import Drawer
from sphinxext.profile.exporters.social_cards import LONGEST
from tests.exporters.linked_lab import BARE, cards
from tests.support import Lab
from tests.support.edits import PIXEL


def test_a_picture_that_fills_the_memory_is_not_drawn(
    lab: Callable[..., Lab], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typesetting, "MOST_PIXELS", 0)
    page = "# Ada\n\n:::{profile} Ada\n:id: ada\n:image: a.png\n:alt: A\n:::\n"
    files = {"index.md": "# L\n\n```{toctree}\na\n```\n", "a.md": page, "a.png": PIXEL}
    build = lab(files, **BARE).build()
    (warning,) = build.warning_lines
    assert warning.startswith("a.md:5: WARNING: a social card: the picture has 1 × 1 pixels")
    assert len(cards(build)) == 2


def test_a_card_shows_the_beginning_of_endless_words(
    lab: Callable[..., Lab], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Typst takes gigabytes for a title of a megabyte."""
    asked: list[str] = []

    def draw(_drawer: object, cards: list[dict[str, Any]]) -> list[bytes]:
        asked.extend(words for card in cards for words in (card["title"], *card["lines"]))
        return [b""] * len(cards)

    monkeypatch.setattr(Drawer, "draw", draw)
    words = "word " * 1000
    page = f"# Ada\n\n:::{{profile}} {words}\n:id: ada\n:role: {words}\n:::\n"
    lab({"index.md": "# L\n\n```{toctree}\nada\n```\n", "ada.md": page}, **BARE).build()
    assert len([words for words in asked if words.startswith("word word")]) == 2
    assert max(map(len, asked)) <= LONGEST
