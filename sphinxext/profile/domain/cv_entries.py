"""Records become entries of a CV: words resolved, the owner told from the others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import zip_longest

from ..i18n import translate
from ..model.citation import title_spans, venue_spans
from ..model.cv import Author, Entry
from ..model.dates import DateRange
from ..model.event import Event
from ..model.person import Person
from ..model.project import Project
from ..model.publication import Contributor, Publication
from ..model.record import Link
from ..model.richtext import Span
from .select import Answers
from .store import Stated

#: What a fact of an entry is called.
FACTS = ("Grade", "Courses", "Amount", "Partners", "Funding", "Grant", "Tags")


class Entries:
    """Makes entries for one person's CV in one language."""

    def __init__(
        self,
        answers: Answers,
        person: Person,
        language: str,
        address: Callable[[Stated], str],
    ) -> None:
        self.store = answers.store
        self.authorships = answers.relations.authorships
        self.person = person
        self.language = language
        self.address = address

    def of(self, stated: Stated) -> Entry:
        """Make the entry of a record."""
        match stated.record:
            case Event() as event:
                return self._event(event)
            case Project() as project:
                return self._project(project, stated)
            case Publication() as publication:
                return self._publication(publication)
            case record:
                return Entry(title=(Span(record.name),), body=record.body, record=record)

    def organization(self, words: str) -> str:
        """Return the words for an organization that is named by id or in words."""
        department, found = self.store.organization(words)
        if found is None:
            return words
        shown = words[len(department) :].lstrip(", ")
        name = found.record.name_in(self.language) if shown == found.record.id else shown
        return ", ".join(part for part in (department, name) if part)

    def _facts(self, *pairs: tuple[str, str]) -> tuple[tuple[str, str], ...]:
        return tuple((translate(label, self.language), words) for label, words in pairs if words)

    def _event(self, event: Event) -> Entry:
        return Entry(
            title=(Span(event.name),),
            organization=self.organization(event.organization),
            about=event.about,
            location=event.location,
            when=event.when,
            when_text=event.when_text,
            url=event.url,
            body=event.body,
            facts=self._facts(
                ("Amount", event.amount),
                ("Grade", event.score),
                ("Courses", ", ".join(event.courses)),
            ),
            links=event.links,
            record=event,
        )

    def _project(self, project: Project, stated: Stated) -> Entry:
        roles = (m.role for m in project.people if self._is_owner(m.text))
        page = project.link("page")
        return Entry(
            title=(Span(project.name),),
            role=", ".join(dict.fromkeys(role for role in roles if role)),
            about=project.type,
            location=project.location,
            when=project.when,
            when_text=project.when_text,
            url=self.address(stated) if page.startswith("doc:") or not page else page,
            body=project.body,
            facts=self._facts(
                ("Partners", self._organizations(project.partners)),
                ("Funding", self._organizations(project.funder)),
                ("Grant", project.grant),
                ("Tags", ", ".join(project.tags)),
            ),
            links=tuple(link for link in project.links if link.url and link.rel != "page"),
            keywords=project.tags,
            record=replace(
                project,
                partners=tuple(map(self.organization, project.partners)),
                funder=tuple(map(self.organization, project.funder)),
            ),
        )

    def _organizations(self, found: tuple[str, ...]) -> str:
        return "; ".join(map(self.organization, found))

    def _is_owner(self, text: str) -> bool:
        return text == self.person.id or text in self.person.all_names

    def _publication(self, publication: Publication) -> Entry:
        issued = publication.issued
        return Entry(
            title=title_spans(publication),
            when=DateRange(issued, issued) if issued else None,
            url=publication_address(publication),
            # What a resume says of a paper is meant to be read there; an abstract isn't.
            body=() if publication.bibtex else publication.body,
            authors=self._authors(publication),
            et_al=publication.et_al,
            source=venue_spans(replace(publication, issued=None)),
            facts=tuple(("", block.text) for block in publication.award),
            links=_links(publication),
            record=publication,
        )

    def _authors(self, publication: Publication) -> tuple[Author, ...]:
        ids = self.authorships.get(publication.id).authors
        pairs = zip_longest(publication.authors, ids, fillvalue="")
        return tuple(
            Author(author.name.display, own=id_ == self.person.id)
            for author, id_ in pairs
            if isinstance(author, Contributor)
        )


def publication_address(publication: Publication) -> str:
    """Return where a publication is found: by its DOI, at arXiv, at its address, or ``""``."""
    if publication.doi:
        return f"https://doi.org/{publication.doi}"
    if publication.arxiv:
        return f"https://arxiv.org/abs/{publication.arxiv}"
    return publication.url or publication.link("html") or publication.link("pdf")


def _links(publication: Publication) -> tuple[Link, ...]:
    """List the links that a reader of a CV may follow beside the title's."""
    wanted = ("code", "dataset", "model", "website")
    return tuple(link for link in publication.links if link.rel in wanted and link.url)
