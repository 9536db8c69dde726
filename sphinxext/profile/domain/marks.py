"""Marks of records: fingerprints of what pages may show of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from ..model.publication import Publication
from ..model.richtext import refs
from .labels import label
from .memory import mark_of
from .references import referred
from .store import Stated

if TYPE_CHECKING:
    from .profile_domain import ProfileDomain


class RecordMarks:
    """Marks of all records, each worked out once."""

    def __init__(self, domain: ProfileDomain) -> None:
        self._domain = domain
        self._store = domain.store
        # By the identity of statements, which the store holds: an id may be stated twice.
        self._own: dict[int, str] = {}
        self._links: dict[int, str] = {}
        self._near: dict[int, str] = {}

    def link(self, stated: Stated) -> str:
        """Mark what others tell of it: where it is, what it is and how it is called."""
        mark = self._links.get(id(stated))
        if mark is None:
            place = self._store.place(stated)
            mark = f"{stated.key} {stated.record.name!r} {place} {stated.listed}"
            if isinstance(stated.record, Publication):
                mark += f"{stated.record.type} {label(stated.record, 't')}"
            self._links[id(stated)] = mark
        return mark

    def near(self, stated: Stated) -> str:
        """Mark a record with all that may be shown of those related to it.

        That is how they are called and where they are; of an organization it is also which of its
        names the words before it hold.
        """
        mark = self._near.get(id(stated))
        if mark is None:
            ends = "\0".join(self._ends(stated, self._end))
            mark = self._near[id(stated)] = mark_of(self.own(stated), ends)
        return mark

    def _end(self, stated: Stated) -> str:
        mark = self.link(stated)
        return f"{mark} {self.own(stated)}" if stated.key[0] == "organization" else mark

    def shown(self, stated: Stated) -> str:
        """Mark a record with references to those related to it."""
        return mark_of(self.own(stated), "\0".join(self._ends(stated, self.link)))

    def own(self, stated: Stated) -> str:
        """Mark a record alone: what it says, where it lives, which of its files there are."""
        mark = self._own.get(id(stated))
        if mark is None:
            where = f"{stated.key} {self._store.place(stated)} {stated.listed}"
            parts = (stated.mark, where, *self._files(stated), *self._authors(stated))
            mark = self._own[id(stated)] = mark_of(*parts)
        return mark

    def _ends(self, stated: Stated, mark: Callable[[Stated], str]) -> Iterable[str]:
        for link in self._domain.relations.of(stated.key):
            _, field, role, outgoing = link
            yield f"{field} {role!r} {outgoing} {mark(self._store.by_key[link.key])}"

    def _authors(self, stated: Stated) -> Iterable[str]:
        """Tell which of its authors are people of the lab."""
        if isinstance(stated.record, Publication):
            yield " ".join(self._domain.relations.authorships.get(stated.record.id).authors)

    def _files(self, stated: Stated) -> Iterable[str]:
        env, record = self._domain.env, stated.record
        if record.image:
            yield str(env.images.get(record.image.uri, ("", ""))[1])
        for ref in refs(record.body):
            target = referred(self._store, *ref)
            yield self.link(target) if target else repr(ref)
        for link in record.links:
            if link.url.startswith("doc:"):
                yield str(link.url.removeprefix("doc:") in env.all_docs)
        yield self._domain.compared.attached.get(stated.key, "")
