"""Answer queries: select, sort and group records."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from ..model import publication
from ..model.dates import DateRange, PartialDate
from ..model.event import KINDS, Event
from ..model.news import News
from ..model.person import Person
from ..model.project import STATUSES, Project
from ..model.publication import Publication
from ..model.record import Record
from .query import Query, day
from .relations import Relations
from .store import Key, Stated, Store


class Group(NamedTuple):
    """One group of an answer: ``key`` is what its records share, ``""`` for none."""

    key: str
    items: tuple[Stated, ...]


#: Groups of people in the order in which they are shown where the site names no other.
GROUPS = (
    "faculty", "postdoc", "phd", "ms", "undergraduate", "intern", "staff", "visitor", "alumni",
)  # fmt: skip


class Answers:
    """Answers queries over one store; the same query is worked out once."""

    def __init__(self, store: Store, relations: Relations) -> None:
        self.store = store
        self.relations = relations
        #: Pages of publications by name, with the keys they are about.
        self.pages: dict[str, str] = {}
        #: The page that lists a publication which has a page of its own, by key.
        self.listed_at: dict[str, str] = {}
        #: The groups of people in the order in which they are shown.
        self.group_order: tuple[str, ...] = GROUPS
        self._cache: dict[Query, tuple[Stated, ...]] = {}
        self._order = _Order()

    def placed(
        self,
        homes: Mapping[Key, tuple[str, str]],
        pages: dict[str, str],
        listed_at: dict[str, str],
    ) -> Answers:
        """Return the same answers with places for records of data files."""
        answers = Answers(replace(self.store, homes=homes), self.relations)
        answers.pages, answers.listed_at = pages, listed_at
        answers._cache, answers.group_order = self._cache, self.group_order
        answers._order = self._order
        return answers

    def select(self, query: Query) -> tuple[Stated, ...]:
        """Return the records that match, sorted and limited."""
        found = self._cache.get(query)
        if found is None:
            found = self._cache[query] = self._select(query)
        return found

    def _select(self, query: Query) -> tuple[Stated, ...]:
        matching = [s for s in self._candidates(query) if _matches(s.record, query)]
        if not query.keys or query.sort:
            self._order.sort(matching, query)
        return tuple(matching[: query.limit] if query.limit else matching)

    def _candidates(self, query: Query) -> list[Stated]:
        """Narrow by relations first, which are indexed."""
        narrowed = [
            self._related(query, values, objtype, field)
            for values, objtype, field in (
                (query.person, "person", ""),
                (query.project, "project", ""),
                (query.organization, "organization", ""),
                (query.funder, "organization", "funder"),
            )
            if values
        ]
        if query.keys:
            stated = (self.store.get(query.objtype, key) for key in query.keys)
            named = [item for item in stated if item]
        elif narrowed:
            related = (self.store.by_key[key] for key in sorted(set.intersection(*narrowed)))
            named = [item for item in related if item.listed]
        else:
            return list(self.store.all(query.objtype))
        return [s for s in named if all(s.key in keys for keys in narrowed)]

    def _related(self, query: Query, values: tuple[str, ...], objtype: str, field: str) -> set[Key]:
        found: set[Key] = set()
        for value in values:
            stated = self._named(objtype, value)
            if stated is None:
                continue
            if objtype == query.objtype:
                found.add(stated.key)
            links = self.relations.reached(stated.key, query.objtype)
            found.update(link.key for link in links if not field or link.field == field)
        return found

    def _named(self, objtype: str, value: str) -> Stated | None:
        if objtype == "organization":
            return self.store.organization(value)[1]
        return self.store.get(objtype, value)

    def groups(self, query: Query) -> tuple[Group, ...]:
        """Return the answer in groups; without ``group-by`` it is one group without a key."""
        items = self.select(query)
        if query.group_by in {"", "none"}:
            return (Group("", items),) if items else ()
        found: dict[str, list[Stated]] = {}
        for stated in items:
            for key in self._group_keys(stated, query.group_by) or ("",):
                found.setdefault(key, []).append(stated)
        order = self._group_order(query, found)
        return tuple(Group(key, tuple(found[key])) for key in order)

    def _group_keys(self, stated: Stated, by: str) -> tuple[str, ...]:
        record = stated.record
        if by == "tag":
            return tags_of(record)
        if by == "year":
            return _year(record)
        if by in {"person", "project", "organization"}:
            links = self.relations.of(stated.key, by)
            return tuple(dict.fromkeys(link.key[1] for link in links))
        if by == "funder":
            links = self.relations.of(stated.key, "organization")
            return tuple(link.key[1] for link in links if link.field == "funder")
        return _values(record, by)

    def _group_order(self, query: Query, found: dict[str, list[Stated]]) -> list[str]:
        """Order groups: as asked, else years from the newest, the rest by its own order or name."""
        if query.groups:
            return [key for key in query.groups if key in found]
        if query.group_by == "year":
            return sorted(found, reverse=True)
        known = _ranks(query.objtype).get(query.group_by, ())
        if query.group_by == "group":
            known = self.group_order
        rank = {key: index for index, key in enumerate(known)}
        return sorted(found, key=lambda key: (key == "", rank.get(key, len(rank)), key.casefold()))


def _values(record: Record, name: str) -> tuple[str, ...]:
    """Return the value or values of a field, none where it is empty."""
    value = getattr(record, name, ())
    return value if isinstance(value, tuple) else (value,) if value else ()


def _year(record: Record) -> tuple[str, ...]:
    """Return the year; for work that isn't out and has none, where it stands."""
    moment = begin(record)
    if moment:
        return (str(moment.year),)
    if isinstance(record, Publication) and record.status != "published":
        return (record.status,)
    return ()


def _ranks(objtype: str) -> dict[str, tuple[str, ...]]:
    """Return the order of groups that have one of their own, by what the groups are."""
    if objtype == "publication":
        return {"status": publication.STATUSES, "type": publication.TYPE_ORDER}
    return {"status": STATUSES, "kind": tuple(KINDS)}


def tags_of(record: Record) -> tuple[str, ...]:
    """Return a record's tags, a publication's keywords among them."""
    if isinstance(record, Publication):
        return tuple(dict.fromkeys((*record.tags, *record.keywords)))
    return record.tags


def span(record: Record) -> DateRange | None:
    """Return when a record took place."""
    if isinstance(record, Event | Project | Person):
        return record.when
    moment = record.issued if isinstance(record, Publication) else getattr(record, "date", None)
    return DateRange(moment, moment) if moment else None


def begin(record: Record) -> PartialDate | None:
    """Return when a record began, was issued or is dated."""
    when = span(record)
    return (when.start or when.end) if when else None


def _matches(record: Record, query: Query) -> bool:
    if query.tags and not set(query.tags) & set(tags_of(record)):
        return False
    if query.selected and not getattr(record, "selected", False):
        return False
    for name in ("kind", "type", "status", "group"):
        wanted = getattr(query, name)
        if wanted and not set(wanted) & set(_values(record, name)):
            return False
    if isinstance(record, News) and not record.is_public:
        return False
    if query.since or query.until:
        when = span(record)
        return when is not None and when.overlaps(day(query.since), day(query.until))
    return True


class _Order:
    """What records are sorted by: worked out once for each, since it is in many answers."""

    def __init__(self) -> None:
        # By the identity of statements, which the store holds.
        self._known: dict[str, dict[int, Any]] = {}

    def sort(self, items: list[Stated], query: Query) -> None:
        """Sort as a query asks; what is equal by name and id."""
        self._by(items, "name and id")
        for name in reversed(query.sort or _DEFAULT_SORT.get(query.objtype, ("name",))):
            self._by(items, name.removeprefix("-"), reverse=name.startswith("-"))

    def _by(self, items: list[Stated], name: str, *, reverse: bool = False) -> None:
        known, value = self._known.setdefault(name, {}), _SORT_KEYS[name]
        for item in items:
            if id(item) not in known:
                known[id(item)] = value(item)
        items.sort(key=lambda item: known[id(item)], reverse=reverse)


_DEFAULT_SORT = {
    "person": ("name",),
    "project": ("-date",),
    "event": ("-date",),
    "publication": ("-date",),
    "news": ("-date",),
}


def _by_end(stated: Stated) -> Any:
    when = span(stated.record)
    # What has no date sorts as the oldest.
    return (when is not None, when.sort_key if when else ())


def _by_start(stated: Stated) -> Any:
    moment = begin(stated.record)
    return (moment is not None, moment.sort_key if moment else ())


def _by(name: str) -> Callable[[Stated], Any]:
    return lambda stated: str(getattr(stated.record, name, "")).casefold()


def _by_family_name(stated: Stated) -> str:
    record = stated.record
    return (record.sort_name if isinstance(record, Person) else record.name).casefold()


def _by_source(stated: Stated) -> Any:
    """Order as written: files first, then pages by name, each from its top."""
    return stated.docname, stated.source, stated.line, dict(stated.columns).get("", 0)


def _by_author(stated: Stated) -> Any:
    people = getattr(stated.record, "authors", ())
    return tuple(person.name.sort_key for person in people[:3])


def _by_rank(name: str, known: Iterator[str] | tuple[str, ...]) -> Callable[[Stated], Any]:
    rank = {key: index for index, key in enumerate(known)}
    return lambda stated: rank.get(next(iter(_values(stated.record, name)), ""), len(rank))


_SORT_KEYS: dict[str, Callable[[Stated], Any]] = {
    "name and id": lambda stated: (stated.record.name.casefold(), stated.record.id),
    "start": _by_start,
    "end": _by_end,
    "date": _by_end,
    "name": _by("name"),
    "family-name": _by_family_name,
    "title": _by("name"),
    "status": _by_rank("status", (*STATUSES, *publication.STATUSES)),
    "author": _by_author,
    "venue": lambda stated: str(getattr(stated.record, "venue", "")).casefold(),
    "kind": _by_rank("kind", tuple(KINDS)),
    "type": _by("type"),
    "group": _by_rank("group", GROUPS),
    "id": _by("id"),
    "source": _by_source,
}
