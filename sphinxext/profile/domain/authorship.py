"""Which people of the lab a publication belongs to: its authors, and those its entry names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from ..model.names import PersonName
from ..model.people_match import Ambiguous, PeopleIndex, match_author
from ..model.person import Person
from ..model.publication import Publication
from .store import Stated, Store


class Doubt(NamedTuple):
    """A name of an entry that stands for nobody of the lab or for too many.

    ``ids`` are the people it may be; without any, the entry's ``people`` names nobody known.
    """

    stated: Stated
    text: str
    ids: tuple[str, ...] = ()


class Authorship(NamedTuple):
    """The people of one publication.

    ``authors`` holds one id for each author of the record, ``""`` for outsiders; ``named`` the ids
    of those whom the entry's ``people`` names.
    """

    authors: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody of the lab who belongs to it, authors first, in order."""
        return tuple(dict.fromkeys(id_ for id_ in (*self.authors, *self.named) if id_))


@dataclass(frozen=True)
class Authorships:
    """The people of every publication, by its key, and what could not be decided."""

    by_key: dict[str, Authorship] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)

    @classmethod
    def of(cls, store: Store) -> Authorships:
        """Match the authors of all publications to the people of a store."""
        matcher = _Matcher(PeopleIndex.of(store.records(Person)))
        found = cls()
        for stated in store.by_key.values():
            if isinstance(stated.record, Publication):
                found.by_key[stated.record.id] = matcher.match(stated.record)
                found.doubts.extend(matcher.doubts(stated))
        return found

    def get(self, key: str) -> Authorship:
        """Return the people of a publication, nobody for an unknown key."""
        return self.by_key.get(key, Authorship())


class _Matcher:
    """Matches names against one index; a name that comes again is looked up."""

    def __init__(self, people: PeopleIndex) -> None:
        self._people = people
        self._known: dict[PersonName, str | Ambiguous | None] = {}

    def match(self, record: Publication) -> Authorship:
        named = [self._people.resolve(text) for text in record.people]
        ids = tuple(found for found in named if isinstance(found, str))
        authors = tuple(
            found if isinstance(found, str) else ""
            for found in (self._author(contributor.name, ids) for contributor in record.authors)
        )
        return Authorship(authors, ids) if ids or any(authors) else Authorship()

    def doubts(self, stated: Stated) -> Iterator[Doubt]:
        record = stated.record
        assert isinstance(record, Publication)
        ids: list[str] = []
        for text in record.people:
            found = self._people.resolve(text)
            if isinstance(found, str):
                ids.append(found)
            else:
                yield Doubt(stated, text, found.ids if found else ())
        for contributor in record.authors:
            match = self._author(contributor.name, tuple(ids))
            if isinstance(match, Ambiguous):
                yield Doubt(stated, contributor.name.display, match.ids)

    def _author(self, name: PersonName, stated: tuple[str, ...]) -> str | Ambiguous | None:
        if not self._people.names:
            return None
        if stated:
            return match_author(name, self._people, stated=stated)
        if name not in self._known:
            self._known[name] = match_author(name, self._people)
        return self._known[name]
