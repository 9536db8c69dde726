"""The words and signs of written dates, the errors, and the one form texts are read in."""

from __future__ import annotations

import re
import unicodedata

from .quoting import shown

#: A longer text is no date; it is refused before any pattern is tried.
LONGEST = 100

#: What the messages name as readable.
FORMS = (
    "2018, 2024-08, 2024-08-15, Aug 2024, 15 August 2024, 2024.08, 2024년 8월, Spring 2024, "
    "or a range such as 2018 – 2021 or Aug 2024 – present"
)


class DateError(ValueError):
    """A text is no date; the message names it and the forms that are read."""


class DateOrderError(DateError):
    """A range ends before it starts."""


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}
SEASONS = {
    "spring": "spring",
    "summer": "summer",
    "autumn": "autumn",
    "fall": "autumn",
    "winter": "winter",
    "봄": "spring",
    "여름": "summer",
    "가을": "autumn",
    "겨울": "winter",
    "春": "spring",
    "夏": "summer",
    "秋": "autumn",
    "冬": "winter",
}
#: EDTF (ISO 8601-2) level 1 codes, written in the place of the month.
SEASON_CODES = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
CODED_SEASONS = {code: season for season, code in SEASON_CODES.items()}

#: What says, in the place of an end, that something still goes on.
OPEN = frozenset(
    {
        "present",
        "the present",
        "present day",
        "current",
        "currently",
        "now",
        "ongoing",
        "on-going",
        "today",
        "date",
        "continuing",
        "in progress",
        "현재",
        "지금",
        "오늘",
        "계속",
        "진행중",
        "진행 중",
        "재직중",
        "재직 중",
        "재학중",
        "재학 중",
        "今",
        "现在",
        "現在",
    }
)

_HYPHENS = "\u2010\u2011\u2212\u2043\ufe63\uff0d"
_DASHES = "\u2012\u2013\u2014\u2015\u2500\u2e3a\u2e3b\ufe58"
_TILDES = "\u223c\u301c\u3030\uff5e\u02dc\u2053"
_ARROWS = "\u2192\u27f6\u21d2"
_SIGNS = (
    dict.fromkeys(map(ord, _HYPHENS), "-")
    | dict.fromkeys(map(ord, _DASHES), "–")
    | dict.fromkeys(map(ord, _TILDES + _ARROWS), "~")
)


def no_date(text: str, why: str = "") -> DateError:
    """Make the error for a text that can't be read, with the reason where there is one."""
    return DateError(f"{shown(text)} is not a date{why and ': ' + why}; write {FORMS}")


def clean(text: str) -> str:
    """Return a text in lower case with one form of each digit, dash and space.

    Raises:
        DateError: The text is empty or too long to be a date.

    """
    original, text = text, text.strip()
    if len(text) > LONGEST:
        raise no_date(original)
    # Signs come first: NFKC takes two of the tildes for a space and an accent.
    text = unicodedata.normalize("NFKC", text.translate(_SIGNS)).translate(_SIGNS)
    text = "".join(
        str(unicodedata.decimal(char)) if char.isdecimal() else char
        for char in text
        if unicodedata.category(char) != "Cf"
    )
    text = re.sub(r"-{2,}|[-–]*–[-–]*", "–", " ".join(text.casefold().split()))
    if text[:1] + text[-1:] in {"()", "[]"}:
        text = text[1:-1].strip()
    if not text or len(text) > LONGEST:
        raise no_date(original)
    return text
