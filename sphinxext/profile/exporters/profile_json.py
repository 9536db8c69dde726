"""``profile.json``: everything that the site tells and how it is related, for other programs.

Its JSON Schema lies beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache, partial
from pathlib import Path

from ..domain.made import PROFILE_JSON, PROFILE_SCHEMA
from ..domain.store import Key, Stated
from ..model.event import Event
from ..model.news import News
from ..model.organization import Organization
from ..model.person import Person
from ..model.project import Project
from ..model.publication import Publication
from ..model.record import SCHEMA_VERSION, Record
from .files import OutputFiles
from .fragments import Fragments
from .profile_forms import Json, form
from .signs import encoded, line, put_together
from .site import Site

#: The schema as it is shipped.
SHIPPED = Path(__file__).parents[1] / "schemas" / "profile.schema.json"

#: Raised whenever a program that reads the file has to change.
VERSION = 1

#: The lists of the file, in their order.
LISTS: dict[str, type[Record]] = {
    "people": Person,
    "organizations": Organization,
    "projects": Project,
    "publications": Publication,
    "events": Event,
    "news": News,
}


def export(site: Site, files: OutputFiles) -> None:
    """Write the file and its schema."""
    if site.settings.json:
        files.write(PROFILE_JSON, _text(site))
        files.write(PROFILE_SCHEMA, SHIPPED.read_text("utf-8"))


def _text(site: Site) -> str:
    """Put together all records that visitors see, each type sorted by id.

    What is written of a record and of its relations is kept until one of them changes.
    """
    told = {name: _told(site, kind) for name, kind in LISTS.items()}
    keys = (stated.key for found in told.values() for stated in found)
    names = {key: encoded(line("/".join(key))) for key in keys}
    about = {"title": site.title, "url": site.base_url, "language": site.language}
    # Pages' addresses end in another way with each builder.
    name_of_all = f"{PROFILE_JSON} {SCHEMA_VERSION} {site.page_url(site.root)} {about}"
    kept = Fragments(site.memory, name_of_all)
    records: dict[str, list[str]] = {name: [] for name in told}
    relations: dict[Key, list[str]] = {}
    for name, found in told.items():
        for stated in found:
            make = partial(_lines, site, stated, names)
            first, *others = kept.of(site.mark(stated), make)
            records[name].append(first)
            relations[stated.key] = others
    kept.store()
    parts: dict[str, str | list[str]] = {
        "$schema": encoded(PROFILE_SCHEMA),
        "version": encoded(VERSION),
        "site": encoded({name: line(words) for name, words in about.items() if words}),
    }
    links = [link for key in sorted(relations) for link in relations[key]]
    return put_together({**parts, **records, "relations": links})


def _lines(site: Site, stated: Stated, names: Mapping[Key, str]) -> list[str]:
    """Write a record, and then what it says of others."""
    return [encoded(_record(site, stated)), *_relations(site, stated.key, names)]


def _told(site: Site, kind: type[Record]) -> list[Stated]:
    return [stated for stated in site.store.all(kind.objtype) if site.is_told(stated)]


def _record(site: Site, stated: Stated) -> Json:
    record = stated.record
    found: Json = form(type(record)).write(site, stated, record)
    if isinstance(record, Publication):
        for author, person in zip(found.get("authors", ()), site.authors(record), strict=True):
            if person and site.is_told(person):
                author["person"] = line(person.record.id)
    found["page"] = site.told_url(stated)
    return found


def _relations(site: Site, key: Key, names: Mapping[Key, str]) -> Iterator[str]:
    """Write what a record says of others that are told, each once; ``names`` are JSON already."""
    for link in site.relations.of(key):
        if link.outgoing and link.key in names:
            role = f', "role": {_words(link.role)}' if link.role else ""
            ends = f'"from": {names[key]}, "to": {names[link.key]}, "field": {_words(link.field)}'
            yield f"{{{ends}{role}}}"


# Names of fields and roles: a few, thousands of times.
@lru_cache(maxsize=1 << 10)
def _words(text: str) -> str:
    return encoded(line(text))
