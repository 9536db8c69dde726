"""Which people of the lab a publication belongs to: its authors, and those its entry names."""

from __future__ import annotations

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
                authorship, doubts = matcher.match(stated, stated.record)
                found.by_key[stated.record.id] = authorship
                found.doubts.extend(doubts)
        return found

    def get(self, key: str) -> Authorship:
        """Return the people of a publication, nobody for an unknown key."""
        return self.by_key.get(key, Authorship())


class _Matcher:
    """Matches names against one index; a name that comes again is looked up."""

    def __init__(self, people: PeopleIndex) -> None:
        self._people = people
        self._known: dict[PersonName, str | Ambiguous | None] = {}

    def match(self, stated: Stated, record: Publication) -> tuple[Authorship, list[Doubt]]:
        """Find the people of a publication, and what could not be decided."""
        doubts: list[Doubt] = []
        named: list[str] = []
        for text in record.people:
            found = self._people.resolve(text)
            if isinstance(found, str):
                named.append(found)
            else:
                doubts.append(Doubt(stated, text, found.ids if found else ()))
        ids = tuple(named)
        authors: list[str] = []
        for contributor in record.authors:
            match = self._author(contributor.name, ids)
            if isinstance(match, Ambiguous):
                doubts.append(Doubt(stated, contributor.name.display, match.ids))
            authors.append(match if isinstance(match, str) else "")
        is_ours = bool(ids) or any(authors)
        return Authorship(tuple(authors), ids) if is_ours else Authorship(), doubts

    def _author(self, name: PersonName, stated: tuple[str, ...]) -> str | Ambiguous | None:
        if not self._people.names:
            return None
        if stated:
            return match_author(name, self._people, stated=stated)
        found = self._known.get(name, "")
        if found == "":
            found = self._known[name] = match_author(name, self._people)
        return found
