"""Exact rebuilds: which pages show something that changed since this builder wrote them.

After reading, each page's fingerprint is worked out from what it shows: the records behind its
references and listings, their order and the places they link to.  Pages whose fingerprint differs
from that of the last build by the same builder into the same folder are written again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from ..model.publication import Publication
from .labels import label
from .needs import Need
from .select import Answers
from .store import Key, Stated

Digests = dict[str, str]


def fingerprints(needs: dict[str, tuple[Need, ...]], answers: Answers) -> Digests:
    """Fingerprint every page that shows something."""
    marks = _Marks(answers)
    return {
        docname: _joined(_need(need, answers, marks) for need in wanted)
        for docname, wanted in needs.items()
    }


def changed(before: Digests, now: Digests) -> list[str]:
    """List the pages whose fingerprint is new or another, sorted."""
    return sorted(docname for docname, mark in now.items() if before.get(docname) != mark)


class _Marks:
    """Short marks of records, each worked out once.

    A page that only refers to a record shows its name and links to its place; a page that lists it
    shows all of it, and refers to what it is related to.
    """

    def __init__(self, answers: Answers) -> None:
        self.store = answers.store
        self.relations = answers.relations
        self._links: dict[Key, str] = {}
        self._full: dict[Key, str] = {}

    def link(self, stated: Stated | None) -> str:
        if stated is None:
            return "-"
        mark = self._links.get(stated.key)
        if mark is None:
            place = self.store.place(stated)
            mark = f"{stated.key}{stated.record.name!r}{place}"
            if isinstance(stated.record, Publication):
                mark += label(stated.record, "t")
            self._links[stated.key] = mark
        return mark

    def full(self, stated: Stated) -> str:
        mark = self._full.get(stated.key)
        if mark is None:
            # A publication shows its projects, whichever end says that they belong together.
            both = isinstance(stated.record, Publication)
            ends = (link.key for link in self.relations.of(stated.key) if link.outgoing or both)
            links = _joined(self.link(self.store.by_key[end]) for end in ends)
            mark = self._full[stated.key] = f"{self.link(stated)}{stated.digest}{links}"
        return mark


def _need(need: Need, answers: Answers, marks: _Marks) -> str:
    store = answers.store
    if need.query is not None:
        groups = answers.groups(need.query)
        return _joined(f"{g.key}:{_joined(map(marks.full, g.items))}" for g in groups)
    if need.objtype == "any":
        types = ("person", "organization", "project", "event", "news", "publication")
        return _joined(marks.link(store.get(objtype, need.target)) for objtype in types)
    if need.objtype == "organization":
        return marks.link(store.organization(need.target)[1])
    found = store.get(need.objtype, need.target)
    return marks.full(found) if need.whole and found else marks.link(found)


def _joined(parts: Iterable[str]) -> str:
    state = hashlib.blake2b(digest_size=12)
    for part in parts:
        state.update(part.encode("utf-8", "surrogatepass"))
        state.update(b"\0")
    return state.hexdigest()
