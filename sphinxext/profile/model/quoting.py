"""How a message quotes a value that an author wrote."""

from __future__ import annotations

#: Characters of a value that a message shows.
SHOWN = 60

#: Code points that turn the order in which the characters around them are shown (UAX #9, 2.1-2.6).
BIDI_CONTROLS = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))


def shown(text: str) -> str:
    """Quote a value on one line, shortened to what a message can hold."""
    return repr(text if len(text) <= SHOWN else text[: SHOWN - 1] + "…")
