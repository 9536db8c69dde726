"""An event in a person's or a lab's life: one entry of a timeline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from .dates import DateRange
from .record import Record


class Kind(NamedTuple):
    """A kind of event: its heading, its JSON Resume section (or ``""``) and schema.org class."""

    name: str
    heading: str
    resume: str
    schema: str


#: Every kind an entry may have, in the order a CV shows them.
KINDS = {
    kind.name: kind
    for kind in (
        Kind("work", "Experience", "work", "OrganizationRole"),
        Kind("education", "Education", "education", "EducationalOccupationalCredential"),
        Kind("award", "Awards", "awards", "Thing"),
        Kind("grant", "Grants", "", "MonetaryGrant"),
        Kind("talk", "Talks", "", "Event"),
        Kind("teaching", "Teaching", "", "Course"),
        Kind("service", "Service", "volunteer", "Role"),
        Kind("certificate", "Certificates", "certificates", "EducationalOccupationalCredential"),
        Kind("membership", "Memberships", "", "ProgramMembership"),
        Kind("milestone", "Milestones", "", "Event"),
    )
}


@dataclass(frozen=True, kw_only=True)
class Event(Record):
    """One entry: ``name`` is the position, degree, award or title of the talk.

    ``organization`` is an id or the words as written (``"Vision Lab, LG AI Research"``), ``about``
    what it is in a few words.  ``when_text`` keeps a date that could not be read as it was typed.
    ``people`` are ids.  ``area`` ... ``courses`` belong to education (JSON Resume).
    """

    objtype: ClassVar[str] = "event"

    kind: str = "milestone"
    when: DateRange | None = None
    when_text: str = ""
    organization: str = ""
    about: str = ""
    people: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    location: str = ""
    url: str = ""
    degree: str = ""
    area: str = ""
    score: str = ""
    courses: tuple[str, ...] = ()
    amount: str = ""
