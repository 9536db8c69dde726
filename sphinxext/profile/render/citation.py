"""What is shown of a publication, as plain parts that every format puts together in its way.

Ordinary nodes are made of them in :mod:`.publication`; HTML writes long lists of them directly.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from ..i18n import N_, _, format_date, reference_words
from ..model.author_marks import SIGNS, signs, signs_for
from ..model.citation import title_spans, where_spans
from ..model.dates import PartialDate
from ..model.publication import CORRESPONDING, EQUAL, Publication
from ..model.record import Link
from ..model.richtext import RichText, Span

#: Kinds of link that a title leads to where the publication has no page, the best first.
_TITLE_LINKS = ("html", "doi", "url", "arxiv", "hal", "pdf", "website")

_STATES = {
    "in-press": N_("In press"),
    "under-review": N_("Under review"),
    "preprint": N_("Preprint"),
}


class Author(NamedTuple):
    """One author as a page shows them: ``person`` is the id of a member of the lab, or ``""``."""

    name: str
    person: str = ""
    signs: tuple[str, ...] = ()


class Citation(NamedTuple):
    """The parts of a publication in the order in which they stand.

    ``shown`` authors stand before the fold that hides the rest of a long list.
    ``title_url`` is where the title leads without a page of its own, or ``""``.  ``annotation``
    is said of the authors, ``remarks`` of the work.  ``reference`` takes the place of title,
    authors and venue.
    """

    publication: Publication
    title: tuple[Span, ...]
    title_url: str
    authors: tuple[Author, ...]
    shown: int
    venue: tuple[Span, ...]
    date: str
    datetime: str
    badge: str
    status: str
    award: str
    annotation: tuple[Span, ...]
    remarks: tuple[tuple[Span, ...], ...]
    links: tuple[Link, ...]
    projects: tuple[tuple[str, str], ...]
    reference: tuple[Span, ...] = ()


def cite(
    publication: Publication,
    language: str,
    *,
    people: Sequence[str] = (),
    projects: Sequence[tuple[str, str]] = (),
    links: Sequence[Link] = (),
    most: int = 0,
    reference: tuple[Span, ...] = (),
) -> Citation:
    """Take a publication apart.

    ``people`` are the ids behind its authors, in order; ``projects`` pairs of id and name;
    ``links`` its links as this output can follow them.  Of more than ``most`` authors the rest is
    folded; 0 folds none.  ``reference`` is all of it in a style of CSL, where the site has one.
    """
    authors = _authors(publication, people)
    folded = bool(most) and len(authors) > most + 1
    award = inline_spans(publication.award)
    status = status_label(publication.status)
    named = publication.award_name or (_("Award") if award else "")
    info = _without_joint(inline_spans(publication.additional_info))
    is_said = publication.note.casefold() == status.casefold()
    note = (Span(publication.note),) if publication.note and not is_said else ()
    return Citation(
        publication=publication,
        title=_title(publication),
        title_url=_title_url(links),
        authors=authors,
        shown=most if folded else len(authors),
        venue=where_spans(publication, reference_words()),
        date=format_date(to_month(publication.issued), language) if publication.issued else "",
        datetime=publication.issued.iso8601() if publication.issued else "",
        badge=publication.abbr,
        status=status,
        award=named,
        annotation=inline_spans(publication.annotation),
        remarks=tuple(filter(None, (award, info, note))),
        links=tuple(Link(_(link.label), link.url, link.rel) for link in links),
        projects=tuple(projects),
        reference=reference,
    )


def _without_joint(text: tuple[Span, ...]) -> tuple[Span, ...]:
    """Leave out the full stop that joins a text to the venue before it in al-folio."""
    if not text:
        return ()
    first = text[0].text.lstrip(" .,;:")
    return (replace(text[0], text=first), *text[1:]) if first else text[1:]


def _title(publication: Publication) -> tuple[Span, ...]:
    """Return the title without links of its own: it is one."""
    found = title_spans(publication)
    return tuple(replace(span, href="") if span.href else span for span in found)


def _title_url(links: Sequence[Link]) -> str:
    by_rel = {link.rel: link.url for link in links}
    return next((by_rel[rel] for rel in _TITLE_LINKS if rel in by_rel), "")


def _authors(publication: Publication, people: Sequence[str]) -> tuple[Author, ...]:
    if publication.authors:
        ids = people if len(people) == len(publication.authors) else [""] * len(publication.authors)
        own = signs_for(publication)
        return tuple(
            Author(contributor.name.display, person, signs(contributor, own))
            for contributor, person in zip(publication.authors, ids, strict=True)
        )
    return tuple(Author(contributor.name.display) for contributor in publication.editors)


def by_editors(publication: Publication) -> bool:
    """Tell whether the names that are shown are those of editors."""
    return bool(publication.editors) and not publication.authors


def inline_spans(text: RichText) -> tuple[Span, ...]:
    """Return a text as one line."""
    out: list[Span] = []
    for block in text:
        if out:
            out.append(Span(" "))
        out += block.spans
    return tuple(out)


def to_month(when: PartialDate) -> PartialDate:
    """Leave the day out: a list names months."""
    return PartialDate(when.year, when.month) if when.day else when


def marks_to_explain(publications: Iterable[Publication]) -> set[str]:
    """Gather the marks beside authors whose sign no annotation explains."""
    return {
        mark
        for work in publications
        for author in work.authors
        for mark in author.marks
        if mark not in signs_for(work)
    }


def legend(marks: set[str]) -> list[tuple[str, str]]:
    """Explain the signs of marks, as far as they mean the same in all entries."""
    words = {EQUAL: _("equal contribution"), CORRESPONDING: _("corresponding author")}
    return [(SIGNS[mark], text) for mark, text in words.items() if mark in marks]


def more_authors(citation: Citation) -> str:
    """Say what the fold of a long list of authors hides, the lab's own people by name."""
    hidden = citation.authors[citation.shown :]
    own = [author.name for author in hidden if author.person]
    if own:
        words = _("{count} more, among them {names}")
        return words.format(count=len(hidden), names=", ".join(own))
    return _("{count} more").format(count=len(hidden))


def status_label(status: str) -> str:
    """Return the words for work that isn't out yet; nothing for what is."""
    return _(_STATES[status]) if status in _STATES else ""


def status_heading(status: str) -> str:
    """Return the heading of a group of works in one state."""
    return {
        "published": _("Published"),
        "in-press": _("In press"),
        "under-review": _("Under review"),
        "preprint": _("Preprints"),
    }.get(status, status)


def type_heading(kind: str) -> str:
    """Return the heading of a group of works of one type, or the type's words in a choice."""
    known = {
        "article-journal": _("Journal articles"),
        "article-magazine": _("Magazine articles"),
        "article-newspaper": _("Newspaper articles"),
        "paper-conference": _("Conference papers"),
        "book": _("Books"),
        "chapter": _("Book chapters"),
        "collection": _("Edited volumes"),
        "thesis": _("Theses"),
        "report": _("Reports"),
        "article": _("Preprints"),
        "manuscript": _("Manuscripts"),
        "speech": _("Talks"),
        "patent": _("Patents"),
        "dataset": _("Datasets"),
        "software": _("Software"),
        "standard": _("Standards"),
        "webpage": _("Web pages"),
        "document": _("Other"),
    }
    return known.get(kind) or kind.replace("-", " ").replace("_", " ").capitalize()
