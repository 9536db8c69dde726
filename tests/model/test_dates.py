"""Partial dates and ranges as values: bounds, order, forms, durations."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.profile.model.dates import (
    DateError,
    DateOrderError,
    DateRange,
    Duration,
    PartialDate,
    next_month,
    today,
)

from .test_date_parsing import dates
from .test_range_parsing import ranges

NOW = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("text", "precision", "earliest", "latest", "plain"),
    [
        ("2018", "year", date(2018, 1, 1), date(2018, 12, 31), "2018"),
        ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29), "2024-02"),
        ("2023-02", "month", date(2023, 2, 1), date(2023, 2, 28), "2023-02"),
        ("2024-08-15", "day", date(2024, 8, 15), date(2024, 8, 15), "2024-08-15"),
        ("Spring 2024", "season", date(2024, 3, 1), date(2024, 5, 31), "2024"),
        ("Summer 2024", "season", date(2024, 6, 1), date(2024, 8, 31), "2024"),
        ("Autumn 2024", "season", date(2024, 9, 1), date(2024, 11, 30), "2024"),
        ("Winter 2023", "season", date(2023, 12, 1), date(2024, 2, 29), "2023"),
        ("Winter 9999", "season", date(9999, 12, 1), date(9999, 12, 31), "9999"),
    ],
)
def test_bounds(text: str, precision: str, earliest: date, latest: date, plain: str) -> None:
    moment = PartialDate.parse(text)
    assert moment.precision == precision
    assert (moment.earliest(), moment.latest()) == (earliest, latest)
    assert moment.iso8601() == plain


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"year": 0}, "year 0"),
        ({"year": 10_000}, "year 10000"),
        ({"year": 2024, "month": 0}, "month 0"),
        ({"year": 2024, "month": 13}, "month 13"),
        ({"year": 2024, "month": 4, "day": 31}, "days 1 to 30, not 31"),
        ({"year": 2024, "month": 4, "day": 0}, "not 0"),
        ({"year": 2024, "day": 1}, "no month"),
        ({"year": 2024, "season": "monsoon"}, "'monsoon' is none of spring, summer"),
        ({"year": 2024, "month": 4, "season": "spring"}, "alone"),
        ({"year": 2024, "day": 4, "season": "spring"}, "alone"),
    ],
)
def test_no_such_date_can_be_made(fields: dict[str, object], why: str) -> None:
    with pytest.raises(DateError, match=why):
        PartialDate(**fields)  # type: ignore[arg-type]


def test_no_such_range_can_be_made() -> None:
    day = PartialDate(2024)
    with pytest.raises(DateError, match="either has an end or is running"):
        DateRange(day, None)
    with pytest.raises(DateError, match="either has an end or is running"):
        DateRange(day, day, running=True)
    with pytest.raises(DateOrderError, match="2024 is after the end 2023-12"):
        DateRange(day, PartialDate(2023, 12))


def test_a_coarse_end_may_begin_before_the_start() -> None:
    assert DateRange(PartialDate(2018, 5), PartialDate(2018)).isoformat() == "2018-05/2018"


def test_records_are_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        PartialDate(2024).year = 2025  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        DateRange.parse("2024").running = True  # type: ignore[misc]


@given(dates, dates)
def test_the_order_of_dates_is_total(one: PartialDate, two: PartialDate) -> None:
    assert (one.sort_key == two.sort_key) == (one == two)
    assert one.earliest() <= one.latest()
    if one.latest() < two.earliest():
        assert one.sort_key < two.sort_key


@given(ranges, ranges)
def test_the_order_of_ranges_is_total(one: DateRange, two: DateRange) -> None:
    assert (one.sort_key == two.sort_key) == (one == two)
    assert one.running <= two.running or one.sort_key > two.sort_key


def test_newest_first() -> None:
    newest_first = [
        "2024-08 –",
        "2018 –",
        "present",
        "2025",
        "2021-03 – 2024-08",
        "2021",
        "2018 – 2021",
        "until 2021",
        "2020-05 – 2021-11",
        "2020-02 – 2021-01",
        "2017-01 – 2017-12",
    ]
    ordered = [DateRange.parse(text) for text in newest_first]
    mixed = ordered[1::2] + ordered[::2]
    assert sorted(mixed, key=lambda r: r.sort_key, reverse=True) == ordered


@pytest.mark.parametrize(
    ("text", "years", "months"),
    [
        ("Mar 2021 – Aug 2024", 3, 5),
        ("2018 – 2021", 3, 0),
        ("2018 – Aug 2021", 3, 0),
        ("Aug 2018 – 2021", 3, 0),
        ("Jan 2017 – Dec 2017", 0, 11),
        ("Feb 2020 – Jan 2021", 0, 11),
        ("2024-08-15 – 2024-10-15", 0, 2),
        ("2024-08-15 – 2024-10-14", 0, 1),
        ("2024-08-15 – 2024-08-20", 0, 0),
        ("2024-08-15 – Oct 2024", 0, 2),
        ("Spring 2024 – Fall 2024", 0, 6),
        ("Winter 2023 – Spring 2024", 0, 3),
        ("2018", 0, 0),
        ("Aug 2024", 0, 0),
        ("until 2021", 0, 0),
        ("2018 –", 8, 0),
        ("Aug 2024 –", 1, 5),
        ("2025-12-02 –", 0, 0),
        ("2025-12-01 –", 0, 1),
        ("Mar 2030 –", 0, 0),
        ("2030 –", 0, 0),
        ("May 2018 – 2018", 0, 0),
        ("present", 0, 0),
    ],
)
def test_durations(text: str, years: int, months: int) -> None:
    span = DateRange.parse(text).duration(NOW)
    assert span == Duration(years, months)
    assert bool(span) is bool(years or months)


@given(ranges)
def test_no_duration_is_negative(when: DateRange) -> None:
    span = when.duration(NOW)
    assert span.years >= 0
    assert 0 <= span.months < 12


@pytest.mark.parametrize(
    ("text", "since", "until", "expected"),
    [
        ("2018 – 2021", None, None, True),
        ("2018 – 2021", date(2021, 12, 31), None, True),
        ("2018 – 2021", date(2022, 1, 1), None, False),
        ("2018 – 2021", None, date(2018, 1, 1), True),
        ("2018 – 2021", None, date(2017, 12, 31), False),
        ("2018 – 2021", date(2019, 1, 1), date(2019, 12, 31), True),
        ("2018 –", date(2090, 1, 1), None, True),
        ("2018 –", None, date(2017, 12, 31), False),
        ("until 2021", None, date(1900, 1, 1), True),
        ("until 2021", date(2022, 1, 1), None, False),
        ("present", date(2022, 1, 1), date(2022, 1, 1), True),
    ],
)
def test_overlaps(text: str, since: date | None, until: date | None, expected: bool) -> None:
    assert DateRange.parse(text).overlaps(since, until) is expected


def test_contains() -> None:
    when = DateRange.parse("Aug 2024")
    assert when.contains(date(2024, 8, 1))
    assert when.contains(date(2024, 8, 31))
    assert not when.contains(date(2024, 7, 31))
    assert not when.contains(date(2024, 9, 1))


def test_a_single_season_is_not_mistaken_for_years() -> None:
    spring = DateRange.parse("Spring 2018")
    assert spring.isoformat() == "2018-21/2018-21"
    assert DateRange.parse("2018-21") == DateRange(PartialDate(2018), PartialDate(2021))


def test_today_is_the_source_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1723680000")
    assert today() == date(2024, 8, 15)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1723679999")
    assert today() == date(2024, 8, 14)


@pytest.mark.parametrize("value", [None, "", " ", "soon", "9" * 30])
def test_today_without_a_source_date(monkeypatch: pytest.MonkeyPatch, value: str | None) -> None:
    if value is None:
        monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    else:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    assert abs((today() - datetime.now(UTC).date()).days) <= 1


@given(st.integers(-(2**40), 2**40))
def test_any_source_date_is_a_day(seconds: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(seconds))
        assert isinstance(today(), date)


@pytest.mark.parametrize(
    ("seconds", "day"), [("1723680000", date(2024, 9, 1)), ("1735603200", date(2025, 1, 1))]
)
def test_next_month(monkeypatch: pytest.MonkeyPatch, seconds: str, day: date) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    assert next_month() == day
