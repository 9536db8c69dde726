"""Read a range of dates as people write it, into the plain fields of its two ends."""

from __future__ import annotations

import re
from typing import NamedTuple

from .date_parsing import Fields, fields_of
from .date_words import LONGEST, OPEN, DateError, clean, no_date
from .quoting import shown


class RangeFields(NamedTuple):
    """Both ends of a range; an end is ``None`` where it is open or not stated."""

    start: Fields | None
    end: Fields | None
    running: bool = False


# What parts a range, the surest sign first; each is tried at all its places.
_PARTINGS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:^| )(?:up to|to|until|till|til|through|thru)(?: |$)",
        r" ?(?:부터|から) ?[-–~]? ?",
        r" ?~+ ?",
        r"(?: |^)[-–](?: |$)",
        r" ?– ?",
        r" ?/ ?",
        r" ?至 ?",
        r"(?<!\.) ?\.{2,3} ?(?!\.)",
        r" ?- ?",
    )
)
_SINCE = re.compile(r"(?:since|from|starting|beginning|as of) (?:in )?(?P<rest>.+)")
_ONWARDS = re.compile(r"(?P<rest>.+?),? ?(?: and onwards?| onwards?| 이후| 이래|이후|이래)")
_UNTIL = ("까지", "まで")
_BETWEEN = re.compile(r"between (?P<a>.+) and (?P<b>.+)")
_SHORT_YEARS = re.compile(r"(?P<a>\d{4})(?P<sign> ?[-–/~] ?| to )(?P<b>\d\d)")


#: What an end may be that is open; the dots are EDTF's.
_NO_END = OPEN | {"", "..", "..."}


def _short_years(text: str, match: re.Match[str]) -> RangeFields | None:
    """Read ``2018–21``; ``None`` where the second number can only be a month."""
    year, short, sign = int(match["a"]), int(match["b"]), match["sign"]
    end = year // 100 * 100 + short
    if sign in {"-", "/"} and short <= 12:
        return None
    if end <= year:
        return None
    if short <= 12:
        raise DateError(
            f"{shown(text)} may end in a month or in a year; "
            f"write {year:04}-{short:02} or {year:04} – {end:04}"
        )
    return RangeFields(Fields(year), Fields(end))


def _completed(start: Fields, end: Fields) -> tuple[Fields, Fields] | None:
    """Give each end what only the other one says; ``None`` where that makes no date."""
    if end.number is not None and start.year is not None and (start.numeric or start.day):
        end = start._replace(day=end.number) if start.day else start._replace(month=end.number)
    elif start.number is not None and end.year is not None:
        if end.day:
            start = end._replace(day=start.number)
        elif end.numeric:
            start = end._replace(month=start.number)
    if start.year is None:
        start = start._replace(year=end.year)
    if end.year is None:
        end = end._replace(year=start.year)
    if end.day and end.month is None:
        end = end._replace(month=start.month)
    whole = all(
        fields.year is not None and fields.number is None and not (fields.day and not fields.month)
        for fields in (start, end)
    )
    return (start, end) if whole else None


def _parted(left: str, right: str) -> RangeFields | None:
    """Read the two sides of a parting; ``None`` where they are no ends of a range."""
    left, right = left.strip(" ,"), right.strip(" ,")
    for ending in _UNTIL:
        right = right.removesuffix(ending).rstrip()
    running = right in _NO_END
    if running:
        if left in {"", ".."}:
            return RangeFields(None, None, running=True) if left or right else None
        start = fields_of(left, part=False)
        return start and RangeFields(start, None, running=True)
    if left in {"", ".."}:
        end = fields_of(right, part=False)
        return end and RangeFields(None, end)
    first, last = fields_of(left, part=True), fields_of(right, part=True)
    both = _completed(first, last) if first and last else None
    return both and RangeFields(*both)


def _open_range(cleaned: str) -> RangeFields | None:
    """Read a range whose words name one end: ``since 2024``, ``2024 onwards``, ``2024까지``."""
    words = _SINCE.fullmatch(cleaned) or _ONWARDS.fullmatch(cleaned)
    if words and (start := fields_of(words["rest"], part=False)):
        return RangeFields(start, None, running=True)
    for ending in _UNTIL:
        until = cleaned.removesuffix(ending)
        if until != cleaned and (end := fields_of(until, part=False)):
            return RangeFields(None, end)
    return None


def _two_ends(cleaned: str) -> RangeFields | None:
    """Read a range at the surest place where it can be parted."""
    if between := _BETWEEN.fullmatch(cleaned):
        return _parted(between["a"], between["b"])
    since = _SINCE.fullmatch(cleaned)
    rest = since["rest"] if since else cleaned
    for parting in _PARTINGS:
        places = parting.finditer(rest)
        parted = (_parted(rest[: place.start()], rest[place.end() :]) for place in places)
        readings = list(dict.fromkeys(filter(None, parted)))
        if len(readings) > 1:
            raise no_date(cleaned, "it can be parted at two places")
        if readings:
            return readings[0]
    return None


def _read_clean_range(cleaned: str) -> RangeFields | None:
    if match := _SHORT_YEARS.fullmatch(cleaned):
        if years := _short_years(cleaned, match):
            return years
        cleaned = cleaned.replace("–", "-")
    if cleaned in OPEN:
        return RangeFields(None, None, running=True)
    if single := fields_of(cleaned, part=False):
        return RangeFields(single, single)
    return _open_range(cleaned) or _two_ends(cleaned)


def read_range(text: str) -> RangeFields:
    """Read a range, or one date as a range that starts and ends with it.

    Raises:
        DateError: The text is no range of the known forms.

    """
    found = _read_clean_range(clean(text))
    if found is None:
        raise no_date(text)
    return found


def is_open(text: str) -> bool:
    """Tell whether a text says that something still goes on (``present``, ``현재``, empty)."""
    return not text.strip() or (len(text) <= LONGEST and clean(text) in _NO_END)
