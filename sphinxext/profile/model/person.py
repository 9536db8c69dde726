"""A person: schema.org ``Person``, JSON Resume ``basics``, h-card."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from .dates import DateRange
from .names import is_east_asian
from .packing import Packed
from .record import Record, Topic
from .richtext import RichText


@dataclass(frozen=True, slots=True)
class Account(Packed):
    """A checked account on a known network: ``github`` / ``tgisaturday``.

    On a network that isn't known, ``label`` is its name and ``url`` the account's address, if any;
    on one that is, they are what was written where that differs from the network's own.
    """

    network: str
    value: str
    label: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Language:
    """A language that a person speaks, as JSON Resume has it."""

    language: str
    fluency: str = ""


@dataclass(frozen=True, slots=True)
class Place(Packed):
    """A postal place; every part may be empty (JSON Resume ``location``)."""

    city: str = ""
    region: str = ""
    country_code: str = ""
    postal_code: str = ""
    address: str = ""

    @property
    def text(self) -> str:
        """The parts on one line."""
        parts = (self.address, self.postal_code, self.city, self.region, self.country_code)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Testimonial:
    """What somebody says of the person (JSON Resume ``references``)."""

    name: str
    text: RichText = ()


#: How the items of a free section stand: paragraphs, a list of some kind, or labelled lines.
FreeStyle = Literal["text", "bullets", "numbers", "reversed-numbers", "facts"]


@dataclass(frozen=True, slots=True)
class FreeSection:
    """A part of a CV that no record has a place for; ``items`` are (label or ``""``, words)."""

    title: str
    style: FreeStyle
    items: tuple[tuple[str, RichText], ...]


@dataclass(frozen=True, kw_only=True)
class Person(Record):
    """A member of the lab or the owner of a personal site.

    ``group`` names the parts of the lab they belong to, ``family_name`` the word or words of the
    name that lists are sorted by where it isn't the last.
    ``when`` is their time at the lab, ``destination`` where they went after it.
    ``affiliation`` and ``member_of`` name organizations by id or by name.
    """

    objtype: ClassVar[str] = "person"

    role: str = ""
    group: tuple[str, ...] = ()
    family_name: str = ""
    affiliation: tuple[str, ...] = ()
    member_of: tuple[str, ...] = ()
    interests: tuple[Topic, ...] = ()
    skills: tuple[Topic, ...] = ()
    languages: tuple[Language, ...] = ()
    testimonials: tuple[Testimonial, ...] = ()
    free_sections: tuple[FreeSection, ...] = ()
    accounts: tuple[Account, ...] = ()
    place: Place = Place()
    pronouns: str = ""
    phone: str = ""
    when: DateRange | None = None
    when_text: str = ""
    destination: str = ""
    advisors: tuple[str, ...] = ()

    @property
    def sort_name(self) -> str:
        """The family name, then the whole name: what a list by family names is sorted by.

        Where none is stated it is the last word, or all of a name in Han, Hangul or kana.
        """
        last = self.name if is_east_asian(self.name) else self.name.rpartition(" ")[2]
        return f"{self.family_name or last} {self.name}"

    def account(self, network: str) -> str:
        """Return the value of the first account on a network, or ``""``."""
        return next((a.value for a in self.accounts if a.network == network), "")
