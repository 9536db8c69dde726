"""Read one date as people write it, into plain fields.

What the fields mean, and whether such a day exists, is :mod:`.dates`' business.
Every pattern is matched whole against a short text, so that no input takes long.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .date_words import CODED_SEASONS, MONTHS, SEASONS, DateError, clean, no_date
from .quoting import shown


class Fields(NamedTuple):
    """What one end of a range states; ``None`` or ``""`` where it says nothing.

    ``number`` is a lone number of one or two digits, whose meaning the other end gives.
    ``numeric`` tells that the month was written as a number.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: str = ""
    number: int | None = None
    numeric: bool = False


_Y, _M, _D = r"(?P<y>\d{4})", r"(?P<m>\d{1,2})", r"(?P<d>\d{1,2})"
_NAME = r"(?P<name>[^\W\d_]+)\.?"
_DAY = rf"(?:the )?{_D}(?:st|nd|rd|th|\.)?"
_TIME = r"[t ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?: ?(?:z|utc|[-+]\d\d:?\d\d))?"

_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        _Y,
        rf"{_Y}(?P<s>[-/]){_M}(?:(?P=s){_D})?",
        rf"{_Y} ?\. ?{_M}(?: ?\. ?{_D})?",
        rf"{_Y}–{_M}–{_D}",
        rf"{_Y}-{_M}-{_D}{_TIME}",
        r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)",
        rf"{_Y} ?(?:년도?|年)",
        rf"{_Y} ?(?:년|年)? ?{_M} ?[월月](?: ?{_D} ?[일日])?",
        rf"{_M}[-./]{_Y}",
        rf"{_NAME}(?: of |[-/, ]| ?, ?)?{_Y}",
        rf"{_Y} ?(?:년|年)?[-/,]? ?{_NAME}",
        rf"{_NAME} ?{_DAY}(?: ?, ?| ){_Y}",
        rf"{_DAY}(?: of |[-/ ])?{_NAME}(?: ?, ?|[-/ ])?{_Y}",
        rf"{_Y}(?: ?, ?|[-/ ]){_NAME}[-/ ]{_DAY}",
    )
)
_PARTS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<n>\d{1,2})",
        _NAME,
        rf"{_NAME} ?{_DAY}",
        rf"{_DAY}(?: of |[-/ ])?{_NAME}",
        rf"{_M} ?[월月](?: ?{_D} ?[일日])?",
        rf"{_D} ?[일日]",
        rf"{_M}[-./] ?{_D}",
        rf"{_DAY}(?: ?, ?| ){_Y}",
        rf"{_Y} ?[년年] ?{_M}",
    )
)
_EITHER_ORDER = re.compile(r"(?P<a>\d{1,2})(?P<s>[-./])(?P<b>\d{1,2})(?P=s)(?P<y>\d{4})")


def _named(found: dict[str, str | None]) -> Fields | None:
    """Turn a match into fields; ``None`` where a word is neither month nor season."""
    year, month, day, number = (
        int(value) if (value := found.get(key)) else None for key in ("y", "m", "d", "n")
    )
    name = found.get("name")
    if name is None and month in CODED_SEASONS and day is None and found.get("s") == "-":
        return Fields(year, season=CODED_SEASONS[month])
    if name is None:
        return Fields(year, month, day, number=number, numeric=month is not None)
    if name in MONTHS:
        return Fields(year, MONTHS[name], day)
    if name in SEASONS and day is None:
        return Fields(year, season=SEASONS[name])
    return None


def _either_order(text: str) -> Fields | None:
    """Read ``15/08/2024``, where only one order of day and month is possible."""
    match = _EITHER_ORDER.fullmatch(text)
    if not match:
        return None
    first, second, year = (int(match[key]) for key in ("a", "b", "y"))
    if first != second and first <= 12 and second <= 12:
        raise DateError(
            f"{shown(text)} may have the day or the month first; "
            f"write {year:04}-{first:02}-{second:02} or {year:04}-{second:02}-{first:02}"
        )
    day, month = (first, second) if first > 12 or first == second else (second, first)
    return Fields(year, month, day, numeric=True)


def fields_of(text: str, *, part: bool) -> Fields | None:
    """Read one clean date, or with ``part`` also what only the other end completes."""
    text = text.strip(" ,;:")
    if text.endswith(".") and not text.endswith(".."):
        text = text[:-1].rstrip()
    for pattern in _DATES + _PARTS if part else _DATES:
        if (match := pattern.fullmatch(text)) and (fields := _named(match.groupdict())):
            return fields
    return _either_order(text)


def read_date(text: str) -> Fields:
    """Read one date.

    Raises:
        DateError: The text is no date of the known forms.

    """
    cleaned = clean(text)
    if tight := re.fullmatch(r"(\d{4})–(\d\d?)", cleaned):
        cleaned = f"{tight[1]}-{tight[2]}"
    fields = fields_of(cleaned, part=False)
    if fields is None:
        raise no_date(text)
    return fields
