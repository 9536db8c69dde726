"""How a message quotes a value that an author wrote."""

from __future__ import annotations

#: Characters of a value that a message shows.
SHOWN = 60


def shown(text: str) -> str:
    """Quote a value on one line, shortened to what a message can hold."""
    return repr(text if len(text) <= SHOWN else text[: SHOWN - 1] + "…")
