"""Fields that were read become a record, wherever they were written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, TypeVar

from ..model.dates import DateError, DateRange, PartialDate
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


class When(NamedTuple):
    """A range of dates; or the words that can't be read, the field at fault and what is wrong."""

    range: DateRange | None = None
    text: str = ""
    field: str = ""
    fault: str = ""


#: Kinds of event that have a day rather than a time they take.
_POINTS = frozenset({"award", "certificate", "milestone", "talk"})


def when(found: Mapping[str, Any], objtype: str = "") -> When:
    """Read ``date``, or else ``start`` and ``end``.

    Without ``end`` the range is open, unless the other fields say that it isn't: then the start
    is all that is known.  An ``end`` that is stated and empty is open.
    """
    start, end, day = (str(found.get(name, "")).strip() for name in ("start", "end", "date"))
    if not (start or end or day):
        return When()
    try:
        if day:
            return When(DateRange.parse(day))
        if "end" not in found and not _goes_on(objtype, found):
            only = PartialDate.parse(start)
            return When(DateRange(only, only))
        return When(DateRange.of(start, end))
    except DateError as error:
        words = day or " – ".join(part for part in (start, end) if part)
        return When(None, words, "date" if day else _bad_end(start), str(error))


def _goes_on(objtype: str, found: Mapping[str, Any]) -> bool:
    """Tell whether what has a start and no end may still go on."""
    match objtype:
        case "project":
            return bool(found.get("status", "active") == "active")
        case "person":
            return "alumni" not in found.get("group", ()) and not found.get("destination")
        case "event":
            return found.get("kind") not in _POINTS
        case _:
            return True


def _bad_end(start: str) -> str:
    """Tell which of two ends a fault is in: the start, if it can't be read by itself."""
    if not start:
        return "end"
    try:
        DateRange.of(start)
    except DateError:
        return "start"
    return "end"
