"""Where a publication came out, as one line: journal, volume and pages, meeting, school."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..i18n import _
from ..model.publication import Publication
from ..model.richtext import Span

_Parts = Iterator[tuple[Span, ...]]


def venue(publication: Publication) -> tuple[Span, ...]:
    """Return the line without its date, its parts divided by commas."""
    out: list[Span] = []
    for part in _LINES.get(publication.type, _other)(publication):
        if out:
            out.append(Span(", "))
        out += part
    return tuple(out)


def _words(*texts: str) -> _Parts:
    return ((Span(text),) for text in texts if text)


def _title(text: str) -> Span:
    return Span(text, ("emphasis",))


def _pages(publication: Publication) -> str:
    pages = publication.pages
    if pages:
        several = any(sign in pages for sign in "-–,")
        return (_("pp. {pages}") if several else _("p. {pages}")).format(pages=pages)
    if publication.article_number:
        return _("article {number}").format(number=publication.article_number)
    return ""


def _journal(publication: Publication) -> _Parts:
    volume = publication.volume + (f"({publication.issue})" if publication.issue else "")
    name = publication.container_title or publication.venue
    if name:
        yield (_title(name), *((Span(f" {volume}"),) if volume else ()))
    pages = publication.pages
    yield from _words(pages or _pages(publication))


def _collection(publication: Publication) -> _Parts:
    name = publication.container_title or publication.event
    if name:
        yield (_title(name),)
    volume = _("vol. {volume}").format(volume=publication.volume) if publication.volume else ""
    yield from _words(publication.series, volume, _pages(publication), publication.publisher)


def _preprint(publication: Publication) -> _Parts:
    if publication.arxiv and publication.container_title.casefold() in {"", "arxiv"}:
        subject = f" [{publication.arxiv_class}]" if publication.arxiv_class else ""
        yield (Span(f"arXiv:{publication.arxiv}{subject}"),)
    else:
        yield from _journal(publication)


def _thesis(publication: Publication) -> _Parts:
    yield from _words(
        publication.genre, publication.school or publication.publisher, publication.place
    )


def _report(publication: Publication) -> _Parts:
    kind = " ".join(part for part in (publication.genre, publication.number) if part)
    yield from _words(kind, publication.publisher or publication.school, publication.place)


def _book(publication: Publication) -> _Parts:
    edition = publication.edition
    if edition.isdigit():
        edition = _("edition {number}").format(number=edition)
    volume = _("vol. {volume}").format(volume=publication.volume) if publication.volume else ""
    yield from _words(publication.series, volume, edition, publication.publisher, publication.place)


def _other(publication: Publication) -> _Parts:
    name = publication.container_title or publication.event
    if name:
        yield (_title(name),)
    if publication.arxiv and not name:
        yield from _preprint(publication)
        return
    yield from _words(
        publication.genre,
        publication.number,
        publication.version,
        publication.school or publication.publisher,
        _pages(publication),
    )


_LINES: dict[str, Callable[[Publication], _Parts]] = {
    "article": _preprint,
    "article-journal": _journal,
    "article-magazine": _journal,
    "article-newspaper": _journal,
    "review": _journal,
    "paper-conference": _collection,
    "chapter": _collection,
    "entry-encyclopedia": _collection,
    "entry-dictionary": _collection,
    "book": _book,
    "collection": _book,
    "thesis": _thesis,
    "report": _report,
    "patent": _report,
}
