"""A curriculum vitae: what a person's records come to, before any output shapes it.

The page, the PDF and the data formats all start from one :class:`CV`.  Its words are resolved
(names of organizations, headings in the CV's language); the records stay attached, so that a
format which knows more than words can write more.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .dates import DateRange
from .event import KINDS
from .person import FreeStyle, Person
from .record import Link, Record
from .richtext import RichText, Span

#: How the entries of a section stand: prose, dated entries, citations, topics with keywords,
#: what others say, or the items of a free section.
Layout = Literal["prose", "dated", "citations", "topics", "quotes", "free"]

#: Every section a CV may have, in the usual order: name -> heading.
SECTIONS: dict[str, str] = {
    "profile": "Profile",
    "interests": "Research interests",
    "work": KINDS["work"].heading,
    "education": KINDS["education"].heading,
    "projects": "Projects",
    "publications": "Publications",
    **{
        name: KINDS[name].heading
        for name in ("award", "grant", "talk", "teaching", "service", "membership", "certificate")
    },
    "skills": "Skills",
    "languages": "Languages",
    "further": "Further information",
    "references": "References",
    "milestone": KINDS["milestone"].heading,
}

#: Other names of a section, as authors may know it.
SECTION_ALIASES = {
    "awards": "award",
    "bio": "profile",
    "biography": "profile",
    "career": "work",
    "certificates": "certificate",
    "employment": "work",
    "experience": "work",
    "grants": "grant",
    "honors": "award",
    "memberships": "membership",
    "milestones": "milestone",
    "positions": "work",
    "project": "projects",
    "publication": "publications",
    "summary": "profile",
    "talks": "talk",
    "testimonials": "references",
    "volunteer": "service",
}


_BY_HEADING = {heading.casefold(): name for name, heading in SECTIONS.items()}


def section_name(word: str) -> str:
    """Return the name of a section from a word for it or from its usual heading, or ``""``."""
    found = word.strip().casefold()
    found = SECTION_ALIASES.get(found) or _BY_HEADING.get(found, found)
    return found if found in SECTIONS else ""


@dataclass(frozen=True, slots=True)
class Author:
    """One author of a publication; ``own`` marks the person whose CV this is."""

    name: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: every part may be empty, and each output shows those it has.

    ``organization`` is in words, ``about`` says what it is; ``url`` is an address for the title.
    ``source`` says where a publication came out.  ``level`` and ``keywords`` belong to topics and
    languages.  ``facts`` are (label or ``""``, words), the labels in the CV's language.
    """

    title: tuple[Span, ...] = ()
    organization: str = ""
    about: str = ""
    role: str = ""
    location: str = ""
    when: DateRange | None = None
    when_text: str = ""
    url: str = ""
    body: RichText = ()
    facts: tuple[tuple[str, str], ...] = ()
    links: tuple[Link, ...] = ()
    authors: tuple[Author, ...] = ()
    et_al: bool = False
    source: tuple[Span, ...] = ()
    level: str = ""
    keywords: tuple[str, ...] = ()
    record: Record | None = None

    @property
    def name(self) -> str:
        """The title's words without any mark."""
        return "".join(span.text for span in self.title)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a CV under its heading.

    ``name`` is one of :data:`SECTIONS`; ``text`` is the prose of a section that has no entries.
    ``style`` tells how the items of a free section stand.
    """

    name: str
    title: str
    layout: Layout
    entries: tuple[Entry, ...] = ()
    text: RichText = ()
    style: FreeStyle = "text"


@dataclass(frozen=True, kw_only=True, slots=True)
class CV:
    """A whole document.

    ``heading`` is what it calls itself ("Curriculum vitae"), ``contacts`` are addresses with
    their labels, ``address`` is where the page stands on the web, if that is known.
    """

    person: Person
    heading: str
    language: str
    sections: tuple[Section, ...]
    affiliation: tuple[str, ...] = ()
    contacts: tuple[Link, ...] = ()
    address: str = ""
    picture: str = ""
    variant: str = ""

    def entries(self, *names: str) -> tuple[Entry, ...]:
        """List the entries of all sections of some names, in order."""
        return tuple(e for s in self.sections if s.name in names for e in s.entries)
