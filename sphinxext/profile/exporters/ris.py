"""Publications as RIS, which every reference manager imports.

Source: *RIS Format Specifications* (Research Information Systems, 2001; the tags of the revision
of 2011): two characters, two spaces, a hyphen, a space, and one value a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..model.citation import title_spans
from ..model.csl import address, language_of
from ..model.dates import PartialDate
from ..model.names import PersonName
from ..model.publication import Publication
from ..model.richtext import plain

_TYPES = {
    "article": "UNPB",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "chapter": "CHAP",
    "dataset": "DATA",
    "entry-encyclopedia": "ENCYC",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "UNPB",
    "motion_picture": "VIDEO",
    "pamphlet": "PAMP",
    "paper-conference": "CPAPER",
    "patent": "PAT",
    "periodical": "JFULL",
    "personal_communication": "PCOMM",
    "report": "RPRT",
    "review": "JOUR",
    "software": "COMP",
    "song": "SOUND",
    "speech": "CONF",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}

#: Whatever may end a line, and all other blanks.
_BLANKS = re.compile(r"[\s\x00-\x1f\x7f\x85\u2028\u2029]+")


def to_ris(publications: Iterable[Publication]) -> str:
    """Return a RIS file with one record for each publication, in their order."""
    return "\r\n".join(record(publication) for publication in publications)


def record(publication: Publication) -> str:
    """Return one record, its lines ended as the format asks (CR LF)."""
    lines = [
        f"{tag}  - {clean}" for tag, value in _values(publication) if (clean := _one_line(value))
    ]
    return "".join(f"{line}\r\n" for line in [*lines, "ER  - "])


def _one_line(value: str) -> str:
    """Return a value without the line ends, at which another tag might start."""
    return _BLANKS.sub(" ", value).strip()


def _values(publication: Publication) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES.get(publication.type, "GEN")
    yield "ID", publication.id
    for author in publication.authors:
        yield "AU", _name(author.name)
    if publication.et_al:
        yield "AU", "et al."
    for editor in publication.editors:
        yield "ED" if not publication.authors else "A2", _name(editor.name)
    yield "TI", "".join(span.text for span in title_spans(publication))
    yield "ST", publication.short_title
    if publication.issued:
        yield "PY", f"{publication.issued.year:04}"
        yield "DA", _date(publication.issued)
    yield from _venue(publication)
    yield from _numbers(publication)
    yield "AB", plain(publication.body)
    for keyword in publication.keywords:
        yield "KW", keyword
    yield "N1", publication.note
    yield "LA", language_of(publication)


def _venue(publication: Publication) -> Iterator[tuple[str, str]]:
    yield "T2", publication.container_title
    if publication.type.startswith("article-") or publication.type == "review":
        yield "JO", publication.container_title
        yield "JA", publication.container_short
    yield "T3", publication.series
    yield "C3" if publication.type == "paper-conference" else "A4", publication.event
    yield "VL", publication.volume
    yield "IS", publication.issue
    first, _, last = publication.pages.partition("–")
    yield "SP", first
    yield "EP", last
    yield "C7", publication.article_number
    yield "ET", publication.edition or publication.version
    yield "PB", publication.school or publication.publisher
    yield "CY", publication.place
    yield "M3", publication.genre


def _numbers(publication: Publication) -> Iterator[tuple[str, str]]:
    yield "SN", publication.isbn or publication.issn
    yield "M1", publication.number
    yield "DO", publication.doi
    yield "AN", f"arXiv:{publication.arxiv}" if publication.arxiv else ""
    yield "UR", address(publication)
    pdf = publication.link("pdf")
    yield "L1", pdf if "://" in pdf else ""
    if publication.accessed:
        yield "Y2", _date(publication.accessed)


def _name(name: PersonName) -> str:
    """Return ``Family, Given, Suffix``; the name of a body has no comma that could part it."""
    if name.literal:
        return name.literal if "," not in name.literal else f"{name.literal},"
    given = " ".join(filter(None, (name.given, name.dropping_particle)))
    if name.suffix:
        return f"{name.surname}, {given}, {name.suffix}"
    return f"{name.surname}, {given}" if given else name.surname


def _date(date: PartialDate) -> str:
    """Return ``YYYY/MM/DD/other``, the parts that are not known empty."""
    month = f"{date.month:02}" if date.month else ""
    day = f"{date.day:02}" if date.day else ""
    return f"{date.year:04}/{month}/{day}/{date.season}"
