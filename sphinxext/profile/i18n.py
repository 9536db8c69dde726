"""The message catalogue "profile", and dates as a language writes them.

``_`` translates words of a page into the site's language, ``__`` words for the author into the
console's; ``N_`` marks words that are translated where they are printed.  :func:`translate` and
the ``format_`` functions take the language, so that one build can print several.
"""

from __future__ import annotations

import gettext
from datetime import timedelta
from functools import lru_cache
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, NamedTuple

from babel import Locale, UnknownLocaleError
from babel.dates import format_date as babel_date
from babel.dates import format_timedelta, match_skeleton
from sphinx.locale import get_translation, get_translator

from .model.citation_words import Words
from .model.dates import DateRange, Duration, PartialDate

if TYPE_CHECKING:
    from sphinx.application import Sphinx

CATALOGUE = "profile"
LOCALE_DIR = Path(__file__).parent / "locale"

_ = get_translation(CATALOGUE)
__ = get_translation(CATALOGUE, "console")


def N_(message: str) -> str:  # noqa: N802 (gettext's own name for it)
    """Mark a message for the catalogue and return it unchanged."""
    return message


#: Words of the model, which knows no language: kinds of event, links, networks.
WORDS = (
    *(N_("Experience"), N_("Education"), N_("Awards"), N_("Grants"), N_("Talks")),
    *(N_("Teaching"), N_("Service"), N_("Certificates"), N_("Memberships"), N_("Milestones")),
    *(N_("Project page"), N_("Paper"), N_("Code"), N_("Demo"), N_("Video"), N_("Slides")),
    *(N_("Poster"), N_("Dataset"), N_("Model")),
    *(N_("Website"), N_("Email"), N_("Phone")),
    *(N_("Curriculum vitae"), N_("Profile"), N_("Research interests"), N_("Projects")),
    *(N_("Publications"), N_("Skills"), N_("Languages"), N_("Further information")),
    *(N_("References"), N_("Grade"), N_("Courses"), N_("Amount"), N_("Partners")),
    *(N_("Funding"), N_("Grant")),
)

_SEASONS = {
    "spring": N_("Spring {year}"),
    "summer": N_("Summer {year}"),
    "autumn": N_("Autumn {year}"),
    "winter": N_("Winter {year}"),
}
_SKELETONS = {"year": "y", "month": "yMMM", "day": "yMMMd"}


class Piece(NamedTuple):
    """Words of a printed range; ``machine`` is the ISO 8601 form of a date, else ``""``."""

    words: str
    machine: str = ""


def register(app: Sphinx) -> None:
    """Have Sphinx load the catalogue in the site's and in the console's language."""
    app.add_message_catalog(CATALOGUE, str(LOCALE_DIR))


def reference_words() -> Words:
    """Return the words of references in the site's language, as lists of publications use them."""
    return _reference_words(get_translator(CATALOGUE))


@lru_cache(maxsize=16)
def _reference_words(_translator: object) -> Words:
    return Words(
        two=_("{first} and {second}").format(first="{0}", second="{1}"),
        et_al=_("{name} et al.").format(name="{0}"),
        within="",
        page=_("p. {pages}").format(pages="{0}"),
        pages=_("pp. {pages}").format(pages="{0}"),
        article=_("article {number}").format(number="{0}"),
        volume=_("vol. {volume}").format(volume="{0}"),
        edition=_("edition {number}").format(number="{0}"),
        version=_("version {number}").format(number="{0}"),
        preprint="",
        in_press=_("in press"),
        no_date=_("n.d."),
    )


@lru_cache(maxsize=256)
def locale_of(language: str) -> Locale:
    """Return the locale of a language tag (``ko``, ``pt_BR``, ``zh-Hans-CN``), else English."""
    tag = language.replace("-", "_")
    for candidate in (tag, tag.partition("_")[0]):
        try:
            return Locale.parse(candidate)
        except (ValueError, TypeError, UnknownLocaleError):
            continue
    return Locale("en")


@lru_cache(maxsize=64)
def _translations(locale: Locale) -> gettext.NullTranslations:
    languages = [str(locale), locale.language]
    return gettext.translation(CATALOGUE, LOCALE_DIR, languages, fallback=True)


def translate(message: str, language: str) -> str:
    """Return a message of the catalogue in a language, else as it stands."""
    return _translations(locale_of(language)).gettext(message)


@lru_cache(maxsize=4096)
def format_date(when: PartialDate, language: str) -> str:
    """Write a date as precisely as it is known: ``2018``, ``Aug 2024``, ``2024년 8월``."""
    locale = locale_of(language)
    if when.season:
        return translate(_SEASONS[when.season], language).format(year=when.year)
    return babel_date(when.earliest(), _pattern(when.precision, locale), locale)


@lru_cache(maxsize=64)
def _pattern(precision: str, locale: Locale) -> str:
    """Return how a locale writes a date: to look for it takes longer than to write one."""
    known = locale.datetime_skeletons
    skeleton = _SKELETONS[precision]
    near = skeleton if skeleton in known else match_skeleton(skeleton, known)
    return str(known[near or skeleton])


@lru_cache(maxsize=4096)
def range_pieces(when: DateRange, language: str) -> tuple[Piece, ...]:
    """Write a range in pieces, each date with its machine form: what ``<time>`` marks up."""
    start = when.start and Piece(format_date(when.start, language), when.start.iso8601())
    if start and when.is_single:
        return (start,)
    if when.end:
        end = Piece(format_date(when.end, language), when.end.iso8601())
    else:
        end = Piece(translate(N_("present"), language))
    if start:
        template = translate(N_("{start} – {end}"), language)
    else:
        template = translate(N_("until {end}"), language) if when.end else "{end}"
    pieces = []
    for words, field, _spec, _conversion in Formatter().parse(template):
        pieces += [Piece(words)] if words else []
        pieces += [end if field == "end" else start or end] if field else []
    return tuple(pieces)


def format_range(when: DateRange, language: str) -> str:
    """Write a range: ``Aug 2024 – present``, ``2024년 8월 – 현재``; one date as a date."""
    return "".join(piece.words for piece in range_pieces(when, language))


@lru_cache(maxsize=4096)
def format_duration(span: Duration, language: str) -> str:
    """Write full years and months: ``3 years 5 months``, ``3년 5개월``; nothing for none."""
    # Babel's unit patterns lack the long form in many languages.  A timedelta of whole years of
    # 365 days and months of 30 is printed in all of them.
    years = timedelta(days=365 * span.years) if span.years else None
    months = timedelta(days=30 * span.months) if span.months else None
    return " ".join(
        format_timedelta(part, threshold=1, locale=locale_of(language))
        for part in (years, months)
        if part
    )
