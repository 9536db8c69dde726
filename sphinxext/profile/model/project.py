"""A project: schema.org ``ResearchProject``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from .dates import DateRange
from .record import Mention, Record

#: What ``status`` may be, in the order listings show them.
STATUSES = ("active", "planned", "paused", "completed")

#: Options that hold one address each: option -> the button's label.
LINK_RELS = {
    "page": "Project page",
    "paper": "Paper",
    "code": "Code",
    "demo": "Demo",
    "video": "Video",
    "slides": "Slides",
    "poster": "Poster",
    "dataset": "Dataset",
    "model": "Model",
}


@dataclass(frozen=True, kw_only=True)
class Project(Record):
    """A piece of work with people, partners, money and results.

    ``people`` are ids (or names of outsiders) with their roles; ``partners`` and ``funder`` name
    organizations by id or in words; ``publications`` are citation keys.  ``type`` is a word such
    as ``application`` (JSON Resume), ``location`` a town or place.
    """

    objtype: ClassVar[str] = "project"

    people: tuple[Mention, ...] = ()
    partners: tuple[str, ...] = ()
    funder: tuple[str, ...] = ()
    grant: str = ""
    when: DateRange | None = None
    when_text: str = ""
    status: str = ""
    type: str = ""
    location: str = ""
    publications: tuple[str, ...] = ()

    def link(self, rel: str) -> str:
        """Return the address of the first link of a kind (:data:`LINK_RELS`), or ``""``."""
        return next((link.url for link in self.links if link.rel == rel), "")
