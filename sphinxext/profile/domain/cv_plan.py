"""What a CV is to hold: which sections in which order, under which titles, how many entries each.

A plan comes from a variant (``short``, ``full`` or one of ``profile_cv_variants``) and what the
``cv`` directive says over it.  It asks the records through the same queries as every listing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from ..model.cv import SECTION_ALIASES, SECTIONS, section_name
from ..model.event import KINDS
from ..model.nearest import hint
from ..model.numbers import whole_number
from ..model.quoting import shown
from .query import OPTIONS, Query, parse

#: Files that a CV can be offered as, in the order of their buttons -> the words on the button.
DOWNLOADS = {
    "pdf": "PDF",
    "json-resume": "JSON Resume",
    "rendercv": "RenderCV",
    "vcard": "vCard",
    "bibtex": "BibTeX",
    "csl-json": "CSL-JSON",
}
DESIGNS = ("classic", "modern")
PAGES = ("a4", "letter")

#: Parts of a query that a section of a variant may narrow.
_NARROWING = ("tags", "type", "status", "project", "organization", "funder", "keys", "sort")
_PERIOD = ("since", "until")
_SECTION_KEYS = ("section", "title", "limit", "selected", *_PERIOD, *_NARROWING)
_VARIANT_KEYS = (
    *("title", "sections", "limits", "titles", "selected", *_PERIOD),
    *("design", "page", "photo", "downloads"),
)

_SHORT = ("profile", "work", "education", "projects", "publications", "award", "skills")

#: The variants that need no setting.
BUILT_IN: dict[str, dict[str, Any]] = {
    "full": {},
    "short": {
        "sections": list(_SHORT),
        "limits": {"projects": 3, "publications": 5, "award": 5},
    },
}

Faults = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Part:
    """One section that is asked for; ``query`` finds its records, if it has any."""

    name: str
    title: str = ""
    limit: int = 0
    query: Query | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole CV that is asked for."""

    person: str
    variant: str = "full"
    heading: str = ""
    parts: tuple[Part, ...] = ()
    design: str = ""
    page: str = ""
    photo: bool = False
    downloads: tuple[str, ...] = ()

    def dumps(self) -> str:
        """Write the plan as a string for a node's attribute."""
        parts = [(p.name, p.title, p.limit, p.query.dumps() if p.query else "") for p in self.parts]
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return json.dumps({**values, "parts": parts}, sort_keys=True, ensure_ascii=False)

    @classmethod
    def loads(cls, text: str) -> Plan:
        """Read what :meth:`dumps` wrote."""
        values = json.loads(text)
        parts = tuple(
            Part(name, title, limit, Query.loads(query) if query else None)
            for name, title, limit, query in values["parts"]
        )
        return cls(**{**values, "parts": parts, "downloads": tuple(values["downloads"])})

    @property
    def queries(self) -> Iterator[Query]:
        """The queries of all parts."""
        return (part.query for part in self.parts if part.query is not None)


def objtype_of(section: str) -> str:
    """Return the object type that a section lists, or ``""``."""
    if section in KINDS:
        return "event"
    return {"projects": "project", "publications": "publication"}.get(section, "")


def plan(person: str, name: str, variant: Mapping[str, Any]) -> tuple[Plan, Faults]:
    """Make the plan of a person's CV from a variant; faulty parts are left out and told.

    A fault is (key of the variant, message).
    """
    return _Reader(person, name, variant).read()


class _Reader:
    """Reads one variant, value by value."""

    def __init__(self, person: str, name: str, variant: Mapping[str, Any]) -> None:
        self.person = person
        self.name = name
        self.variant = variant
        self.period: dict[str, str] = {}
        self.faults: Faults = []

    def read(self) -> tuple[Plan, Faults]:
        for key in self.variant:
            if key not in _VARIANT_KEYS:
                self.fault(key, unknown("part of a variant", str(key), _VARIANT_KEYS))
        named = self._named("limits", self._limit)
        titles = self._named("titles", self._text)
        stated = self.variant.get("sections", list(SECTIONS))
        if isinstance(stated, str) or not isinstance(stated, list | tuple):
            self.fault("sections", f"sections: {stated!r} is not a list")
            stated = list(SECTIONS)
        self.period = self._period()
        parts = [part for item in stated for part in self._part(item)]
        parts = [
            replace(
                p, title=p.title or titles.get(p.name, ""), limit=p.limit or named.get(p.name, 0)
            )
            for p in parts
        ]
        made = Plan(
            person=self.person,
            variant=self.name,
            heading=self._text("title", self.variant.get("title", "")),
            parts=tuple(_limited(part) for part in parts),
            design=self._one_of("design", DESIGNS),
            page=self._one_of("page", PAGES),
            photo=bool(self.variant.get("photo", False)),
            downloads=self._downloads(),
        )
        return made, self.faults

    def fault(self, key: str, message: str) -> None:
        self.faults.append((key, message))

    def _named(self, key: str, read: Any) -> dict[str, Any]:
        """Read a dictionary whose keys are sections."""
        stated = self.variant.get(key, {})
        if not isinstance(stated, Mapping):
            self.fault(key, f"{key}: {stated!r} is not a dictionary")
            return {}
        found = {}
        for word, value in stated.items():
            section = section_name(str(word))
            if not section:
                self.fault(key, f"{key}: " + unknown_section(str(word)))
                continue
            found[section] = read(key, value)
        return found

    def _text(self, key: str, value: Any) -> str:
        if isinstance(value, str):
            return " ".join(value.split())
        self.fault(key, f"{key}: {value!r} is not a string")
        return ""

    def _limit(self, key: str, value: Any) -> int:
        try:
            return whole_number(str(value))
        except ValueError as error:
            self.fault(key, f"{key}: {shown(str(value))} is {error}")
            return 0

    def _period(self) -> dict[str, str]:
        """Read the period that all sections are limited to."""
        stated = {key: _words(self.variant[key]) for key in _PERIOD if key in self.variant}
        faults = dict(parse("event", stated)[1])
        self.faults += faults.items()
        return {key: words for key, words in stated.items() if key not in faults}

    def _one_of(self, key: str, allowed: tuple[str, ...]) -> str:
        value = self.variant.get(key, "")
        if value and value not in allowed:
            self.fault(key, f"{key}: " + unknown("value", str(value), allowed))
            return ""
        return str(value)

    def _downloads(self) -> tuple[str, ...]:
        found = []
        stated = self.variant.get("downloads", list(DOWNLOADS))
        if isinstance(stated, str) or not isinstance(stated, list | tuple):
            self.fault("downloads", f"downloads: {stated!r} is not a list")
            stated = ()
        for word in stated:
            if word in DOWNLOADS:
                found.append(str(word))
            elif word != "none":
                self.fault("downloads", "downloads: " + unknown("file", str(word), DOWNLOADS))
        return tuple(dict.fromkeys(found))

    def _part(self, item: Any) -> Iterator[Part]:
        stated = {"section": item} if isinstance(item, str) else item
        if not isinstance(stated, Mapping) or not isinstance(stated.get("section"), str):
            message = f"sections: {item!r} is neither the name of a section nor a dictionary with "
            self.fault("sections", message + "its name under 'section'")
            return
        name = section_name(stated["section"])
        if not name:
            self.fault("sections", "sections: " + unknown_section(stated["section"]))
            return
        for key in stated:
            if key not in _SECTION_KEYS:
                self.fault("sections", unknown(f"part of {name}", str(key), _SECTION_KEYS))
        yield Part(
            name,
            self._text("title", stated.get("title", "")),
            self._limit("limit", stated["limit"]) if "limit" in stated else 0,
            self._asked(name, stated),
        )

    def _asked(self, name: str, stated: Mapping[str, Any]) -> Query | None:
        objtype = objtype_of(name)
        if not objtype:
            return None
        narrowed = {key: stated[key] for key in (*_NARROWING, *_PERIOD) if key in stated}
        options = self.period | {key: _words(value) for key, value in narrowed.items()}
        if name in KINDS:
            options["kind"] = name
        if objtype == "publication" and stated.get("selected", self.variant.get("selected")):
            options["selected"] = "yes"
        assert set(options) <= set(OPTIONS)
        query, faults = parse(objtype, options)
        self.faults += [("sections", f"{name}: {message}") for _, message in faults]
        return replace(query, person=(self.person,), allow_empty=True)


def _limited(part: Part) -> Part:
    return (
        part if part.query is None else replace(part, query=replace(part.query, limit=part.limit))
    )


def _words(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def unknown(what: str, word: str, known: Any) -> str:
    """Say that a word isn't known, with the nearest that are, else all."""
    near = hint(word, known) or f"; allowed: {', '.join(known)}"
    return f"unknown {what} {word!r}{near}"


def unknown_section(word: str) -> str:
    """Say that there is no such section, with the nearest names."""
    near = hint(word, [*SECTIONS, *SECTION_ALIASES]) or f"; allowed: {', '.join(SECTIONS)}"
    return f"unknown section {word!r}{near}"
