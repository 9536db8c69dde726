"""Put a CV together from the records that a plan asks for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ..i18n import translate
from ..model.cv import CV, SECTIONS, Entry, Layout, Section
from ..model.cv_formats import PICTURE
from ..model.networks import account_link
from ..model.person import FreeSection, Person
from ..model.record import Link, Topic
from ..model.richtext import Span
from .cv_entries import Entries
from .cv_plan import Part, Plan
from .select import Answers
from .store import Stated

#: Gives the address on the web of what is stated somewhere, or ``""``.
Address = Callable[[Stated], str]

HEADING = "Curriculum vitae"

_LAYOUTS: dict[str, Layout] = {
    "profile": "prose",
    "publications": "citations",
    "interests": "topics",
    "skills": "topics",
    "languages": "topics",
    "references": "quotes",
    "further": "free",
}


def compose(
    answers: Answers, plan: Plan, language: str, address: Address = lambda _stated: ""
) -> CV | None:
    """Make the CV that a plan asks for; ``None`` when nobody states the person.

    Sections in which nothing is found are left out.
    """
    stated = answers.store.get("person", plan.person)
    if stated is None or not isinstance(stated.record, Person):
        return None
    person = stated.record
    maker = _Maker(answers, person, language, address)
    return CV(
        person=person,
        heading=plan.heading or translate(HEADING, language),
        language=language,
        sections=tuple(section for part in plan.parts for section in maker.sections(part)),
        affiliation=tuple(maker.entries.organization(words) for words in person.affiliation),
        contacts=contacts(person),
        address=address(stated),
        picture=next((link.url for link in person.links if link.rel == PICTURE), ""),
        variant=plan.variant,
    )


def contacts(person: Person) -> tuple[Link, ...]:
    """List the accounts and links of a person with their labels."""
    return (*map(account_link, person.accounts), *person.links)


class _Maker:
    """Makes the sections of one person's CV."""

    def __init__(self, answers: Answers, person: Person, language: str, address: Address) -> None:
        self.answers = answers
        self.person = person
        self.language = language
        self.entries = Entries(answers, person, language, address)

    def sections(self, part: Part) -> list[Section]:
        """Make what a part asks for: no section, one, or one for each heading of its records."""
        if part.name == "profile":
            found = [Section("profile", self._title(part), "prose", text=self.person.body)]
            return found if self.person.body else []
        if part.name == "further":
            return [self._free(section) for section in self.person.free_sections]
        if part.query is not None:
            return self._of_records(part, self.answers.select(part.query))
        entries = self._of_person(part.name)
        return self._section(part, entries[: part.limit or None])

    def _title(self, part: Part) -> str:
        own = self.person.section if part.name == "profile" else ""
        return part.title or own or translate(SECTIONS[part.name], self.language)

    def _section(self, part: Part, entries: Sequence[Entry], title: str = "") -> list[Section]:
        layout = _LAYOUTS.get(part.name, "dated")
        made = Section(part.name, title or self._title(part), layout, tuple(entries))
        return [made] if entries else []

    def _of_records(self, part: Part, found: Sequence[Stated]) -> list[Section]:
        """Make sections of records: those with a heading of their own stand under it."""
        headings = dict.fromkeys(("", *(stated.record.section for stated in found)))
        out = []
        for heading in headings:
            under = [stated for stated in found if stated.record.section == heading]
            out += self._section(part, [self.entries.of(stated) for stated in under], heading)
        return out

    def _of_person(self, name: str) -> list[Entry]:
        person = self.person
        if name in {"interests", "skills"}:
            return [_topic(topic) for topic in getattr(person, name)]
        if name == "languages":
            return [Entry(title=(Span(x.language),), level=x.fluency) for x in person.languages]
        return [Entry(title=(Span(x.name),), body=x.text) for x in person.testimonials]

    @staticmethod
    def _free(section: FreeSection) -> Section:
        entries = tuple(
            Entry(title=(Span(label),) if label else (), body=words)
            for label, words in section.items
        )
        made = Section("further", section.title, "free", entries)
        return replace(made, style=section.style)


def _topic(topic: Topic) -> Entry:
    return Entry(title=(Span(topic.name),), level=topic.level, keywords=topic.keywords)
