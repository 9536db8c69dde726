"""The small parts of a graph: ids, references, dates, and objects without empty values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...domain.store import Stated
from ...model.dates import DateRange, PartialDate
from ...model.event import Event
from ...model.organization import TYPES as ORGANIZATION_TYPES
from ...model.organization import Organization
from ...model.publication import Publication
from ...model.record import Image
from ..site import Site

Thing = dict[str, Any]

#: Kind of event -> schema.org type, of those that are told as events.
EVENT_TYPES = {"talk": "Event", "milestone": "Event", "teaching": "CourseInstance"}

#: CSL type -> schema.org type; anything else is a CreativeWork.
PUBLICATION_TYPES = {
    "article": "ScholarlyArticle",
    "article-journal": "ScholarlyArticle",
    "paper-conference": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "book": "Book",
    "chapter": "Chapter",
    "dataset": "Dataset",
    "post-weblog": "BlogPosting",
    "report": "Report",
    "review": "Review",
    "software": "SoftwareSourceCode",
    "speech": "PresentationDigitalDocument",
    "thesis": "Thesis",
    "webpage": "WebPage",
}


_SEVERAL = (list, tuple)


def thing(kind: str, name: str = "", /, **properties: Any) -> Thing:
    """Make an object with its ``@id``, without what is empty; one value stands without a list."""
    out: Thing = {"@type": kind}
    if name:
        out["@id"] = name
    for key, value in properties.items():
        # Most are empty.
        if not value and value != 0:
            continue
        plain = value
        if isinstance(value, _SEVERAL):
            plain = value[0] if len(value) == 1 else list(value)
        if plain or plain == 0:
            out[key] = plain
    return out


def ident(site: Site, stated: Stated) -> str:
    """Return a record's ``@id``, its address; ``""`` where no page tells of it."""
    is_role = isinstance(stated.record, Event) and not is_event(stated.record)
    return "" if is_role else site.told_url(stated)


def is_event(record: Event) -> bool:
    """Whether an entry is told as an event; others are roles of a person."""
    return record.kind in EVENT_TYPES and record.when is not None


def reference(name: str) -> Thing:
    """Refer to what is told under an ``@id``, with nothing more."""
    return {"@id": name}


def publisher(site: Site) -> Thing | None:
    """Refer to who is behind the site."""
    return reference(ident(site, site.publisher)) if site.publisher else None


def kind_of(stated: Stated) -> str:
    """Return the schema.org type of a record."""
    record = stated.record
    match record:
        case Organization():
            return ORGANIZATION_TYPES.get(record.type, "Organization")
        case Publication():
            return PUBLICATION_TYPES.get(record.type, "CreativeWork")
        case Event():
            return EVENT_TYPES.get(record.kind, "Event")
        case _:
            return {"person": "Person", "project": "ResearchProject", "news": "NewsArticle"}.get(
                record.objtype, "Thing"
            )


def stub(site: Site, stated: Stated) -> Thing:
    """Refer to a record that is told elsewhere: its id, type and name.

    What is returned is made once for all pages, and not to be changed.
    """
    found = site.stubs.get(stated.key)
    if found is None:
        title = "headline" if stated.record.objtype == "news" else "name"
        found = thing(kind_of(stated), ident(site, stated), **{title: stated.record.name})
        site.stubs[stated.key] = found
    return found


def stubs(site: Site, stated: Stated, objtype: str, *fields: str) -> list[Thing]:
    """Refer to the related records of a type; ``fields`` limits the relations to follow."""
    links = site.relations.of(stated.key, objtype)
    keys = dict.fromkeys(link.key for link in links if not fields or link.field in fields)
    found = (site.store.by_key[key] for key in keys)
    return [stub(site, item) for item in found if item.listed]


def organization(site: Site, words: str) -> Thing:
    """Refer to an organization that is stated, or name one that isn't."""
    department, stated = site.store.organization(words)
    if stated is None:
        return thing("Organization", name=words)
    if not department:
        return stub(site, stated)
    return thing("Organization", name=department, parentOrganization=stub(site, stated))


def organizations(site: Site, found: Iterable[str]) -> list[Thing]:
    """Refer to several organizations."""
    return [organization(site, words) for words in found]


def moment(date: PartialDate | None) -> str:
    """Write a date as ISO 8601 with the precision it has; a season as its year."""
    if date is None:
        return ""
    return str(date.year) if date.season else date.isoformat()


def start_end(when: DateRange | None, start: str = "startDate", end: str = "endDate") -> Thing:
    """Write the ends of a range as properties."""
    if when is None:
        return {}
    found = {start: moment(when.start), end: moment(when.end)}
    return {name: value for name, value in found.items() if value}


def image(site: Site, found: Image | None) -> Thing | None:
    """Describe a picture; none for one that no page shows."""
    if found is None:
        return None
    url = site.image_url(found.uri)
    return thing("ImageObject", contentUrl=url, caption=found.alt) if url else None


def identifier(name: str, value: str, url: str = "") -> Thing | None:
    """Describe an identifier such as a DOI."""
    return thing("PropertyValue", propertyID=name, value=value, url=url) if value else None
