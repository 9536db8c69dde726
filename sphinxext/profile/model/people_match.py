"""Which member of the lab an author is: by ORCID, by what the entry says, by exact name.

The index is built once for all people; finding one author is then a look-up, however many
people and publications there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from .names import PersonName, name_key
from .person import Person


class Ambiguous(NamedTuple):
    """A name that two or more people of the lab have: their ids, sorted."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PeopleIndex:
    """The people of the lab by ORCID, by id and by every name they go by."""

    by_orcid: Mapping[str, str] = field(default_factory=dict)
    by_name: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    with_orcid: frozenset[str] = frozenset()

    @classmethod
    def of(cls, people: Iterable[Person]) -> PeopleIndex:
        """Build the index; an ORCID that two people claim counts for neither."""
        orcids: dict[str, set[str]] = {}
        by_name: dict[str, set[str]] = {}
        names: dict[str, frozenset[str]] = {}
        for person in people:
            if orcid := person.account("orcid").upper():
                orcids.setdefault(orcid, set()).add(person.id)
            keys = frozenset(name_key(name) for name in person.all_names if name.strip())
            names[person.id] = keys
            for key in keys:
                by_name.setdefault(key, set()).add(person.id)
        return cls(
            {orcid: min(ids) for orcid, ids in orcids.items() if len(ids) == 1},
            {key: tuple(sorted(ids)) for key, ids in by_name.items()},
            names,
            frozenset(id_ for ids in orcids.values() for id_ in ids),
        )

    def resolve(self, text: str) -> str | Ambiguous | None:
        """Find the person an author names by id or by a full name (the ``people`` field)."""
        if text in self.names:
            return text
        return _one(self.by_name.get(name_key(text), ()))


def match_author(
    name: PersonName, people: PeopleIndex, *, stated: Sequence[str] = ()
) -> str | Ambiguous | None:
    """Return the id of the person that an author is.

    ``stated`` are the ids of the entry's ``people`` field.  They decide between people of one
    name, and they let a shorter form count (``T. Kim`` for Taehoon Kim) where just one of them
    fits.  Without them a name must be one of the person's names or aliases, to the letter.

    An author with an ORCID is nobody who is known by another ORCID, whatever the name.
    ``Ambiguous`` names the people between whom nothing decides.
    """
    if name.orcid and name.orcid.upper() in people.by_orcid:
        return people.by_orcid[name.orcid.upper()]
    found = people.by_name.get(name.key, ())
    if name.orcid:
        found = tuple(id_ for id_ in found if id_ not in people.with_orcid)
    named = tuple(id_ for id_ in found if id_ in stated)
    if named or found:
        return _one(named or found)
    return _one(tuple(id_ for id_ in stated if _short_form(name, people.names.get(id_, ()))))


def _short_form(name: PersonName, keys: Iterable[str]) -> bool:
    """Tell whether a name with initials may stand for one of the full names."""
    words = name.key.replace("-", " ").split()
    return bool(words) and any(_abbreviates(words, key.replace("-", " ").split()) for key in keys)


def _abbreviates(short: list[str], full: list[str]) -> bool:
    """Tell whether the last words agree and each other word is the start of its partner."""
    if len(short) > len(full) or len(short) < 2 or short[-1] != full[-1]:
        return False
    pairs = zip(short[:-1], full[:-1], strict=False)
    return all(long == word or (len(word) == 1 and long[0] == word) for word, long in pairs)


def _one(ids: tuple[str, ...]) -> str | Ambiguous | None:
    if not ids:
        return None
    return ids[0] if len(ids) == 1 else Ambiguous(tuple(sorted(ids)))
