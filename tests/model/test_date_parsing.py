"""One date, in every form that is read, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sphinxext.profile.model.dates import DateError, PartialDate

READ = {
    "2018": "2018",
    "2024-08": "2024-08",
    "2024-8": "2024-08",
    "2020-02": "2020-02",
    "2024-08-15": "2024-08-15",
    "2024/08": "2024-08",
    "2024/08/15": "2024-08-15",
    "2024.08": "2024-08",
    "2024.08.": "2024-08",
    "2024.08.15.": "2024-08-15",
    "2024. 8.": "2024-08",
    "2024. 8. 15.": "2024-08-15",
    "20240815": "2024-08-15",
    "2024-08-15T10:00:00Z": "2024-08-15",
    "2024-08-15 10:00": "2024-08-15",
    "2024-08-15 10:00:00.5 +0900": "2024-08-15",
    "2024-08-15T10:00:00+09:00": "2024-08-15",
    "08/2024": "2024-08",
    "8.2024": "2024-08",
    "08-2024": "2024-08",
    "Aug 2024": "2024-08",
    "Aug. 2024": "2024-08",
    "aug 2024": "2024-08",
    "AUGUST 2024": "2024-08",
    "August, 2024": "2024-08",
    "August of 2024": "2024-08",
    "Aug-2024": "2024-08",
    "Aug/2024": "2024-08",
    "Sept 2024": "2024-09",
    "Sept. 2024": "2024-09",
    "2024 Aug": "2024-08",
    "2024 Aug.": "2024-08",
    "2024, August": "2024-08",
    "2024-Aug": "2024-08",
    "Aug 15, 2024": "2024-08-15",
    "Aug 15 2024": "2024-08-15",
    "Aug. 15th, 2024": "2024-08-15",
    "August 1st, 2024": "2024-08-01",
    "15 August 2024": "2024-08-15",
    "15. August 2024": "2024-08-15",
    "15th of August 2024": "2024-08-15",
    "the 3rd of August, 2024": "2024-08-03",
    "15-Aug-2024": "2024-08-15",
    "2024 Aug 15": "2024-08-15",
    "2024-Aug-15": "2024-08-15",
    "15/08/2024": "2024-08-15",
    "08/15/2024": "2024-08-15",
    "15.08.2024": "2024-08-15",
    "08/08/2024": "2024-08-08",
    "2024년": "2024",
    "2024년도": "2024",
    "2024년 8월": "2024-08",
    "2024년8월": "2024-08",
    "2024 8월": "2024-08",
    "2024년 8월 15일": "2024-08-15",
    "2024년8월15일": "2024-08-15",
    "2024年8月15日": "2024-08-15",
    "Spring 2024": "2024-21",
    "spring of 2024": "2024-21",
    "Summer 2024": "2024-22",
    "Fall 2024": "2024-23",
    "Autumn 2024": "2024-23",
    "Winter 2024": "2024-24",
    "2024 Spring": "2024-21",
    "2024 봄": "2024-21",
    "2024년 여름": "2024-22",
    "2024년 가을": "2024-23",
    "2024년 겨울": "2024-24",
    "2024-21": "2024-21",
    "2018-24": "2018-24",
    "０２４": None,
    "２０２４年８月": "2024-08",
    "٢٠٢٤": "2024",
    "Aug\u00a02024": "2024-08",
    "2024\u201108": "2024-08",
    "2024\u221208": "2024-08",
    "2020\u201302": "2020-02",
    "2020\u201302\u201315": "2020-02-15",
    "Au\u00adgust 2024": "2024-08",
    "\u200b2024\ufeff": "2024",
    "  2024-08\n": "2024-08",
    "(2024)": "2024",
    "[Aug 2024]": "2024-08",
    "Aug 2024,": "2024-08",
}

REFUSED = (
    "",
    "   ",
    "()",
    "\u200b",
    "soon",
    "Smarch 2024",
    "Aug",
    "Fall",
    "May",
    "15",
    "24",
    "20245",
    "202408",
    "'24",
    "2024-08-",
    "2024-08/15",
    "2024.08-15",
    "Spring 15, 2024",
    "Aug 2024 and more",
    "2018 – 2021",
    "2024-08-15T10:00 or so",
    "2024?",
    "Q3 2024",
)

IMPOSSIBLE = {
    "2024-13": "month 13",
    "2024-00": "month 0",
    "0000": "year 0",
    "0000-01": "year 0",
    "2023-02-30": "days 1 to 28, not 30",
    "2023-02-29": "days 1 to 28, not 29",
    "2024-02-30": "days 1 to 29, not 30",
    "2024-01-00": "not 0",
    "31 April 2024": "days 1 to 30",
    "2024년 13월": "month 13",
    "2024-25": "month 25",
    "2018-21-01": "month 21",
    "2018/21": "month 21",
    "21-2018": "month 21",
    "21/2018": "month 21",
    "32/13/2024": "month 13",
}


@pytest.mark.parametrize(("text", "written"), [(k, v) for k, v in READ.items() if v])
def test_reads(text: str, written: str) -> None:
    assert PartialDate.parse(text).isoformat() == written


@pytest.mark.parametrize("text", [*REFUSED, *(key for key, value in READ.items() if not value)])
def test_refuses_and_names_the_value_and_the_forms(text: str) -> None:
    with pytest.raises(DateError) as caught:
        PartialDate.parse(text)
    assert repr(text) in str(caught.value)
    for form in ("2024-08-15", "Aug 2024", "2024년 8월", "Spring 2024", "2018 – 2021"):
        assert form in str(caught.value)


@pytest.mark.parametrize(("text", "why"), IMPOSSIBLE.items())
def test_says_why_a_day_does_not_exist(text: str, why: str) -> None:
    with pytest.raises(DateError) as caught:
        PartialDate.parse(text)
    assert repr(text) in str(caught.value)
    assert why in str(caught.value)


@pytest.mark.parametrize("text", ["03/04/2020", "3.4.2020", "12-11-2020"])
def test_never_guesses_the_order_of_day_and_month(text: str) -> None:
    with pytest.raises(DateError, match="day or the month first") as caught:
        PartialDate.parse(text)
    first, second = text.replace(".", "/").replace("-", "/").split("/")[:2]
    assert f"2020-{int(first):02}-{int(second):02}" in str(caught.value)
    assert f"2020-{int(second):02}-{int(first):02}" in str(caught.value)


def test_a_long_value_is_shortened_in_the_message() -> None:
    with pytest.raises(DateError) as caught:
        PartialDate.parse("x" * 1_000_000)
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize(
    "text",
    [
        "1" * 1_000_000,
        "2024-" * 200_000,
        " " * 1_000_000,
        "\ufdfa" * 99,
        "2024" + "\u200b" * 500_000,
    ],
)
def test_long_values_are_refused_before_any_pattern(text: str) -> None:
    with pytest.raises(DateError):
        PartialDate.parse(text)


years = st.integers(1, 9999)
days = st.dates().map(lambda day: PartialDate(day.year, day.month, day.day))
months = st.builds(PartialDate, years, st.integers(1, 12))
seasons = st.builds(
    PartialDate, years, season=st.sampled_from(["spring", "summer", "autumn", "winter"])
)
dates = st.one_of(st.builds(PartialDate, years), months, days, seasons)


@given(dates)
def test_what_is_written_is_read_back(moment: PartialDate) -> None:
    assert PartialDate.parse(moment.isoformat()) == moment


@given(days)
def test_the_names_of_months_are_read_back(moment: PartialDate) -> None:
    day = moment.earliest()
    for form in ("%d %b %Y", "%B %d, %Y", "%b %d %Y", "%Y-%b-%d", "%Y년 %m월 %d일"):
        text = day.strftime(form.replace("%Y", f"{day.year:04}"))
        assert PartialDate.parse(text) == moment, text


near_dates = st.text(
    st.sampled_from("0123456789-–—./~, ()년월일봄JanAugSeptofthe부터까지presentto\u00a0\u2011٢½②"),
    max_size=24,
)


@given(st.one_of(st.text(), near_dates, st.from_regex(r"\d{1,4}[-./ ]\w{1,5}[-./ ]\d{1,4}")))
@example("\ud800")
@example("2024-08-15T99:99")
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    try:
        moment = PartialDate.parse(text)
    except DateError:
        return
    assert PartialDate.parse(moment.isoformat()) == moment
