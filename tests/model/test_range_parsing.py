"""A range of dates, in every form that is read, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sphinxext.profile.model.dates import DateError, DateOrderError, DateRange, PartialDate

from .test_date_parsing import READ as SINGLE
from .test_date_parsing import dates, near_dates

READ = {
    # Two whole dates and what parts them.
    "2018-2021": "2018/2021",
    "2018 - 2021": "2018/2021",
    "2018 -2021": "2018/2021",
    "2018–2021": "2018/2021",
    "2018 – 2021": "2018/2021",
    "2018—2021": "2018/2021",
    "2018 — 2021": "2018/2021",
    "2018--2021": "2018/2021",
    "2018 --- 2021": "2018/2021",
    "2018‒2021": "2018/2021",
    "2018~2021": "2018/2021",
    "2018 ~ 2021": "2018/2021",
    "2018～2021": "2018/2021",
    "2018〜2021": "2018/2021",
    "2018/2021": "2018/2021",
    "2018 / 2021": "2018/2021",
    "2018 to 2021": "2018/2021",
    "2018 until 2021": "2018/2021",
    "2018 till 2021": "2018/2021",
    "2018 through 2021": "2018/2021",
    "2018 up to 2021": "2018/2021",
    "2018 → 2021": "2018/2021",
    "2018..2021": "2018/2021",
    "2018…2021": "2018/2021",
    "from 2018 to 2021": "2018/2021",
    "From 2018 – 2021": "2018/2021",
    "between 2018 and 2021": "2018/2021",
    "(2018–2021)": "2018/2021",
    "2018년 - 2021년": "2018/2021",
    "2018부터 2021까지": "2018/2021",
    "2024년 8월부터 2025년 3월까지": "2024-08/2025-03",
    "2024년 8월 부터 ~ 2025년 3월 까지": "2024-08/2025-03",
    "2018年8月至2021年3月": "2018-08/2021-03",
    "2018年から2021年まで": "2018/2021",
    "Mar 2021 – Aug 2024": "2021-03/2024-08",
    "Mar 2021-Aug 2024": "2021-03/2024-08",
    "Mar. 2021 - Aug. 2024": "2021-03/2024-08",
    "2017-01 - 2017-12": "2017-01/2017-12",
    "2017-01-2017-12": "2017-01/2017-12",
    "2017-01/2017-12": "2017-01/2017-12",
    "2017.01 ~ 2017.12": "2017-01/2017-12",
    "2017. 1. ~ 2017. 12.": "2017-01/2017-12",
    "2017.01-2017.12": "2017-01/2017-12",
    "01/2017 - 12/2017": "2017-01/2017-12",
    "2017/01-2017/12": "2017-01/2017-12",
    "2024-08-15/2024-08-20": "2024-08-15/2024-08-20",
    "15 Aug 2024 – 3 Sep 2024": "2024-08-15/2024-09-03",
    "Fall 2018 – Spring 2021": "2018-23/2021-21",
    "winter 2024/spring 2025": "2024-24/2025-21",
    "2018-21/2018-23": "2018-21/2018-23",
    "2018 – Aug 2021": "2018/2021-08",
    # What one end leaves to the other.
    "2018–21": "2018/2021",
    "2018-21": "2018/2021",
    "2018-19": "2018/2019",
    "2018/19": "2018/2019",
    "2018 ~ 21": "2018/2021",
    "2018 to 21": "2018/2021",
    "Jan–Mar 2020": "2020-01/2020-03",
    "January to March 2020": "2020-01/2020-03",
    "2020 Jan – Mar": "2020-01/2020-03",
    "2020-01 – 03": "2020-01/2020-03",
    "2020.01~03": "2020-01/2020-03",
    "03–08/2024": "2024-03/2024-08",
    "2024년 3월 ~ 8월": "2024-03/2024-08",
    "2024년 3–8월": "2024-03/2024-08",
    "2024년 8월 15일 ~ 20일": "2024-08-15/2024-08-20",
    "2024년 8월 15일 ~ 9월 3일": "2024-08-15/2024-09-03",
    "2024.08.15 ~ 08.20": "2024-08-15/2024-08-20",
    "2024-08-15 – 20": "2024-08-15/2024-08-20",
    "Aug 15 – 20, 2024": "2024-08-15/2024-08-20",
    "Aug 15-20, 2024": "2024-08-15/2024-08-20",
    "August 1st to 5th, 2024": "2024-08-01/2024-08-05",
    "15–20 August 2024": "2024-08-15/2024-08-20",
    "15 August – 3 September 2024": "2024-08-15/2024-09-03",
    "Aug 15 – Sep 3, 2024": "2024-08-15/2024-09-03",
    "Spring – Fall 2024": "2024-21/2024-23",
    # An end that is open.
    "2024 –": "2024/..",
    "2024–": "2024/..",
    "2024-": "2024/..",
    "2024 -": "2024/..",
    "2024 ~": "2024/..",
    "2024/": "2024/..",
    "2024/..": "2024/..",
    "2024 …": "2024/..",
    "2024 to": "2024/..",
    "2024-08 ~ 현재": "2024-08/..",
    "Aug 2024 – present": "2024-08/..",
    "Aug 2024 - Present": "2024-08/..",
    "Aug 2024-present": "2024-08/..",
    "Aug 2024 to the present": "2024-08/..",
    "Aug 2024 - Current": "2024-08/..",
    "Aug 2024 to now": "2024-08/..",
    "Aug 2024 until now": "2024-08/..",
    "Aug 2024 – ongoing": "2024-08/..",
    "Aug 2024 – today": "2024-08/..",
    "Aug 2024 to date": "2024-08/..",
    "2024.08 ~ 현재까지": "2024-08/..",
    "2024년 8월부터": "2024-08/..",
    "2024년 8월부터 현재까지": "2024-08/..",
    "2024년 8월 – 재직 중": "2024-08/..",
    "2018至今": "2018/..",
    "since 2024": "2024/..",
    "Since Aug 2024": "2024-08/..",
    "since August of 2024": "2024-08/..",
    "from 2024": "2024/..",
    "from 2024 to present": "2024/..",
    "2024 onwards": "2024/..",
    "2024 and onward": "2024/..",
    "2024년 이후": "2024/..",
    "present": "../..",
    "현재": "../..",
    "../..": "../..",
    # A start that is open.
    "until 2021": "../2021",
    "to 2021": "../2021",
    "– 2021": "../2021",
    "~ 2021": "../2021",
    "~2021": "../2021",
    "../2021": "../2021",
    "2021년까지": "../2021",
    "2021년 3월 まで": "../2021-03",
}

REFUSED = (
    "",
    "-",
    "–",
    "~",
    "..",
    "...",
    "to",
    "until",
    "since",
    "since now",
    "부터",
    "soon – later",
    "2018 – later",
    "2018 – 2021 – 2024",
    "2018-2021-2024",
    "present – 2018",
    "Jan – Mar",
    "15 – 20",
    "15 – 2020",
    "Aug 2024 – 10",
    "Aug – 20",
    "Spring 2024 – 3",
    "2020 - 02",
    "2018 & 2021",
    "2018, 2021",
    "15일 ~ 2020",
    "2018 – 15일",
    "between 2018 and soon",
    "2018 (expected)",
)


@pytest.mark.parametrize(("text", "written"), READ.items())
def test_reads(text: str, written: str) -> None:
    assert DateRange.parse(text).isoformat() == written


@pytest.mark.parametrize("text", [key for key, value in SINGLE.items() if value])
def test_reads_each_single_date(text: str) -> None:
    when = DateRange.parse(text)
    if text in {"2018-24"}:
        assert when.isoformat() == "2018/2024"
    else:
        assert when == DateRange(PartialDate.parse(text), PartialDate.parse(text))
        assert when.is_single


@pytest.mark.parametrize("text", REFUSED)
def test_refuses_and_names_the_value(text: str) -> None:
    with pytest.raises(DateError) as caught:
        DateRange.parse(text)
    assert repr(text) in str(caught.value)
    assert "2018 – 2021" in str(caught.value)


@pytest.mark.parametrize("text", ["2008–09", "2008 – 09", "2008 to 09", "2008~11"])
def test_never_guesses_between_a_month_and_a_year(text: str) -> None:
    with pytest.raises(DateError, match="in a month or in a year") as caught:
        DateRange.parse(text)
    assert f"2008-{text[-2:]}" in str(caught.value)
    assert f"2008 – 20{text[-2:]}" in str(caught.value)


def test_a_year_and_a_number_that_can_only_be_a_month() -> None:
    assert DateRange.parse("2020–02").isoformat() == "2020-02"
    assert DateRange.parse("2008-09").isoformat() == "2008-09"


@pytest.mark.parametrize(
    "text", ["2021 – 2018", "Aug 2024 - Mar 2021", "2024-08-20/2024-08-15", "Nov – Feb 2020"]
)
def test_a_start_after_the_end_is_an_error_of_its_own(text: str) -> None:
    with pytest.raises(DateOrderError, match="is after the end") as caught:
        DateRange.parse(text)
    assert repr(text) in str(caught.value)


@pytest.mark.parametrize("text", ["2023-02-30 – 2024", "2018 – 2024-13", "0000 – 2018"])
def test_an_end_that_does_not_exist(text: str) -> None:
    with pytest.raises(DateError, match="is not a date: ") as caught:
        DateRange.parse(text)
    assert repr(text) in str(caught.value)


def test_never_guesses_where_a_range_is_parted() -> None:
    with pytest.raises(DateError, match=r"'2020-01-2021' .* at two places"):
        DateRange.parse("2020-01-2021")
    assert DateRange.parse("2020-01 - 2021").isoformat() == "2020-01/2021"


def test_an_ambiguous_end_costs_the_range() -> None:
    with pytest.raises(DateError, match="day or the month first"):
        DateRange.parse("03/04/2020 – 05/06/2020")


def test_two_options() -> None:
    assert DateRange.of("2020-02", "2021-01") == DateRange.parse("2020-02/2021-01")
    assert DateRange.of("2018") == DateRange.parse("2018 –")
    assert DateRange.of("2018", "  ") == DateRange.parse("2018 –")
    assert DateRange.of("2018", "Present") == DateRange.parse("2018 –")
    assert DateRange.of("2018", "현재") == DateRange.parse("2018 –")
    assert DateRange.of("2018", "..") == DateRange.parse("2018 –")
    assert DateRange.of("", "2021") == DateRange.parse("until 2021")
    assert DateRange.of("", "now") == DateRange.parse("now")
    assert DateRange.of("2018", "2018").is_single


@pytest.mark.parametrize(
    ("start", "end"), [("", ""), ("soon", "2021"), ("2018", "later"), ("2018", "x" * 1_000_000)]
)
def test_two_options_that_are_no_range(start: str, end: str) -> None:
    with pytest.raises(DateError):
        DateRange.of(start, end)


def test_two_options_in_the_wrong_order() -> None:
    with pytest.raises(DateOrderError, match="'2021 – 2018'"):
        DateRange.of("2021", "2018")


@pytest.mark.parametrize("sign", ["-", "–", "~", "/", "to ", "부터", ".", " - ", "a "])
def test_long_values_are_refused_before_any_pattern(sign: str) -> None:
    with pytest.raises(DateError):
        DateRange.parse(sign * 1_000_000)
    with pytest.raises(DateError):
        DateRange.parse(sign * (100 // len(sign)))


@given(dates, dates, st.sampled_from([" – ", "–", "-", " - ", " ~ ", "/", " to ", " — "]))
def test_two_dates_and_a_sign_are_a_range(one: PartialDate, two: PartialDate, sign: str) -> None:
    first, last = sorted((one, two), key=lambda moment: moment.sort_key)
    precisions = {first.precision, last.precision}
    assume(sign != "-" or len(precisions) == 1 or "year" not in precisions)
    assert DateRange.parse(f"{first.isoformat()}{sign}{last.isoformat()}") == DateRange(first, last)


ranges = st.one_of(
    st.tuples(dates, dates).map(
        lambda pair: DateRange(*sorted(pair, key=lambda moment: moment.sort_key))
    ),
    dates.map(lambda moment: DateRange(moment, moment)),
    dates.map(lambda moment: DateRange(moment, None, running=True)),
    dates.map(lambda moment: DateRange(None, moment)),
    st.just(DateRange(None, None, running=True)),
)


@given(ranges)
def test_what_is_written_is_read_back(when: DateRange) -> None:
    assert DateRange.parse(when.isoformat()) == when


@given(st.one_of(st.text(), near_dates))
def test_any_text_is_a_range_or_a_date_error(text: str) -> None:
    try:
        when = DateRange.parse(text)
    except DateError:
        return
    assert DateRange.parse(when.isoformat()) == when
