"""Relations: stated once at either end, listed from both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..model.event import Event
from ..model.news import News
from ..model.organization import Organization
from ..model.person import Person
from ..model.project import Project
from ..model.publication import Publication
from ..model.record import Record
from .authorship import Authorships
from .store import Key, Stated, Store


class Relation(NamedTuple):
    """What a record says of another: ``field`` is where it says so.

    ``strict`` relations hold an id that must be known; the others may name outsiders in words.
    """

    field: str
    objtype: str
    text: str
    role: str = ""
    strict: bool = True


def stated_relations(record: Record) -> Iterator[Relation]:
    """Yield what a record says of others, in the order of its fields."""
    match record:
        case Person():
            yield from _plain("member-of", "organization", record.member_of)
            yield from _loose("affiliation", "organization", record.affiliation)
            yield from _plain("advisors", "person", record.advisors)
        case Organization():
            yield from _loose("parent", "organization", (record.parent,))
        case Event():
            yield from _plain("person", "person", record.people)
            yield from _plain("projects", "project", record.projects)
            yield from _loose("organization", "organization", (record.organization,))
        case Project():
            for mention in record.people:
                yield Relation("people", "person", mention.text, mention.role)
            yield from _loose("partners", "organization", record.partners)
            yield from _loose("funder", "organization", record.funder)
            yield from _plain("publications", "publication", record.publications)
        case News():
            yield from _plain("people", "person", record.people)
            yield from _plain("projects", "project", record.projects)
        case Publication():
            # Its people are matched by name: see :mod:`.authorship`.
            yield from _plain("projects", "project", record.projects)


def _plain(field: str, objtype: str, texts: tuple[str, ...]) -> Iterator[Relation]:
    return (Relation(field, objtype, text) for text in texts if text)


def _loose(field: str, objtype: str, texts: tuple[str, ...]) -> Iterator[Relation]:
    return (Relation(field, objtype, text, strict=False) for text in texts if text)


class Link(NamedTuple):
    """One end of a relation as the other end sees it.

    A tuple since it is quickly made: each build makes two for each relation.
    """

    key: Key
    field: str
    role: str = ""
    outgoing: bool = True


class Relations:
    """All relations of a store, from both ends.

    ``links[key]`` lists the links of a record, sorted by the key they lead to.  ``authorships``
    tells who of the lab is behind each publication.
    """

    def __init__(self, store: Store) -> None:
        self._links: dict[Key, dict[tuple[Key, str], Link]] = {}
        self.dangling: list[tuple[Stated, Relation]] = []
        for stated in store.by_key.values():
            for relation in stated_relations(stated.record):
                self._note(store, stated, relation)
        self.authorships = Authorships.of(store)
        self._note_authors()
        self.links: dict[Key, list[Link]] = {
            key: sorted(found.values(), key=lambda link: (link.key, link.field))
            for key, found in self._links.items()
        }

    def _note(self, store: Store, stated: Stated, relation: Relation) -> None:
        target = resolve(store, relation)
        if target is None:
            if relation.strict:
                self.dangling.append((stated, relation))
            return
        self._join(stated.key, target.key, relation.field, relation.role)

    def _note_authors(self) -> None:
        for identifier, authorship in self.authorships.by_key.items():
            for person in authorship.people:
                self._join(("publication", identifier), ("person", person), "people")

    def _join(self, key: Key, target: Key, field: str, role: str = "") -> None:
        ahead = Link(target, field, role)
        back = Link(key, field, role, outgoing=False)
        self._links.setdefault(key, {}).setdefault((target, field), ahead)
        self._links.setdefault(target, {}).setdefault((key, field), back)

    def of(self, key: Key, objtype: str = "") -> list[Link]:
        """List what a record is related to, of one object type or of all."""
        found = self.links.get(key, [])
        return [link for link in found if not objtype or link.key[0] == objtype]

    def reached(self, key: Key, objtype: str) -> list[Link]:
        """List what a record is related to of one type, at once or through people.

        Publications and news name no organization, so they belong where their people do.
        """
        if key[0] != "organization" or objtype not in {"publication", "news"}:
            return self.of(key, objtype)
        return [far for near in self.of(key, "person") for far in self.of(near.key, objtype)]

    def between(self, one: Key, other: Key) -> bool:
        """Tell whether two records are related."""
        return any(link.key == other for link in self.links.get(one, []))


def resolve(store: Store, relation: Relation) -> Stated | None:
    """Find the record that a relation names, if it is stated."""
    if relation.objtype == "organization":
        return store.organization(relation.text)[1]
    return store.get(relation.objtype, relation.text)
