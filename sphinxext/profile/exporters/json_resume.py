"""JSON Resume 1.0: https://jsonresume.org/schema (schema v1.0.0).

What the format has no field for is written as further properties, which the schema allows and
:mod:`..sources.json_resume` reads back.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from ..model.cv import CV, Entry
from ..model.cv_formats import AMONG_PROJECTS, PICTURE
from ..model.networks import account_label, account_link
from ..model.person import Person
from .json_resume_entries import (
    WRITERS,
    Data,
    filled,
    free,
    other,
    whole_address,
)
from .plain_words import prose

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
VERSION = "v1.0.0"

#: Name of a section in a CV -> its name in JSON Resume.
_NAMES = {"service": "volunteer", "award": "awards", "certificate": "certificates"}


def json_resume(cv: CV) -> str:
    """Write a CV as a ``resume.json``."""
    sections = {
        _NAMES.get(name, name): _entries(cv, name, write) for name, write in WRITERS.items()
    }
    others = [entry for name in AMONG_PROJECTS for entry in _entries(cv, name, other(name))]
    sections["projects"] += others
    further = [free(section) for section in cv.sections if section.layout == "free"]
    data = {
        "$schema": SCHEMA,
        "basics": _basics(cv),
        **sections,
        "sections": further,
        "meta": {"version": VERSION, "canonical": whole_address(cv.address)},
    }
    return json.dumps(filled(data), ensure_ascii=False, indent=2) + "\n"


def _basics(cv: CV) -> Data:
    person = cv.person
    summary = next((s.text for s in cv.sections if s.name == "profile"), ())
    place = person.place
    return {
        "name": person.name,
        "names": dict(person.names),
        "label": person.role,
        "affiliation": list(cv.affiliation),
        "image": whole_address(cv.picture),
        "email": person.account("email"),
        "phone": person.account("phone") or person.phone,
        "url": person.account("url") or whole_address(cv.address),
        "summary": "\n\n".join(prose(summary, lists=True)),
        "location": {
            "address": place.address,
            "postalCode": place.postal_code,
            "city": place.city,
            "countryCode": place.country_code,
            "region": place.region,
        },
        "profiles": _profiles(person),
    }


def _profiles(person: Person) -> list[Data]:
    found: list[Data] = []
    said: set[str] = set()
    for account in person.accounts:
        if account.network in {"email", "phone", "url"} and account.network not in said:
            said.add(account.network)
            continue
        found.append(
            {
                "network": account_label(account),
                "username": account.value,
                "url": whole_address(account_link(account).url),
            }
        )
    found += [
        {"network": link.label, "url": whole_address(link.url)}
        for link in person.links
        if link.rel != PICTURE
    ]
    return [filled(profile) for profile in found]


def _entries(cv: CV, name: str, write: Callable[[Entry], Data]) -> list[Data]:
    """Write the entries of all sections of a name, each with its heading if that is its own."""
    found = []
    for section in cv.sections:
        if section.name != name or section.layout == "free":
            continue
        for entry in section.entries:
            heading = entry.record.section if entry.record else ""
            found.append(filled({**write(entry), "section": heading}))
    return found
