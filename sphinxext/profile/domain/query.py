"""The one query language of all listings: which records, in which order, in which groups."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from ..model import publication
from ..model.dates import DateError, PartialDate
from ..model.event import KINDS
from ..model.nearest import hint
from ..model.numbers import whole_number
from ..model.organization import TYPES
from ..model.packing import Packed
from ..model.project import STATUSES
from ..model.quoting import shown
from ..sources.values import words

#: What ``group-by`` may be, by object type.
GROUPINGS = {
    "person": ("group", "organization", "role", "year", "none"),
    "project": ("status", "tag", "person", "funder", "organization", "year", "none"),
    "event": ("kind", "organization", "person", "year", "none"),
    "publication": ("year", "type", "project", "person", "tag", "status", "none"),
    "news": ("year", "tag", "none"),
    "organization": ("type", "none"),
}

#: What ``sort`` may name; a leading ``-`` turns the order round.
SORTS = (
    *("start", "end", "date", "name", "title", "family-name", "author", "venue"),
    *("status", "kind", "type", "group", "id", "source"),
)


_STATUSES = {"project": STATUSES, "publication": publication.STATUSES}


class QueryError(ValueError):
    """A part of a query that can't be read; the message shows the value and what is allowed."""


@dataclass(frozen=True, slots=True)
class Query(Packed):
    """Which records of one object type to show; an empty field asks nothing.

    Several values of one field are alternatives; different fields must all hold.
    """

    objtype: str
    person: tuple[str, ...] = ()
    project: tuple[str, ...] = ()
    organization: tuple[str, ...] = ()
    funder: tuple[str, ...] = ()
    group: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    selected: bool = False
    sort: tuple[str, ...] = ()
    group_by: str = ""
    groups: tuple[str, ...] = ()
    limit: int = 0
    allow_empty: bool = False

    def dumps(self) -> str:
        """Write the query as a string for a node's attribute."""
        return json.dumps({k: v for k, v in asdict(self).items() if v}, sort_keys=True)

    @classmethod
    def loads(cls, text: str) -> Query:
        """Read what :meth:`dumps` wrote."""
        values: dict[str, Any] = json.loads(text)
        lists: dict[str, Any] = {k: tuple(v) for k, v in values.items() if isinstance(v, list)}
        return cls(**{**values, **lists})


#: Fields that hold a list of words parted by commas.
_LISTS = tuple(
    f.name
    for f in fields(Query)
    if f.name not in {"objtype", "since", "until", "selected", "group_by", "limit", "allow_empty"}
)


#: The option names of a query, as authors write them.
OPTIONS = (*(f.name.replace("_", "-") for f in fields(Query) if f.name != "objtype"),)


def parse(objtype: str, options: Mapping[str, str]) -> tuple[Query, list[tuple[str, str]]]:
    """Read a query from its options; a faulty part is left out and told as (option, message)."""
    values: dict[str, object] = {}
    faults: list[tuple[str, str]] = []
    for option, text in options.items():
        field = option.replace("-", "_")
        try:
            values[field] = _value(objtype, field, (text or "").strip())
        except QueryError as error:
            faults.append((option, str(error)))
    return Query(objtype=objtype, **values), faults  # type: ignore[arg-type]


def _value(objtype: str, field: str, text: str) -> object:
    if field in {"selected", "allow_empty"}:
        return text.casefold() not in {"false", "no", "off", "0"}
    if field in {"since", "until"}:
        return _day(text, field)
    if field == "limit":
        try:
            return whole_number(text)
        except ValueError as error:
            raise QueryError(f"limit: {shown(text)} is {error}") from None
    if field == "group_by":
        return _one_of(text, GROUPINGS[objtype], "group-by")
    values = words(text)
    types = {"publication": publication.TYPES, "organization": tuple(filter(None, TYPES))}
    allowed = {
        "sort": SORTS,
        "status": _STATUSES.get(objtype, ()),
        "kind": tuple(KINDS),
        "type": types.get(objtype, ()),
    }.get(field)
    if allowed:
        for value in values:
            _one_of(value.removeprefix("-") if field == "sort" else value, allowed, field)
    return values


def _day(text: str, field: str) -> str:
    try:
        found = PartialDate.parse(text)
    except DateError as error:
        raise QueryError(f"{field}: {error}") from None
    return (found.earliest() if field == "since" else found.latest()).isoformat()


def _one_of(value: str, allowed: Iterable[str], field: str) -> str:
    known = list(allowed)
    if value not in known:
        near = hint(value, known)
        raise QueryError(f"{field}: unknown value {value!r}{near}; allowed: {', '.join(known)}")
    return value


def day(text: str) -> date | None:
    """Read a bound that :func:`parse` stored."""
    return date.fromisoformat(text) if text else None
