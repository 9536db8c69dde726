"""How many pieces a value may have: far more than anybody wrote.

Each paragraph, each marked run of words and each part of a list becomes nodes, which Sphinx's
transforms visit dozens of times: a megabyte of ``$x$``, or of people, would take minutes.
"""

from __future__ import annotations

from collections.abc import Callable

from ..model.richtext import Block, RichText, Span, to_markdown

#: Paragraphs, list items and runs of words that are marked alike; more are shown as they are typed.
MOST_PIECES = 5_000

#: Lines of Markdown that are read; reading 100,000 takes two seconds.
MOST_LINES = 20_000

#: Parts of a list: papers with five thousand authors are known.
MOST_PARTS = 10_000

#: Pixels of a picture that is drawn anew: a good camera's.  A file of 20 kB may hold a gigabyte.
MOST_PIXELS = 60_000_000


def too_many(parts: int) -> str:
    """Say that a list has too many parts, or return ``""``."""
    return f"it has {parts} parts; at most {MOST_PARTS} are read" if parts > MOST_PARTS else ""


def bounded(text: RichText, refuse: Callable[[str], None]) -> RichText:
    """Return a text, or its words in one paragraph where it has too many pieces.

    ``refuse`` is told of that.
    """
    pieces = sum(1 + len(block.spans) for block in text)
    if pieces <= MOST_PIECES:
        return text
    refuse(
        f"the text has {pieces} paragraphs and marked words; "
        f"with more than {MOST_PIECES} it is shown without them"
    )
    return (Block("paragraph", (Span(" ".join(to_markdown(text).split())),)),)
