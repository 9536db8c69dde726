"""Dates that keep the precision they were written with, and ranges of them.

The written form is that of EDTF (ISO 8601-2:2019, level 1): ``2018``, ``2024-08``,
``2024-08-15``, ``2024-21`` for a spring, ``2018/2021``, ``2024-08/..`` for a range that runs.
"""

from __future__ import annotations

import os
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Literal

from .date_words import SEASON_CODES, DateError, DateOrderError, no_date
from .packing import Packed
from .quoting import shown

if TYPE_CHECKING:
    from .date_parsing import Fields

__all__ = ["DateError", "DateOrderError", "DateRange", "Duration", "PartialDate", "today"]

Precision = Literal["year", "season", "month", "day"]

#: The month a season starts with.  Winter is the one that starts in its year.
_FIRST_MONTHS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def today() -> date:
    """Return the day of ``SOURCE_DATE_EPOCH`` (seconds, UTC) where that is set, else today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not epoch:
        return date.today()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        return date.today()


def next_month() -> date:
    """Return the first day of next month: when running lengths of time grow."""
    now = today()
    return date(now.year + now.month // 12, now.month % 12 + 1, 1)


@dataclass(frozen=True, slots=True)
class PartialDate(Packed):
    """A year, a season of it, a month or a day.

    Seasons are the northern ones: spring is March to May, and the winter of a year is its
    December and the two months after it.

    Raises:
        DateError: There is no such month or day, or a season stands beside a month.

    """

    year: int
    month: int | None = None
    day: int | None = None
    season: str = ""

    def __post_init__(self) -> None:
        if not 1 <= self.year <= 9999:
            raise DateError(f"year {self.year} is not between 1 and 9999")
        if self.season and (self.season not in SEASON_CODES or self.month or self.day):
            raise DateError(f"season {self.season!r} is none of {', '.join(SEASON_CODES)}, alone")
        if self.month is None:
            if self.day is not None:
                raise DateError(f"day {self.day} has no month")
            return
        if not 1 <= self.month <= 12:
            raise DateError(f"month {self.month} is not between 1 and 12")
        if self.day is None:
            return
        last = monthrange(self.year, self.month)[1]
        if not 1 <= self.day <= last:
            raise DateError(f"{self.year:04}-{self.month:02} has days 1 to {last}, not {self.day}")

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read one date as people write it.

        Raises:
            DateError: The text is no date, or no such day exists.

        """
        # The many patterns of dates are compiled with the first date that is read.
        from .date_parsing import read_date

        return _dated(read_date(text), text)

    @property
    def precision(self) -> Precision:
        """What the date states most exactly."""
        if self.season:
            return "season"
        return "day" if self.day else "month" if self.month else "year"

    def isoformat(self) -> str:
        """Write EDTF: ``2018``, ``2024-08``, ``2024-08-15``, ``2024-21`` (a spring)."""
        if self.season:
            return f"{self.year:04}-{SEASON_CODES[self.season]}"
        month = f"-{self.month:02}" if self.month else ""
        return f"{self.year:04}{month}-{self.day:02}" if self.day else f"{self.year:04}{month}"

    def iso8601(self) -> str:
        """Write what ISO 8601-1 and HTML's ``<time>`` know: as EDTF, but a season is its year."""
        return f"{self.year:04}" if self.season else self.isoformat()

    def earliest(self) -> date:
        """Return the first day that the date may mean."""
        return date(self.year, _FIRST_MONTHS.get(self.season, self.month or 1), self.day or 1)

    def latest(self) -> date:
        """Return the last day that the date may mean."""
        if self.day:
            return self.earliest()
        year, month = self.year, self.month or 12
        if self.season:
            month = _FIRST_MONTHS[self.season] + 2
            if month > 12:
                if year == date.max.year:
                    return date.max
                year, month = year + 1, month - 12
        return date(year, month, monthrange(year, month)[1])

    @property
    def sort_key(self) -> tuple[int, int]:
        """Order by the first day meant, then by the last; equal for equal dates only.

        Both are ``yyyymmdd``.  A month ends on its 31st here, so that no calendar is asked.
        """
        first = (self.year * 100 + _FIRST_MONTHS.get(self.season, self.month or 1)) * 100
        if self.day:
            return first + self.day, first + self.day
        year, month = self.year, self.month or 12
        if self.season:
            year, month = divmod(year * 12 + _FIRST_MONTHS[self.season] + 1, 12)
            month += 1
        return first + 1, (year * 100 + month) * 100 + 31


def _dated(fields: Fields, text: str) -> PartialDate:
    assert fields.year is not None
    try:
        return PartialDate(fields.year, fields.month, fields.day, fields.season)
    except DateError as error:
        raise no_date(text, str(error)) from None


@dataclass(frozen=True, slots=True)
class Duration:
    """Full years and months; false where there is not one month."""

    years: int = 0
    months: int = 0

    def __bool__(self) -> bool:
        return bool(self.years or self.months)


@dataclass(frozen=True, slots=True)
class DateRange(Packed):
    """From ``start`` to ``end``, both included; one date is a range with two equal ends.

    ``running`` means that the end is open ("present"); ``start`` is ``None`` where only the end
    is known.

    Raises:
        DateError: Neither end is stated, or a running range has an end.
        DateOrderError: It starts after it ends.

    """

    start: PartialDate | None
    end: PartialDate | None
    running: bool = False

    def __post_init__(self) -> None:
        if self.running == (self.end is not None):
            raise DateError("a range either has an end or is running")
        if self.start and self.end and self.start.earliest() > self.end.latest():
            raise DateOrderError(
                f"the start {self.start.isoformat()} is after the end {self.end.isoformat()}"
            )

    @classmethod
    def parse(cls, text: str) -> DateRange:
        """Read a range, or one date, as people write it.

        Raises:
            DateError: The text is no range, or no such day exists.
            DateOrderError: The range starts after it ends.

        """
        from .range_parsing import read_range

        found = read_range(text)
        start = found.start and _dated(found.start, text)
        end = found.end and _dated(found.end, text)
        return cls._checked(start, end, found.running, text)

    @classmethod
    def of(cls, start: str, end: str = "") -> DateRange:
        """Read two options; an end that is empty or says "present" means a running range.

        Raises:
            DateError: One of them is no date, or the start is empty and the end too.
            DateOrderError: The start is after the end.

        """
        from .range_parsing import is_open

        first = PartialDate.parse(start) if start.strip() else None
        if is_open(end):
            if not (first or end.strip()):
                raise no_date("")
            return cls(first, None, running=True)
        return cls._checked(first, PartialDate.parse(end), False, f"{start} – {end}")

    @classmethod
    def _checked(
        cls, start: PartialDate | None, end: PartialDate | None, running: bool, text: str
    ) -> DateRange:
        try:
            return cls(start, end, running)
        except DateOrderError as error:
            raise DateOrderError(
                f"{shown(text)} is not a range: {error}; write the earlier date first"
            ) from None

    @property
    def is_single(self) -> bool:
        """Whether this is one date and no span."""
        return self.start is not None and self.start == self.end

    def isoformat(self) -> str:
        """Write EDTF: ``2018``, ``2018/2021``, ``2024-08/..`` (running), ``../2021``.

        One season is written as an interval (``2018-21/2018-21``), for ``2018-21`` alone is read
        as the years 2018 to 2021.
        """
        start = self.start.isoformat() if self.start else ".."
        if self.is_single and self.start and not self.start.season:
            return start
        return f"{start}/{self.end.isoformat() if self.end else '..'}"

    def contains(self, day: date) -> bool:
        """Tell whether a day may lie in the range; a running one has no end."""
        return self.overlaps(day, day)

    def overlaps(self, since: date | None, until: date | None) -> bool:
        """Tell whether the range may share a day with another, ``None`` being no bound."""
        after = self.start is not None and until is not None and self.start.earliest() > until
        before = self.end is not None and since is not None and self.end.latest() < since
        return not (after or before)

    def duration(self, today: date) -> Duration:
        """Return the time from start to end, or to ``today`` where the range is running.

        Where one end is a year, years are counted; else months, of which the last counts only
        when it is full (known where both ends have days).
        """
        end = self.end or PartialDate(today.year, today.month, today.day)
        if self.start is None or self.is_single:
            return Duration()
        if "year" in (self.start.precision, end.precision):
            return Duration(max(0, end.year - self.start.year))
        first, last = self.start.earliest(), end.earliest()
        months = (last.year - first.year) * 12 + last.month - first.month
        if self.start.day and end.day and end.day < self.start.day:
            months -= 1
        return Duration(*divmod(max(0, months), 12))

    @property
    def sort_key(self) -> tuple[bool, int, int, int, int]:
        """Sorted with ``reverse=True``: running first, then the latest end, the latest start."""
        start = self.start.sort_key if self.start else (0, 0)
        end = self.end.sort_key if self.end else (0, 0)
        return (self.running, end[1], end[0], *start)
