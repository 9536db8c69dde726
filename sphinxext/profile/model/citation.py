"""References without a citation style: the default of lists, CVs and feeds, and short forms.

The order is that of most computer-science pages: who, what, where, when.  A style of CSL is
another reader's business (``sources/csl_style.py``).  Lists take the parts one by one and say the
date and the state in their own way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from .citation_words import ENGLISH, Words
from .names import PersonName, is_east_asian
from .publication import Contributor, Publication
from .richtext import Block, RichText, Span

_PAGES = re.compile(r"[–,]")


def reference(publication: Publication, words: Words = ENGLISH) -> RichText:
    """Write a publication as one paragraph: authors, title, venue in emphasis, numbers, year."""
    parts: list[tuple[Span, ...]] = []
    if names := author_list(publication, words):
        parts.append((Span(names),))
    parts += [title_spans(publication), venue_spans(publication, words)]
    spans: list[Span] = []
    for part in parts:
        if not part:
            continue
        if spans:
            spans.append(Span(" "))
        spans += part
        if not part[-1].text.endswith((".", "?", "!", "…", "。")):
            spans.append(Span("."))
    return (Block("paragraph", _joined(spans)),)


def author_list(publication: Publication, words: Words = ENGLISH, most: int = 0) -> str:
    """Write the authors, or the editors of a work without any, in words.

    ``most`` is the number of names after which the list is shortened; 0 shortens nothing.
    """
    people = publication.authors or publication.editors
    names = [person.name.display for person in people]
    cut = bool(most) and len(names) > most
    text = enumerated(names[:most] if cut else names, words, et_al=cut or publication.et_al)
    if text and not publication.authors:
        text = (words.editors if len(people) > 1 else words.editor).format(text)
    return text


def enumerated(names: Sequence[str], words: Words = ENGLISH, *, et_al: bool = False) -> str:
    """Write several names as a list in words: "A, B, and C"."""
    if et_al:
        return words.et_al.format(words.comma.join(names)) if names else ""
    if len(names) < 2:
        return "".join(names)
    if len(names) == 2:
        return words.two.format(*names)
    return words.last.format(words.comma.join(names[:-1]), names[-1])


def title_spans(publication: Publication) -> tuple[Span, ...]:
    """Return the title with its markup."""
    if publication.title_rich:
        return publication.title_rich[0].spans
    return (Span(publication.name),)


def where_spans(publication: Publication, words: Words = ENGLISH) -> tuple[Span, ...]:
    """Return where a publication came out, the venue in emphasis."""
    return _line(_where(publication, words), words)


def venue_spans(publication: Publication, words: Words = ENGLISH) -> tuple[Span, ...]:
    """Return where and when a publication came out, the venue in emphasis."""
    where = _where(publication, words)
    if not any(where) and publication.status == "published":
        where = [publication.note]
    when = when_text(publication, words)
    if when and not any(where):
        when = when[0].upper() + when[1:]
    return _line([*where, when], words)


def when_text(publication: Publication, words: Words = ENGLISH) -> str:
    """Return the date, or what stands in its place: "in press", "under review"."""
    date = words.date(publication.issued) if publication.issued else ""
    waiting = {"in-press": words.in_press, "under-review": words.under_review}
    status = waiting.get(publication.status, "")
    return words.comma.join(filter(None, (status, date)))


_Parts = list["str | list[Span]"]


def _where(publication: Publication, words: Words) -> _Parts:
    return _WHERE.get(publication.type, _elsewhere)(publication, words)


def _line(parts: _Parts, words: Words) -> tuple[Span, ...]:
    """Put the parts that there are on one line, commas between them."""
    spans: list[Span] = []
    for part in parts:
        if not part:
            continue
        if spans:
            spans.append(Span(words.comma))
        spans += [Span(part)] if isinstance(part, str) else part
    return _joined(spans)


def _em(text: str, after: str = "", before: str = "") -> list[Span]:
    """Return a title of a venue in emphasis, with what is set around it."""
    spans = [Span(before)] if before else []
    spans += [Span(text, ("emphasis",))] if text else []
    return [*spans, Span(after)] if after else spans


def pages_text(publication: Publication, words: Words = ENGLISH) -> str:
    """Return the pages or the article number in words."""
    if publication.pages and publication.pages != publication.article_number:
        several = _PAGES.search(publication.pages)
        return (words.pages if several else words.page).format(publication.pages)
    number = publication.article_number
    return words.article.format(number) if number else ""


def _in_journal(publication: Publication, words: Words) -> _Parts:
    numbers = publication.volume + (f"({publication.issue})" if publication.issue else "")
    title = publication.container_title or publication.venue
    after = f" {numbers}" if numbers and title else numbers
    # Behind a volume, pages need no word that says what they are.
    pages = publication.pages if numbers else ""
    return [_em(title, after), pages or pages_text(publication, words)]


def _in_book(publication: Publication, words: Words) -> _Parts:
    title = publication.container_title or publication.event
    series = " ".join(filter(None, (publication.series, publication.volume)))
    if publication.series and publication.volume:
        series = f"{publication.series} {publication.volume}"
    elif publication.volume:
        series = words.volume.format(publication.volume)
    editors = _editors(publication, words)
    found: _Parts = []
    if title and editors:
        found = [[Span(words.within), Span(editors)], _em(title)]
    elif title:
        found = [_em(title, before=words.within)]
    publisher = publication.publisher if publication.type != "paper-conference" else ""
    return [*found, series, pages_text(publication, words), publisher]


def _editors(publication: Publication, words: Words) -> str:
    editors = publication.editors
    if not editors or not publication.authors or publication.type == "paper-conference":
        return ""
    names = enumerated([editor.name.display for editor in editors], words)
    return (words.editors if len(editors) > 1 else words.editor).format(names)


def _book(publication: Publication, words: Words) -> _Parts:
    edition = publication.edition
    if edition.isdigit():
        edition = words.edition.format(edition)
    volume = words.volume.format(publication.volume) if publication.volume else ""
    series = _em(publication.series) if publication.series else ""
    return [series, volume, edition, publication.publisher, publication.place]


def _thesis(publication: Publication, words: Words) -> _Parts:
    school = publication.school or publication.publisher
    return [publication.genre, school, publication.place]


def _report(publication: Publication, words: Words) -> _Parts:
    number = " ".join(filter(None, (publication.genre, publication.number)))
    return [number, publication.publisher or publication.school, publication.place]


def _preprint(publication: Publication, words: Words) -> _Parts:
    if publication.arxiv:
        kind = f" [{publication.arxiv_class}]" if publication.arxiv_class else ""
        return [f"arXiv:{publication.arxiv}{kind}"]
    if publication.container_title:
        return [*_in_journal(publication, words), publication.number]
    return [words.preprint, publication.number]


def _software(publication: Publication, words: Words) -> _Parts:
    version = words.version.format(publication.version) if publication.version else ""
    return [version, publication.publisher]


def _elsewhere(publication: Publication, words: Words) -> _Parts:
    title = publication.container_title or publication.event
    if publication.arxiv and not title:
        return _preprint(publication, words)
    parts: _Parts = [_em(title), publication.genre, publication.number, publication.version]
    return [*parts, publication.publisher or publication.school, pages_text(publication, words)]


_WHERE: dict[str, Callable[[Publication, Words], _Parts]] = {
    "article": _preprint,
    "article-journal": _in_journal,
    "article-magazine": _in_journal,
    "article-newspaper": _in_journal,
    "review": _in_journal,
    "paper-conference": _in_book,
    "chapter": _in_book,
    "entry-encyclopedia": _in_book,
    "entry-dictionary": _in_book,
    "book": _book,
    "collection": _book,
    "thesis": _thesis,
    "report": _report,
    "patent": _report,
    "standard": _report,
    "software": _software,
    "dataset": _software,
}


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Join neighbours of one kind."""
    found: list[Span] = []
    for span in spans:
        if found and (found[-1].marks, found[-1].href) == (span.marks, span.href):
            found[-1] = Span(found[-1].text + span.text, span.marks, span.href)
        elif span.text:
            found.append(span)
    return tuple(found)


def short_name(name: PersonName) -> str:
    """Return what a name is shortened to in a citation: the family name, or an East Asian name."""
    spoken = name.display
    return spoken if is_east_asian(spoken) else name.surname


def short_authors(publication: Publication, words: Words = ENGLISH) -> str:
    """Return "Kim", "Kim and Yang" or "Kim et al."; the short title of a work without people."""
    people: tuple[Contributor, ...] = publication.authors or publication.editors
    if not people:
        return publication.short_title or publication.name
    if len(people) > 2 or publication.et_al:
        return words.et_al.format(short_name(people[0].name))
    return enumerated([short_name(person.name) for person in people], words)


def short_date(publication: Publication, words: Words = ENGLISH) -> str:
    """Return the year, or what stands in its place."""
    if publication.issued:
        return str(publication.issued.year)
    return words.in_press if publication.status == "in-press" else words.no_date


def textual(publication: Publication, words: Words = ENGLISH, letter: str = "") -> str:
    """Return "Kim et al. (2022)"; ``letter`` stands behind the year, where it needs one."""
    date = short_date(publication, words) + letter
    return words.textual.format(short_authors(publication, words), date)


def parenthetical(publication: Publication, words: Words = ENGLISH, letter: str = "") -> str:
    """Return "Kim et al., 2022", which stands in parentheses."""
    date = short_date(publication, words) + letter
    return words.parenthetical.format(short_authors(publication, words), date)


def year_letters(publications: Iterable[Publication]) -> dict[str, str]:
    """Return the letters that tell works of the same people and year apart: key -> ``a``, ``b``.

    They follow the titles, whatever the order of the publications.
    """
    alike: dict[tuple[str, str], dict[str, Publication]] = {}
    for work in publications:
        alike.setdefault((short_authors(work), short_date(work)), {})[work.id] = work
    found: dict[str, str] = {}
    for works in alike.values():
        if len(works) > 1:
            ordered = sorted(works.values(), key=lambda work: (work.name, work.id))
            found |= {work.id: _letters(at) for at, work in enumerate(ordered)}
    return found


def _letters(number: int) -> str:
    """Count a, b ... z, aa, ab ..."""
    rest, last = divmod(number, 26)
    return (_letters(rest - 1) if rest else "") + chr(ord("a") + last)
