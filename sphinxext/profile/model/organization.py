"""An organization: schema.org ``Organization`` and its narrower types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from .person import Account, Place
from .record import Record


@dataclass(frozen=True, kw_only=True)
class Organization(Record):
    """A lab, school, company, funder or group.

    ``type`` is one of :data:`TYPES`; ``parent`` names the organization it is part of.
    """

    objtype: ClassVar[str] = "organization"

    short: str = ""
    type: str = ""
    parent: str = ""
    accounts: tuple[Account, ...] = ()
    place: Place = Place()  # noqa: RUF009 - frozen, so it may be shared
    founded: str = ""


#: type -> schema.org class
TYPES = {
    "": "Organization",
    "lab": "ResearchOrganization",
    "center": "ResearchOrganization",
    "department": "CollegeOrUniversity",
    "university": "CollegeOrUniversity",
    "school": "EducationalOrganization",
    "company": "Corporation",
    "funder": "FundingAgency",
    "government": "GovernmentOrganization",
    "ngo": "NGO",
    "group": "ResearchOrganization",
}
