"""The fields of every record: one table for directives, data files and their JSON Schema."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from ..model.event import KINDS
from ..model.networks import NETWORKS
from ..model.project import LINK_RELS
from . import kinds
from .kinds import Kind


class Field(NamedTuple):
    """One field: its name as authors write it, its kind, and what the guide says of it.

    ``attribute`` is the record's attribute that takes the value as it is, or ``""`` where it takes
    part in one.  ``data_only`` fields are written otherwise in a directive, whose argument is the
    name and whose content is the body.
    """

    name: str
    kind: Kind
    help: str
    attribute: str = ""
    data_only: bool = False


def _plain(name: str, kind: Kind, help_: str) -> Field:
    return Field(name, kind, help_, name.replace("-", "_"))


def _part(name: str, kind: Kind, help_: str) -> Field:
    return Field(name, kind, help_)


_IMAGE = (
    _part("image", kinds.TEXT, "A picture beside the page or data file."),
    _part("alt", kinds.TEXT, "What the picture shows, for those who don't see it."),
)
_LINKS = _plain("links", kinds.LINKS, "Further links, each as ``label <url>``.")
_TAGS = _plain("tags", kinds.SEVERAL, "Tags, parted by commas.")
_BODY = Field("body", kinds.MARKDOWN, "The text, in Markdown.", data_only=True)
_NAMES = Field("names", kinds.NAMES, "The name in further languages, by their tags.", "", True)
_PLACE = (
    _part("address", kinds.TEXT, "Street and number."),
    _part("postal-code", kinds.TEXT, "Postal code."),
    _part("city", kinds.TEXT, "City."),
    _part("region", kinds.TEXT, "State, province or region."),
    _part("country-code", kinds.TEXT, "Country as two letters (ISO 3166-1), such as KR."),
)
_ACCOUNTS = tuple(
    _part(network.name, kinds.account(network.name), f"{network.label}: account or address.")
    for network in NETWORKS.values()
)


def _name(what: str) -> Field:
    return Field(what, kinds.TEXT, f"The {what}.", data_only=True)


_PERSON = (
    _name("name"),
    _NAMES,
    _part("id", kinds.IDENTIFIER, "What others refer to; made of the name by default."),
    _plain("role", kinds.TEXT, "Position or job title."),
    _plain("group", kinds.IDENTIFIERS, "Groups in listings: faculty, phd, alumni, …"),
    _plain("family-name", kinds.TEXT, "What lists sort by, where it isn't the name's last word."),
    _plain("affiliation", kinds.ORGANIZATIONS, "Employers, parted by semicolons."),
    _plain("member-of", kinds.SEVERAL, "Ids of organizations stated on this site."),
    _plain("interests", kinds.TOPICS, "Fields of interest, parted by commas."),
    _plain("skills", kinds.TOPICS, "Skills, parted by commas."),
    _plain("languages", kinds.LANGUAGES, "Languages, each as ``English (fluent)``."),
    *_IMAGE,
    _LINKS,
    _plain("aliases", kinds.SEVERAL, "Other spellings of the name, as papers have it."),
    _TAGS,
    _plain("pronouns", kinds.TEXT, "Pronouns."),
    _part("start", kinds.TEXT, "Since when at the lab."),
    _part("end", kinds.TEXT, "Until when at the lab."),
    _plain("destination", kinds.TEXT, "Where an alumnus or alumna went."),
    _plain("advisors", kinds.SEVERAL, "Ids of those who advise the person."),
    *_PLACE,
    *_ACCOUNTS,
    _BODY,
)
_ORGANIZATION = (
    _name("name"),
    _NAMES,
    _part("id", kinds.IDENTIFIER, "What others refer to; made of the name by default."),
    _plain("short", kinds.TEXT, "Short name or acronym."),
    _plain("type", kinds.ORGANIZATION_TYPE, "lab, university, company, funder, …"),
    _plain("parent", kinds.TEXT, "The organization it is part of, by id or name."),
    _plain("founded", kinds.TEXT, "When it was founded."),
    *_IMAGE,
    _LINKS,
    _plain("aliases", kinds.SEVERAL, "Other names, parted by commas."),
    _TAGS,
    *_PLACE,
    *_ACCOUNTS,
    _BODY,
)
_PROJECT = (
    _name("title"),
    _part("id", kinds.IDENTIFIER, "What others refer to; made of the title by default."),
    _part("people", kinds.MENTIONS, "Ids of people, with roles: ``jane-doe (Lead)``."),
    _part("role", kinds.TEXT, "The role of those people who have none beside their id."),
    _plain("partners", kinds.ORGANIZATIONS, "Partners, parted by semicolons."),
    _plain("funder", kinds.ORGANIZATIONS, "Who pays, parted by semicolons."),
    _plain("grant", kinds.TEXT, "Name or number of the grant."),
    _part("start", kinds.TEXT, "When it began."),
    _part("end", kinds.TEXT, "When it ended, or ``present``."),
    _plain("status", kinds.STATUS, "active, planned, paused or completed."),
    _TAGS,
    _plain("publications", kinds.SEVERAL, "Citation keys, parted by commas."),
    *_IMAGE,
    _part("links", kinds.LINKS, "Further links, each as ``label <url>``."),
    _part("page", kinds.TEXT, "The project's own page: a page of this site or a URL."),
    *(
        _part(rel, kinds.URL, f"{label}: its address.")
        for rel, label in LINK_RELS.items()
        if rel != "page"
    ),
    _BODY,
)
_EVENT = (
    _name("title"),
    _part("id", kinds.IDENTIFIER, "What others refer to; made of person, title and date."),
    _plain("kind", kinds.EVENT_KIND, f"One of {', '.join(KINDS)}; the timeline's by default."),
    Field(
        "person",
        kinds.SEVERAL,
        "Ids of those it happened to; the timeline's by default.",
        "people",
    ),
    _plain("organization", kinds.TEXT, "Where: an organization's id, or its name in words."),
    _part("start", kinds.TEXT, "When it began."),
    _part("end", kinds.TEXT, "When it ended, or ``present``."),
    _part("date", kinds.TEXT, "When it was, or a range such as ``2018 – 2021``."),
    _plain("location", kinds.TEXT, "Town or place."),
    _plain("url", kinds.URL, "An address to link the title to."),
    _plain("projects", kinds.SEVERAL, "Ids of projects it belongs to."),
    _TAGS,
    _plain("degree", kinds.TEXT, "Education: the degree, such as ``B.S.``"),
    _plain("area", kinds.TEXT, "Education: the field of study."),
    _plain("score", kinds.TEXT, "Education: the grade."),
    _plain("courses", kinds.SEVERAL, "Education: courses, parted by commas."),
    _plain("amount", kinds.TEXT, "Grants and awards: the sum, as it is to be read."),
    _LINKS,
    _BODY,
)
_NEWS = (
    _name("title"),
    _part("id", kinds.IDENTIFIER, "What others refer to; made of date and title."),
    _plain("date", kinds.DATE, "When it happened; listings and feeds show it from then on."),
    _plain("people", kinds.SEVERAL, "Ids of people it is about."),
    _plain("projects", kinds.SEVERAL, "Ids of projects it is about."),
    _TAGS,
    *_IMAGE,
    _LINKS,
    _plain("draft", kinds.FLAG, "Keep it out of pages, listings and feeds."),
    _BODY,
)


def _by_name(fields: Iterable[Field]) -> Mapping[str, Field]:
    return MappingProxyType({field.name: field for field in fields})


#: object type -> its fields by name, in the order in which the guide shows them.
FIELDS: Mapping[str, Mapping[str, Field]] = MappingProxyType(
    {
        "person": _by_name(_PERSON),
        "organization": _by_name(_ORGANIZATION),
        "project": _by_name(_PROJECT),
        "event": _by_name(_EVENT),
        "news": _by_name(_NEWS),
    }
)

#: The lists of a data file -> the type of their records.
LISTS: Mapping[str, str] = MappingProxyType(
    {
        "people": "person",
        "organizations": "organization",
        "projects": "project",
        "events": "event",
        "news": "news",
    }
)
