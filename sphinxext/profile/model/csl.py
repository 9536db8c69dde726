"""A publication as an item of CSL-JSON, the data of citation processors and reference managers.

Source: ``csl-data.json``, the schema of CSL 1.0.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from .citation import title_spans
from .dates import PartialDate
from .names import PersonName
from .publication import Contributor, Publication
from .richtext import Span, plain

_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "winter": 4}
#: The markup that CSL processors read in titles.
_TAGS = {
    "emphasis": ("<i>", "</i>"),
    "strong": ("<b>", "</b>"),
    "sub": ("<sub>", "</sub>"),
    "sup": ("<sup>", "</sup>"),
    "nocase": ('<span class="nocase">', "</span>"),
}
#: Names of languages that BibLaTeX (babel) uses -> tags.
_LANGUAGES = {
    "english": "en", "american": "en-US", "british": "en-GB", "german": "de", "ngerman": "de",
    "french": "fr", "spanish": "es", "italian": "it", "portuguese": "pt", "brazilian": "pt-BR",
    "dutch": "nl", "korean": "ko", "japanese": "ja", "chinese": "zh", "russian": "ru",
    "polish": "pl", "czech": "cs", "swedish": "sv", "danish": "da", "finnish": "fi",
    "norsk": "nb", "turkish": "tr", "greek": "el", "hungarian": "hu", "ukrainian": "uk",
}  # fmt: skip
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


def to_csl(publication: Publication) -> dict[str, Any]:
    """Return a publication as the JSON object of CSL; empty fields are left out."""
    preprint = publication.type == "article" and publication.arxiv
    number = publication.number or publication.article_number
    item: dict[str, Any] = {
        "id": publication.id,
        "type": publication.type,
        "title": marked_title(publication),
        "title-short": publication.short_title,
        "author": _people(publication.authors),
        "editor": _people(publication.editors),
        "issued": _date(publication.issued),
        "accessed": _date(publication.accessed),
        "container-title": "" if preprint else publication.container_title,
        "container-title-short": publication.container_short,
        "collection-title": publication.series,
        "event-title": publication.event,
        "volume": publication.volume,
        "issue": publication.issue,
        "page": publication.pages.replace("–", "-"),
        "number": f"arXiv:{publication.arxiv}" if preprint else number,
        "chapter-number": publication.chapter,
        "edition": publication.edition,
        "version": publication.version,
        "publisher": publication.school or publication.publisher or ("arXiv" if preprint else ""),
        "publisher-place": publication.place,
        "genre": publication.genre,
        "language": language_of(publication),
        "status": "" if publication.status == "published" else publication.status,
        "note": publication.note,
        "abstract": plain(publication.body),
        "keyword": ", ".join(publication.keywords),
        "DOI": publication.doi,
        "PMID": publication.pmid,
        "ISBN": publication.isbn,
        "ISSN": publication.issn,
        "URL": address(publication),
    }
    return {name: value for name, value in item.items() if value}


def address(publication: Publication) -> str:
    """Return the one address that leads to a work: its own, its page's or its preprint's."""
    if publication.url:
        return publication.url
    found = publication.link("html")
    if "://" in found:
        return found
    return publication.link("arxiv") if not publication.doi else ""


def language_of(publication: Publication) -> str:
    """Return the language of a work as a tag (BCP 47), or ``""`` where it is not known."""
    text = publication.language.strip()
    known = _LANGUAGES.get(text.lower(), "")
    return known or (text.replace("_", "-") if _TAG.fullmatch(text) else "")


def marked_title(publication: Publication) -> str:
    """Return the title with the HTML-like markup of CSL; formulas keep their TeX."""
    return "".join(map(_marked, title_spans(publication)))


def _marked(span: Span) -> str:
    text = f"${span.text}$" if "math" in span.marks else span.text
    for mark in reversed(span.marks):
        before, after = _TAGS.get(mark, ("", ""))
        text = f"{before}{text}{after}"
    return text


def _people(people: Iterable[Contributor]) -> list[dict[str, str]]:
    return [csl_name(person.name) for person in people]


def csl_name(name: PersonName) -> dict[str, str]:
    """Return a name as the name variable of CSL."""
    if name.literal:
        return {"literal": name.literal}
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "dropping-particle": name.dropping_particle,
        "suffix": name.suffix,
    }
    return {part: value for part, value in parts.items() if value}


def _date(date: PartialDate | None) -> dict[str, Any]:
    if date is None:
        return {}
    found: dict[str, Any] = {
        "date-parts": [[part for part in (date.year, date.month, date.day) if part]]
    }
    if date.season:
        found["season"] = _SEASONS[date.season]
    return found
