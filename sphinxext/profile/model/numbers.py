"""Numbers that authors write, such as how many entries a list shows."""

from __future__ import annotations

#: The most digits that are read; Python itself refuses a number of thousands of them.
MOST_DIGITS = 9


def whole_number(text: str) -> int:
    """Read a whole number above 0, in the digits of any script.

    Raises:
        ValueError: It is no such number, or has more than :data:`MOST_DIGITS` digits.

    """
    digits = text.strip()
    if not digits.isdecimal() or len(digits) > MOST_DIGITS or int(digits) < 1:
        raise ValueError("not a whole number above 0")
    return int(digits)
