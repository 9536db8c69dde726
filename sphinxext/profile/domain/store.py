"""What is stated, and where: a read-only view over all pages and data files."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from ..model.news import News
from ..model.packing import Packed
from ..model.record import Record

R = TypeVar("R", bound=Record)

_SIGNS = re.compile(r"[^\w.-]")

#: (object type, id), which names a record.
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Stated(Packed):
    """A record and the place where it is stated.

    ``docname`` is empty for a record of a data file until a page shows it.  ``source`` is the file
    as warnings name it, ``line`` counts from 1, ``lines`` holds the lines of single fields and
    ``columns`` the columns, that of the record under ``""``, where a file has told them.
    A record that isn't ``listed`` can be referred to, but is an example and in no listing.
    """

    record: Record
    docname: str
    anchor: str
    source: str = ""
    line: int = 0
    lines: tuple[tuple[str, int], ...] = ()
    digest: str = ""
    listed: bool = True
    columns: tuple[tuple[str, int], ...] = ()
    # What names the record.  It is asked for many times in each build.
    key: Key = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", (self.record.objtype, self.record.id))

    @property
    def mark(self) -> str:
        """The fingerprint of the record."""
        return self.digest or digest(self.record)

    def location(self, field_name: str = "") -> str:
        """Return ``file:line`` of a field, or of the record; with the column if it is known."""
        known = dict(self.lines)
        column = dict(self.columns).get(field_name if field_name in known else "", 0)
        place = f"{self.source}:{known.get(field_name, self.line)}"
        return f"{place}:{column}" if column else place

    def with_record(self, record: Record) -> Stated:
        """Return a copy that states another record of the same key."""
        return replace(self, record=record, digest="")


def anchor(objtype: str, identifier: str) -> str:
    """Return the HTML id of a record on its page; signs that mean something in URLs are dashes."""
    return f"{objtype}-{_SIGNS.sub('-', identifier)}"


def free_anchor(record: Record, taken: Container[str]) -> str:
    """Return the HTML id of a record, numbered where the page has it already."""
    plain = found = anchor(record.objtype, record.id)
    number = 1
    while found in taken:
        number += 1
        found = f"{plain}-{number}"
    return found


def apart(found: Iterable[Stated]) -> Iterator[Stated]:
    """Number the HTML ids of records of files whose ids differ by such signs alone.

    Any page may show them, beside one another.
    """
    owners: dict[str, Key] = {}
    last: dict[str, int] = {}
    for stated in found:
        html_id = stated.anchor
        while owners.setdefault(html_id, stated.key) != stated.key:
            last[stated.anchor] = last.get(stated.anchor, 1) + 1
            html_id = f"{stated.anchor}-{last[stated.anchor]}"
        yield stated if html_id == stated.anchor else replace(stated, anchor=html_id)


def digest(record: Record) -> str:
    """Fingerprint a record by its contents (hexadecimal, 16 digits)."""
    return hashlib.blake2b(repr(record).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def state(
    record: Record,
    docname: str,
    source: str,
    line: int,
    lines: Iterable[tuple[str, int]] = (),
    *,
    listed: bool = True,
    html_id: str = "",
    known: bool = True,
    mark: str = "",
) -> Stated:
    """Put a record together with its place; ``html_id`` is its own unless the page has that.

    ``known`` has its fingerprint worked out now, to be stored with it; else it is when needed.
    ``mark`` is the fingerprint where it is known already.
    """
    return Stated(
        record=record,
        docname=docname,
        anchor=html_id or anchor(record.objtype, record.id),
        source=source,
        line=line,
        lines=tuple(lines),
        digest=mark or (digest(record) if known else ""),
        listed=listed,
    )


@dataclass(frozen=True)
class Store:
    """Every record that is stated, by type and id; the first statement of an id counts.

    ``statements`` are sorted by content, never by the order in which they were read.
    """

    statements: tuple[Stated, ...]
    homes: Mapping[Key, tuple[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, statements: Iterable[Stated]) -> Store:
        """Sort statements into a store."""
        return cls(tuple(sorted(statements, key=_order)))

    @cached_property
    def by_key(self) -> dict[Key, Stated]:
        """The first statement of each key."""
        found: dict[Key, Stated] = {}
        for stated in self.statements:
            found.setdefault(stated.key, stated)
        return found

    @cached_property
    def by_type(self) -> dict[str, list[Stated]]:
        """The first statements of each object type, in order, without those not listed."""
        found: dict[str, list[Stated]] = {}
        for (objtype, _), stated in self.by_key.items():
            if stated.listed:
                found.setdefault(objtype, []).append(stated)
        return found

    @cached_property
    def duplicates(self) -> list[tuple[Stated, Stated]]:
        """Pairs of a first statement and a later one of the same key."""
        return [(self.by_key[s.key], s) for s in self.statements if self.by_key[s.key] is not s]

    def get(self, objtype: str, identifier: str) -> Stated | None:
        """Look a record up."""
        return self.by_key.get((objtype, identifier))

    def all(self, objtype: str) -> list[Stated]:
        """List the records of a type, sorted by id."""
        return self.by_type.get(objtype, [])

    def ids(self, objtype: str) -> list[str]:
        """List the ids of a type."""
        return [stated.record.id for stated in self.all(objtype)]

    def records(self, kind: type[R]) -> list[R]:
        """List the bare records of a class."""
        return [s.record for s in self.all(kind.objtype) if isinstance(s.record, kind)]

    def publisher(self, root: str) -> Stated | None:
        """Find who is behind the site: the first on its root page, organizations before people."""
        for objtype in ("organization", "person"):
            if found := [s for s in self.all(objtype) if self.place(s)[0] == root]:
                return min(found, key=in_page)
        return None

    def place(self, stated: Stated) -> tuple[str, str]:
        """Return (docname, anchor) of a record: where it is stated, else where it is shown first.

        The docname is empty when no page has the record, as no page shows a draft.
        """
        if isinstance(stated.record, News) and not stated.record.is_public:
            return "", ""
        if stated.docname:
            return stated.docname, stated.anchor
        return self.homes.get(stated.key, ("", ""))

    @cached_property
    def objects(self) -> list[tuple[str, str, str, str, str]]:
        """(Id, name, object type, docname, anchor) of every listed record that has a page."""
        placed = ((stated, *self.place(stated)) for stated in self.by_key.values())
        return [
            (stated.record.id, stated.record.name, stated.record.objtype, docname, anchor)
            for stated, docname, anchor in placed
            if docname and stated.listed
        ]

    @cached_property
    def organizations_by_name(self) -> dict[str, Stated]:
        """Organizations by casefolded id, name, short name and alias (the first to have it)."""
        found: dict[str, Stated] = {}
        for stated in self.all("organization"):
            record = stated.record
            for name in (record.id, *record.all_names, getattr(record, "short", "")):
                if name:
                    found.setdefault(name.casefold(), stated)
        return found

    def organization(self, text: str) -> tuple[str, Stated | None]:
        """Find the organization that words name: ``("Vision Lab", <LG AI Research>)``.

        The whole text is tried first (id, name, short name, alias), then what follows each comma;
        what stands before is the department.  Without a match: ``(text, None)``.
        """
        names = self.organizations_by_name
        parts = text.split(",")[:8]
        for start in range(len(parts)):
            found = names.get(",".join(parts[start:]).strip().casefold())
            if found:
                return ",".join(parts[:start]).strip(), found
        return text, None


def in_page(stated: Stated) -> tuple[int, Key]:
    """Return where a record stands among those of a page; those of files come first."""
    return stated.line if stated.docname else 0, stated.key


def _order(stated: Stated) -> tuple[str, str, bool, str, str, int]:
    record = stated.record
    # A page's statement wins over a data file's, so that what a page says is what it links to.
    return (
        record.objtype,
        record.id,
        not stated.docname,
        stated.docname,
        stated.source,
        stated.line,
    )
