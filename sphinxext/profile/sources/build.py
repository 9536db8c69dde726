"""Fields that were read become a record, wherever they were written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from ..model.dates import DateError, DateRange
from ..model.networks import NETWORKS
from ..model.organization import Organization
from ..model.person import Account, Person, Place
from ..model.project import LINK_RELS, Project
from ..model.record import Link, Mention, Record
from .fields import FIELDS

R = TypeVar("R", bound=Record)

_PLACE = ("address", "postal-code", "city", "region", "country-code")


def build(kind: type[R], found: Mapping[str, Any], **common: Any) -> R:
    """Make a record of values by field name; ``common`` are attributes that the caller knows."""
    fields = FIELDS[kind.objtype].values()
    values = {f.attribute: found[f.name] for f in fields if f.attribute and f.name in found}
    if kind in {Person, Organization}:
        values |= {"accounts": accounts(found), "place": place(found)}
    if kind is Project:
        values |= {"people": _people(found), "links": (*_links(found), *found.get("links", ()))}
    return kind(**values, **common)


def accounts(found: Mapping[str, Any]) -> tuple[Account, ...]:
    """Gather the accounts that could be read, in the order they were written."""
    values = (value for name, value in found.items() if name in NETWORKS)
    return tuple(value for value in values if isinstance(value, Account))


def place(found: Mapping[str, Any]) -> Place:
    """Gather the parts of a place."""
    return Place(**{name.replace("-", "_"): found.get(name, "") for name in _PLACE})


def _people(found: Mapping[str, Any]) -> tuple[Mention, ...]:
    role = found.get("role", "")
    return tuple(Mention(m.text, m.role or role) for m in found.get("people", ()))


def _links(found: Mapping[str, Any]) -> list[Link]:
    """Gather the addresses that have a field of their own, in the order of the buttons."""
    return [Link(label, found[rel], rel) for rel, label in LINK_RELS.items() if found.get(rel)]


@dataclass(frozen=True, slots=True)
class When:
    """A range of dates; or the words that can't be read, the field at fault and what is wrong."""

    range: DateRange | None = None
    text: str = ""
    field: str = ""
    fault: str = ""


def when(found: Mapping[str, str]) -> When:
    """Read ``date``, or else ``start`` and ``end``."""
    start, end, day = (str(found.get(name, "")).strip() for name in ("start", "end", "date"))
    if not (start or end or day):
        return When()
    try:
        return When(DateRange.parse(day) if day else DateRange.of(start, end))
    except DateError as error:
        words = day or " – ".join(part for part in (start, end) if part)
        return When(None, words, "date" if day else _bad_end(start), str(error))


def _bad_end(start: str) -> str:
    """Tell which of two ends a fault is in: the start, if it can't be read by itself."""
    try:
        DateRange.of(start)
    except DateError:
        return "start"
    return "end"
