"""Publications as BibTeX that others may copy: the author's own source, or one made of the record.

What is written is UTF-8, read by BibTeX engines of this century and by BibLaTeX, and read back by
``sources/bibtex.py`` as the same publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from ..model.names import SUFFIXES, PersonName, fold
from ..model.publication import Contributor, Publication
from ..model.richtext import Span

#: CSL type -> entry type that classic styles know.
_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "review": "article",
    "paper-conference": "inproceedings",
    "chapter": "incollection",
    "entry-encyclopedia": "incollection",
    "book": "book",
    "report": "techreport",
    "manuscript": "unpublished",
    "pamphlet": "booklet",
    "patent": "patent",
    "software": "software",
    "dataset": "dataset",
    "webpage": "online",
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "\u00a0": "~",
    "\u2009": r"\,",
}
_SPECIALS = re.compile("[" + re.escape("".join(_SPECIAL)) + "]")
_LIGATURE = re.compile(r"-(?=-)|`(?=`)|'(?=')")
_MARKS = {
    "emphasis": r"\emph{",
    "strong": r"\textbf{",
    "code": r"\texttt{",
    "sub": r"\textsubscript{",
    "sup": r"\textsuperscript{",
}
_SUFFIX_LIKE = re.compile(r"\band\b|[,{}\\]", re.IGNORECASE)


def to_bibtex(publications: Iterable[Publication]) -> str:
    """Return a .bib file with one entry for each publication, in their order."""
    return "\n".join(f"{entry(publication)}\n" for publication in publications)


def entry(publication: Publication) -> str:
    """Return the source that came with a publication, or one made of its fields."""
    return publication.bibtex or made_entry(publication)


def made_entry(publication: Publication) -> str:
    """Return an entry made of the record alone."""
    pairs = [*_who_and_what(publication), *_when(publication), *_where(publication)]
    lines = "".join(f"  {name} = {value},\n" for name, value in pairs if value and value != "{}")
    key = re.sub(r"[\s,{}()\"#%~\\=]+", "-", publication.id) or "untitled"
    return f"@{_type(publication)}{{{key},\n{lines}}}"


def escape(text: str) -> str:
    """Return plain text as LaTeX that prints it, on one line and with balanced braces."""
    text = re.sub(r"[ \t\n\r\f\v]+", " ", text)
    text = _SPECIALS.sub(lambda match: _SPECIAL[match[0]], text)
    # An entity of HTML that stands there as text must not become one.
    text = re.sub(r"\\&(?=[a-z#0-9]+;)", r"\\&{}", text)
    return _LIGATURE.sub(lambda match: f"{match[0]}{{}}", text)


def _type(publication: Publication) -> str:
    if publication.type == "thesis":
        is_master = re.search(r"master|석사|diplom", publication.genre, re.IGNORECASE)
        return "mastersthesis" if is_master else "phdthesis"
    return _TYPES.get(publication.type, "misc")


def _braced(text: str) -> str:
    return f"{{{escape(text)}}}"


def _verbatim(text: str) -> str:
    """Write an address as it is; braces, which it can't hold, are percent-encoded."""
    clean = text.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
    return f"{{{clean}}}"


def _who_and_what(publication: Publication) -> Iterable[tuple[str, str]]:
    yield "author", f"{{{names(publication.authors, et_al=publication.et_al)}}}"
    yield "editor", f"{{{names(publication.editors)}}}"
    yield "title", f"{{{_title(publication)}}}"
    yield "shorttitle", _braced(publication.short_title)


def _title(publication: Publication) -> str:
    if not publication.title_rich:
        return escape(publication.name)
    spans = publication.title_rich[0].spans
    runs = groupby(spans, lambda span: "nocase" in span.marks)
    return "".join(
        f"{{{text}}}" if protected else text
        for protected, run in runs
        for text in ["".join(map(_marked, run))]
    )


def _marked(span: Span) -> str:
    text = f"${span.text}$" if "math" in span.marks else escape(span.text)
    for mark in reversed(span.marks):
        if mark in _MARKS:
            text = f"{_MARKS[mark]}{text}}}"
    return f"\\href{_verbatim(span.href)}{{{text}}}" if span.href else text


def names(people: Iterable[Contributor], *, et_al: bool = False) -> str:
    """Return names as BibTeX has them: ``van der Lee, Jr., Bo and {Nowhere, Inc.}``."""
    written = [_name(person.name) for person in people]
    return " and ".join([*written, "others"] if et_al else written)


def _name(name: PersonName) -> str:
    if name.literal:
        return f"{{{escape(name.literal)}}}"
    family = _whole(name.family)
    if name.particle and not all(word[:1].islower() for word in name.particle.split()):
        family = _protected(f"{name.particle} {name.family}")
    elif name.particle:
        family = f"{escape(name.particle)} {family}"
    given = " ".join(filter(None, (name.given, name.dropping_particle)))
    parts = [family, _part(name.suffix), _part(given)]
    # A name of one word has no comma; one of several words needs it, or would be taken apart.
    if not given and not name.suffix:
        return family if " " not in name.family and not name.particle else f"{family}, {{}}"
    return ", ".join(part for part in parts if part)


def _whole(family: str) -> str:
    """Write a family name so that no word of it is taken for a particle or a suffix."""
    words = family.split()
    takes_apart = any(word[:1].islower() for word in words[:-1]) or _is_suffix(words)
    return _protected(family) if takes_apart else _part(family)


def _is_suffix(words: list[str]) -> bool:
    return len(words) > 1 and fold(words[-1]) in SUFFIXES


def _part(text: str) -> str:
    return _protected(text) if _SUFFIX_LIKE.search(text) else escape(text)


def _protected(text: str) -> str:
    return f"{{{escape(text)}}}"


def _when(publication: Publication) -> Iterable[tuple[str, str]]:
    date = publication.issued
    if date is None:
        waiting = {"in-press": "in press", "under-review": "under review"}
        yield "year", _braced(waiting.get(publication.status, ""))
        return
    if date.season:
        yield "date", _braced(date.isoformat())
        return
    yield "year", f"{{{date.year:04}}}"
    if date.month:
        yield "month", _MONTHS[date.month - 1]
    if date.day:
        yield "day", f"{{{date.day}}}"


def _where(publication: Publication) -> Iterable[tuple[str, str]]:
    kind = _type(publication)
    container = "booktitle" if kind in {"inproceedings", "incollection"} else "journal"
    yield container, _braced(publication.container_title)
    yield f"short{container}", _braced(publication.container_short)
    yield "series", _braced(publication.series)
    yield "eventtitle", _braced(publication.event)
    yield "volume", _braced(publication.volume)
    yield "number", _braced(publication.issue or publication.number)
    yield "pages", _braced(publication.pages).replace("–", "--")
    yield "eid", _braced(publication.article_number)
    yield "chapter", _braced(publication.chapter)
    yield "edition", _braced(publication.edition)
    yield "version", _braced(publication.version)
    yield "school", _braced(publication.school)
    yield "institution" if kind == "techreport" else "publisher", _braced(publication.publisher)
    yield "address", _braced(publication.place)
    yield "type", _braced(publication.genre)
    yield "langid", _braced(publication.language)
    yield "note", _braced(publication.note)
    yield "pubstate", _braced(_pubstate(publication))
    yield "doi", _verbatim(publication.doi)
    if publication.arxiv:
        yield "eprint", _verbatim(publication.arxiv)
        yield "archiveprefix", "{arXiv}"
        yield "primaryclass", _verbatim(publication.arxiv_class)
    yield "pmid", _verbatim(publication.pmid)
    yield "isbn", _verbatim(publication.isbn)
    yield "issn", _verbatim(publication.issn)
    yield "url", _verbatim(publication.url)
    if publication.accessed:
        yield "urldate", _braced(publication.accessed.isoformat())


def _pubstate(publication: Publication) -> str:
    states = {"in-press": "inpress", "under-review": "submitted"}
    return states.get(publication.status, "") if publication.issued else ""
