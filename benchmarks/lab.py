"""An invented lab of any size, the same one for the same seed.

For each person there are two projects, ten events and ten publications, so that a lab of a hundred
people has 320 pages.  Every name, title and place is made up.  How a lab is written down is told in
:mod:`.sides`.
"""

from __future__ import annotations

import random
from calendar import month_abbr
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property

from .generate_bib import MEETINGS, NOUNS, WORDS

_GIVEN = ("Ada", "Chidi", "Dana", "Emre", "Farah", "Gwen", "Hana", "Ivo", "Lina", "Noor", "Timo")
_SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ha", "ke", "li", "mo", "nu", "pa", "re", "si", "to")
_QUALITIES = ("Sparse", "Fast", "Reliable", "Private", "Continual", "Causal", "Low-Rank", "Shared")
_GROUPS = ("faculty", "postdoc", "phd", "phd", "phd", "ms", "ms", "intern", "alumni", "staff")
_ROLES = {
    "faculty": "Professor",
    "postdoc": "Postdoctoral Researcher",
    "phd": "Ph.D. Student",
    "ms": "M.S. Student",
    "intern": "Research Intern",
    "alumni": "Alumna",
    "staff": "Lab Manager",
}
_PLACES = ("Made-Up University", "Institute of Invention", "Imaginary Labs", "Fable Inc.")
_KINDS = (("work", "Career", 4), ("education", "Education", 3), ("talk", "Talks", 3))


@dataclass(frozen=True)
class Event:
    """A dated entry of somebody's timeline; an empty ``end`` is a single year."""

    start: int
    end: str
    title: str
    organization: str
    description: str

    @property
    def dates(self) -> str:
        """The dates as they are written and shown."""
        return f"{self.start} – {self.end}" if self.end else str(self.start)


@dataclass(frozen=True)
class Person:
    """Somebody of the lab; ``timelines`` hold a kind, a heading and the entries, newest first."""

    id: str
    name: str
    role: str
    group: str
    affiliation: str
    interests: tuple[str, ...]
    github: str
    bio: str
    timelines: tuple[tuple[str, str, tuple[Event, ...]], ...]


@dataclass(frozen=True)
class Project:
    """A project with the ids of those who work on it."""

    id: str
    name: str
    people: tuple[str, ...]
    status: str
    start: int
    end: int
    tags: tuple[str, ...]
    code: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Paper:
    """A publication; ``authors`` are the names of people of the lab and of others."""

    key: str
    authors: tuple[str, ...]
    title: str
    venue: str
    year: int
    doi: str
    project: str


@dataclass(frozen=True)
class News:
    """Something that happened to a person."""

    id: str
    name: str
    date: str
    person: str
    body: str

    @property
    def shown_date(self) -> str:
        """The date as it is shown: "Jan 2025"."""
        year, month = self.date.split("-")
        return f"{month_abbr[int(month)]} {year}"


@dataclass(frozen=True)
class Lab:
    """All of it; relations are looked up once."""

    people: tuple[Person, ...]
    projects: tuple[Project, ...]
    papers: tuple[Paper, ...]
    news: tuple[News, ...]

    def edited(self) -> Lab:
        """Return the lab after somebody has got another role: two pages show it."""
        first, *others = self.people
        return replace(self, people=(replace(first, role="Visiting Professor"), *others))

    @cached_property
    def names(self) -> dict[str, str]:
        """Give the name of each person by id."""
        return {person.id: person.name for person in self.people}

    @cached_property
    def ids(self) -> dict[str, str]:
        """Give the id of each person by name."""
        return {person.name: person.id for person in self.people}

    @cached_property
    def projects_of(self) -> dict[str, list[Project]]:
        """Give the projects of each person, the newest first as the lists show them."""
        found: dict[str, list[Project]] = defaultdict(list)
        for project in sorted(self.projects, key=lambda p: (-p.start, -p.end, p.id)):
            for person in project.people:
                found[person].append(project)
        return found

    @cached_property
    def papers_of(self) -> dict[str, list[Paper]]:
        """Give the papers of each person (by name) and each project (by id), newest first."""
        found: dict[str, list[Paper]] = defaultdict(list)
        for paper in self.newest:
            for who in (*paper.authors, paper.project):
                found[who].append(paper)
        return found

    @cached_property
    def newest(self) -> list[Paper]:
        """All papers, newest first."""
        return sorted(self.papers, key=lambda paper: (-paper.year, paper.key))

    @cached_property
    def groups(self) -> dict[str, list[Person]]:
        """Give the people of each group, by name."""
        found: dict[str, list[Person]] = {group: [] for group in dict.fromkeys(_GROUPS)}
        for person in sorted(self.people, key=lambda p: p.name):
            found[person.group].append(person)
        return {group: people for group, people in found.items() if people}


def make(people: int, projects: int = 0, papers: int = 0, seed: int = 1) -> Lab:
    """Invent a lab; without a number there are two projects and ten papers a person."""
    rng = random.Random(seed)
    everybody = tuple(_person(rng, number) for number in range(people))
    works = tuple(_project(rng, n, everybody) for n in range(projects or 2 * people))
    written = tuple(_paper(rng, n, everybody, works) for n in range(papers or 10 * people))
    news = tuple(_news(rng, n, everybody) for n in range(max(1, people * 15 // 100)))
    return Lab(everybody, works, written, news)


def _words(rng: random.Random, count: int) -> str:
    return " ".join(rng.choice(WORDS) for _ in range(count)).capitalize()


def _topic(rng: random.Random) -> str:
    return f"{rng.choice(_QUALITIES)} {rng.choice(NOUNS).title()}"


def _family(number: int) -> str:
    """Give a family name that nobody else has."""
    base = len(_SYLLABLES)
    digits = (number // base**2, number // base % base, number % base)
    return "".join(_SYLLABLES[digit % base] for digit in digits).capitalize() + "n"


def _person(rng: random.Random, number: int) -> Person:
    name = f"{rng.choice(_GIVEN)} {_family(number)}"
    group = _GROUPS[number % len(_GROUPS)]
    timelines = tuple((kind, heading, _events(rng, kind, count)) for kind, heading, count in _KINDS)
    return Person(
        id=f"person-{number:04d}",
        name=name,
        role=_ROLES[group],
        group=group,
        affiliation=rng.choice(_PLACES),
        interests=tuple(rng.sample(NOUNS, 3)),
        github=f"nobody-{number}",
        bio=f"{_words(rng, 12)}, **{_words(rng, 3).lower()}**, {_words(rng, 15).lower()}.",
        timelines=timelines,
    )


def _events(rng: random.Random, kind: str, count: int) -> tuple[Event, ...]:
    year, found = 2026 - rng.randint(0, 4), []
    for number in range(count):
        start = year - rng.randint(1, 3)
        end = "present" if kind == "work" and not number else str(year)
        title = f"{_topic(rng)} {'Seminar' if kind == 'talk' else 'Fellow'}"
        # No two entries in a row at one place: those would be shown as one.
        place = f"{_PLACES[number % len(_PLACES)]}"
        text = f"{_words(rng, 10)}." if kind == "work" else ""
        found.append(Event(start, "" if kind == "talk" else end, title, place, text))
        year = start - 1
    return tuple(found)


def _project(rng: random.Random, number: int, people: tuple[Person, ...]) -> Project:
    start = rng.randint(2012, 2023)
    return Project(
        id=f"project-{number:04d}",
        name=f"{_topic(rng)} {number}",
        people=tuple(p.id for p in rng.sample(people, min(3, len(people)))),
        status=rng.choice(("active", "completed")),
        start=start,
        end=start + rng.randint(1, 3),
        tags=tuple(rng.sample(NOUNS, 2)),
        code=f"https://example.org/code/{number}",
        paragraphs=tuple(f"{_words(rng, 30)}, *{_words(rng, 2).lower()}*." for _ in range(3)),
    )


def _paper(
    rng: random.Random, number: int, people: tuple[Person, ...], projects: tuple[Project, ...]
) -> Paper:
    ours = [person.name for person in rng.sample(people, min(2, len(people)))]
    others = [f"{rng.choice('ABCDEFG')}. {rng.choice(('Brandt', 'Ito', 'Novak'))}"]
    year = rng.randint(2010, 2025)
    return Paper(
        key=f"paper{number:05d}",
        authors=(*ours, *others),
        title=f"{_topic(rng)} for {rng.choice(NOUNS).title()}, Part {number}",
        venue=f"{rng.choice(MEETINGS)} {year}",
        year=year,
        doi=f"10.5555/invented.{number}",
        project=rng.choice(projects).id,
    )


def _news(rng: random.Random, number: int, people: tuple[Person, ...]) -> News:
    person = rng.choice(people)
    return News(
        id=f"news-{number:04d}",
        name=f"{person.name} speaks at {rng.choice(MEETINGS)} {number}",
        date=f"{rng.randint(2015, 2025)}-{rng.randint(1, 12):02d}",
        person=person.id,
        body=f"{_words(rng, 14)}.",
    )
