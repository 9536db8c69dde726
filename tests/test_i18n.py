"""Dates and words in a language; the catalogue holds every word and Korean has them all."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from pathlib import Path
from string import Formatter

import pytest
from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.profile import i18n
from sphinxext.profile.i18n import (
    LOCALE_DIR,
    Piece,
    format_date,
    format_duration,
    format_range,
    locale_of,
    range_pieces,
    translate,
)
from sphinxext.profile.model.dates import DateRange, Duration, PartialDate
from sphinxext.profile.model.event import KINDS
from sphinxext.profile.model.project import LINK_RELS
from tests.support import Lab

from .model.test_date_parsing import dates
from .model.test_range_parsing import ranges

KOREAN = LOCALE_DIR / "ko" / "LC_MESSAGES"
ADVICE = "run `nox -s messages`, translate what is new in the .po files, and run it again"

# Languages of sites with different scripts, orders, plurals and calendars.
LANGUAGES = (
    *("en", "en_GB", "ko", "ko-KR", "ja", "zh_CN", "zh-Hant-TW", "de", "fr", "es", "pt_BR"),
    *("ru", "pl", "ar", "he", "fa", "hi", "th", "tr", "vi", "sl", "sr_Latn", "ta", "bn"),
)


@pytest.mark.parametrize(
    ("text", "english", "korean"),
    [
        ("2018", "2018", "2018년"),
        ("2024-08", "Aug 2024", "2024년 8월"),
        ("2024-08-15", "Aug 15, 2024", "2024년 8월 15일"),
        ("Spring 2024", "Spring 2024", "2024년 봄"),
        ("Summer 2024", "Summer 2024", "2024년 여름"),
        ("Fall 2024", "Autumn 2024", "2024년 가을"),
        ("Winter 2024", "Winter 2024", "2024년 겨울"),
        ("Aug 2024 –", "Aug 2024 – present", "2024년 8월 – 현재"),
        ("2018-2021", "2018 – 2021", "2018년 – 2021년"),
        ("Mar 2021 – Aug 2024", "Mar 2021 – Aug 2024", "2021년 3월 – 2024년 8월"),
        ("2018 – Aug 2021", "2018 – Aug 2021", "2018년 – 2021년 8월"),
        ("until 2021", "until 2021", "2021년까지"),
        ("present", "present", "현재"),
    ],
)
def test_dates_and_ranges(text: str, english: str, korean: str) -> None:
    when = DateRange.parse(text)
    assert format_range(when, "en") == english
    assert format_range(when, "ko") == korean
    if when.is_single and when.start:
        assert format_date(when.start, "en") == english
        assert format_date(when.start, "ko") == korean


def test_pieces_carry_what_time_elements_need() -> None:
    assert range_pieces(DateRange.parse("Spring 2023 – Aug 2024"), "en") == (
        Piece("Spring 2023", "2023"),
        Piece(" – "),
        Piece("Aug 2024", "2024-08"),
    )
    assert range_pieces(DateRange.parse("2024-08-15 –"), "ko") == (
        Piece("2024년 8월 15일", "2024-08-15"),
        Piece(" – "),
        Piece("현재"),
    )
    assert range_pieces(DateRange.parse("until 2021"), "ko") == (
        Piece("2021년", "2021"),
        Piece("까지"),
    )
    assert range_pieces(DateRange.parse("until 2021"), "en")[0] == Piece("until ")
    assert range_pieces(DateRange.parse("2018"), "en") == (Piece("2018", "2018"),)
    assert range_pieces(DateRange.parse("now"), "en") == (Piece("present"),)


@pytest.mark.parametrize(
    ("span", "english", "korean"),
    [
        (Duration(3, 5), "3 years 5 months", "3년 5개월"),
        (Duration(1, 1), "1 year 1 month", "1년 1개월"),
        (Duration(2, 0), "2 years", "2년"),
        (Duration(0, 11), "11 months", "11개월"),
        (Duration(0, 0), "", ""),
    ],
)
def test_durations(span: Duration, english: str, korean: str) -> None:
    assert format_duration(span, "en") == english
    assert format_duration(span, "ko") == korean


def test_durations_keep_each_languages_plurals() -> None:
    years = [format_duration(Duration(n), "ru") for n in (1, 2, 5, 21)]
    assert years == ["1 год", "2 года", "5 лет", "21 год"]


@pytest.mark.parametrize("language", ["", "xx", "xx_YY", "english", "../../ko", "\x00", "1", "-"])
def test_unknown_languages_are_printed_in_english(language: str) -> None:
    assert locale_of(language) == Locale("en")
    assert format_range(DateRange.parse("Spring 2018 –"), language) == "Spring 2018 – present"
    assert format_duration(Duration(1), language) == "1 year"
    assert translate("Talks", language) == "Talks"


def test_languages_with_a_region_or_script() -> None:
    assert locale_of("ko-KR").language == "ko"
    assert locale_of("pt_BR").territory == "BR"
    assert locale_of("ko_Nowhere").language == "ko"
    assert translate("Talks", "ko-KR") == "발표"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_prints(language: str) -> None:
    for text in ("2018", "Aug 2024", "2024-08-15", "Spring 2024 –", "2018 – 2021"):
        assert format_range(DateRange.parse(text), language)
    assert len(format_duration(Duration(3, 5), language).split()) >= 2


@given(st.one_of(ranges, dates), st.one_of(st.sampled_from(LANGUAGES), st.text(max_size=8)))
def test_printing_never_fails(when: DateRange | PartialDate, language: str) -> None:
    printed = (
        format_date(when, language)
        if isinstance(when, PartialDate)
        else format_range(when, language)
    )
    assert printed.strip()
    assert "{" not in printed


@given(dates.filter(lambda moment: moment.year >= 1000))
def test_english_and_korean_dates_are_read_back(moment: PartialDate) -> None:
    for language in ("en", "ko"):
        assert PartialDate.parse(format_date(moment, language)) == moment


def extracted() -> set[str]:
    found = extract_from_dir(Path(i18n.__file__).parent, keywords={**DEFAULT_KEYWORDS, "__": None})
    return {str(message) for _file, _line, message, _comments, _context in found}


def catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale="ko" if path.suffix == ".po" else None)


def test_the_catalogue_holds_every_word() -> None:
    words = extracted()
    assert {"present", "Talks", "{start} – {end}"} <= words
    assert {str(message.id) for message in catalogue(LOCALE_DIR / "profile.pot") if message.id} == (
        words
    ), ADVICE


def test_words_stand_where_they_are_gathered() -> None:
    """Babel finds none within an f-string, where Python is older than 3.12."""
    within = [
        f"{path.name}: {ast.unparse(call)}"
        for path in sorted(Path(i18n.__file__).parent.rglob("*.py"))
        for string in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and ast.unparse(call.func) in {"_", "__", "N_"}
    ]
    assert not within


def test_korean_has_every_word() -> None:
    korean = catalogue(KOREAN / "profile.po")
    assert {str(message.id) for message in korean if message.id} == extracted(), ADVICE
    for message in korean:
        assert message.string, f"{message.id!r} has no translation: {ADVICE}"
        assert not message.fuzzy, message.id
        if message.id:
            assert fields(str(message.id)) == fields(str(message.string)), message.id


def fields(text: str) -> set[str]:
    named = {name for _words, name, _spec, _conversion in Formatter().parse(text) if name}
    return named | set(re.findall(r"%\(?\w*\)?[sdr]", text))


def test_the_compiled_words_are_those_of_the_source() -> None:
    with (KOREAN / "profile.mo").open("rb") as file:
        compiled = {message.id: message.string for message in read_mo(file) if message.id}
    source = catalogue(KOREAN / "profile.po")
    assert compiled == {message.id: message.string for message in source if message.id}, ADVICE


def test_words_of_the_model_are_marked() -> None:
    said = {kind.heading for kind in KINDS.values()} | set(LINK_RELS.values())
    assert said
    assert said <= set(i18n.WORDS)


def test_nothing_is_translated_that_the_gathering_can_not_see() -> None:
    """A call with a variable is allowed for the words of the model alone."""
    calls = [
        ast.unparse(call.args[0])
        for path in Path(i18n.__file__).parent.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in {"_", "__", "N_"}
    ]
    assert len(calls) > 20
    assert not [argument for argument in calls if argument.startswith("f'")]


def test_a_korean_site_has_korean_words(lab: Callable[..., Lab]) -> None:
    page = """\
    # 연구실

    :::{timeline} 경력
    :kind: work

    Aug 2024 – present
    : **조교수**, 서강대학교
    :::
    """
    built = lab({"index.md": page}, language="ko").build("html")
    assert "2024년 8월 – 현재" in built.text()
    assert [time["datetime"] for time in built.soup().select("time")] == ["2024-08"]


def test_the_filter_of_publications_speaks_korean(lab: Callable[..., Lab]) -> None:
    files = {
        "index.md": "# Lab\n\n:::{publications}\n:filter:\n:::\n",
        "papers.bib": "@misc{one, title={One}, author={Ada Kim}, year={2020}}\n"
        "@misc{two, title={Two}, author={Ada Kim}, year={2021}}\n",
    }
    made = lab(files, language="ko", profile_bibliography=["papers.bib"])
    page = made.build().assert_clean().read()
    assert all(words in page for words in ('aria-label="필터"', ">검색 ", ">모두 보기<", ">전체<"))
