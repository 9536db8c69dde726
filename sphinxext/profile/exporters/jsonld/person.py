"""A person as schema.org's ``Person``, their posts and studies as dated roles."""

from __future__ import annotations

from typing import cast

from ...domain.query import Query
from ...domain.store import Stated
from ...model.event import Event
from ...model.networks import account_link
from ...model.person import Person, Place
from ...model.richtext import plain
from ..site import Site
from .values import (
    Thing,
    ident,
    identifier,
    image,
    organization,
    organizations,
    start_end,
    stub,
    stubs,
    thing,
)


def person(site: Site, stated: Stated) -> list[Thing]:
    """Describe a person: who they are, where they work and learnt, what they know and made."""
    record = cast("Person", stated.record)
    events = _events(site, record.id)
    profiles = [
        account_link(a).url for a in record.accounts if a.network not in {"email", "phone", "url"}
    ]
    orcid = record.account("orcid")
    studies = [event for event in events.get("education", ()) if event.organization]
    told = thing(
        "Person",
        ident(site, stated),
        name=record.name,
        familyName=record.family_name,
        alternateName=[*(name for _, name in record.names), *record.aliases],
        description=plain(record.body),
        url=record.account("url") or site.url(stated),
        image=image(site, record.image),
        jobTitle=record.role,
        affiliation=[
            *organizations(site, record.affiliation),
            *(_role(site, event, "affiliation") for event in studies if _is_running(event)),
            *(_role(site, e, "affiliation") for e in events.get("service", ()) if e.organization),
        ],
        memberOf=[
            *_memberships(site, stated, record),
            *(_membership(site, event) for event in events.get("membership", ())),
        ],
        worksFor=[_role(site, e, "worksFor") for e in events.get("work", ()) if e.organization],
        alumniOf=[_role(site, event, "alumniOf") for event in studies if not _is_running(event)],
        hasOccupation=[
            _occupation(event)
            for event in (*events.get("work", ()), *events.get("service", ()))
            if not event.organization
        ],
        hasCredential=[_credential(site, e) for e in events.get("certificate", ())],
        award=[event.name for event in events.get("award", ())],
        funding=[_grant(site, event) for event in events.get("grant", ())],
        knows=[
            thing("Role", roleName="advisor", knows=advisor)
            for advisor in people_of(site, stated, "advisors", outgoing=True)
        ],
        knowsAbout=[topic.name for topic in record.interests],
        knowsLanguage=[language.language for language in record.languages],
        identifier=identifier("ORCID", orcid, f"https://orcid.org/{orcid}"),
        sameAs=[url for url in profiles if url.startswith("http")],
        address=address(record.place),
    )
    return [told]


def _events(site: Site, person_id: str) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = {}
    for stated in site.answers.select(Query("event", person=(person_id,), allow_empty=True)):
        event = cast("Event", stated.record)
        if not stated.listed:
            continue
        found.setdefault(event.kind, []).append(event)
    return found


def _role(site: Site, event: Event, relation: str) -> Thing:
    """Describe a post or study as a dated role.

    The role stands between person and organization under the same property, as schema.org's
    "Role" pattern has it (https://blog.schema.org/2014/06/16/introducing-role/).
    """
    where = organization(site, event.organization) if event.organization else None
    return thing(
        "OrganizationRole",
        roleName=event.name,
        **{relation: where},
        **start_end(event.when),
    )


def _is_running(event: Event) -> bool:
    """Tell whether somebody still studies there, and so is no alumnus yet."""
    return event.when is not None and event.when.running


def _memberships(site: Site, stated: Stated, record: Person) -> list[Thing]:
    """Refer to the organizations that the person belongs to, with the dates where they are known.

    The time at the lab is that at the first of them.
    """
    found = stubs(site, stated, "organization", "member-of")
    if found and record.when:
        role = {"roleName": record.role, "memberOf": found[0], **start_end(record.when)}
        found[0] = thing("OrganizationRole", **role)
    return found


def _membership(site: Site, event: Event) -> Thing:
    if event.organization:
        return _role(site, event, "memberOf")
    inner = thing("ProgramMembership", programName=event.name)
    return thing("Role", memberOf=inner, **start_end(event.when))


def _occupation(event: Event) -> Thing:
    """Describe a post without an employer."""
    inner = thing("Occupation", name=event.name)
    return thing("Role", hasOccupation=inner, **start_end(event.when))


def _grant(site: Site, event: Event) -> Thing:
    where = organization(site, event.organization) if event.organization else None
    inner = thing("Grant", name=event.name, funder=where)
    dates = start_end(event.when)
    return thing("Role", funding=inner, **dates) if dates else inner


def _credential(site: Site, event: Event) -> Thing:
    where = organization(site, event.organization) if event.organization else None
    return thing(
        "EducationalOccupationalCredential",
        name=event.name,
        recognizedBy=where,
        dateCreated=start_end(event.when).get("startDate", ""),
        url=event.url,
    )


def address(place: Place) -> Thing | None:
    """Describe a postal address."""
    if not place.text:
        return None
    return thing(
        "PostalAddress",
        streetAddress=place.address,
        postalCode=place.postal_code,
        addressLocality=place.city,
        addressRegion=place.region,
        addressCountry=place.country_code,
    )


def people_of(site: Site, stated: Stated, field: str, *, outgoing: bool = False) -> list[Thing]:
    """Refer to the people of a record, each within a role where one is stated."""
    out: list[Thing] = []
    for link in site.relations.of(stated.key, "person"):
        found = site.store.by_key[link.key]
        if found.listed and link.field == field and (link.outgoing or not outgoing):
            who = stub(site, found)
            property_ = "member" if field == "people" else field
            out.append(thing("Role", roleName=link.role, **{property_: who}) if link.role else who)
    return out
