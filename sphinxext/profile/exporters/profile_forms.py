"""How each type of value is written in ``profile.json``, and the JSON Schema that says so.

Both are made of the types of the model's fields, in one place, so that neither can say anything
else than the other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from ..domain.store import Stated
from ..model.dates import DateRange, PartialDate
from ..model.names import PersonName
from ..model.publication import Contributor
from ..model.record import Image, Link, Record
from ..model.richtext import RichText, plain
from ..model.urls import is_external
from .html_words import html
from .signs import clean
from .site import Site

Json = dict[str, Any]

#: Fields that say how a record is shown and not what it says, or that no page shows.
LEFT_OUT = frozenset(
    {"bibtex", "bibtex_show", "draft", "free_sections", "phone", "section", "testimonials"}
)

#: Schemas that others refer to, by name.
DEFINITIONS: dict[str, Json] = {
    "date": {
        "description": "EDTF: 2018, 2024-08, 2024-08-15, or 2024-21 for the spring of a year.",
        "type": "string",
        "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
    },
    "range": {
        "description": "EDTF: one date, 2018/2021, 2024-08/.. where it runs, or ../2021.",
        "type": "string",
        "pattern": "^([0-9-]{4,10}|[.]{2})(/([0-9-]{4,10}|[.]{2}))?$",
    },
    "text": {
        "description": "Text without its marks, and as HTML without scripts.",
        "type": "object",
        "properties": {"text": {"type": "string"}, "html": {"type": "string"}},
        "required": ["text", "html"],
        "additionalProperties": False,
    },
}


class Form(NamedTuple):
    """How values of one type are written; an empty value is left out."""

    schema: Json
    write: Callable[[Site, Stated, Any], Any]


def _string(_site: Site, _stated: Stated, value: str) -> str:
    return clean(value)


def _as_it_is(_site: Site, _stated: Stated, value: Any) -> Any:
    return value


def _edtf(_site: Site, _stated: Stated, value: PartialDate | DateRange) -> str:
    return value.isoformat()


def _text(site: Site, _stated: Stated, value: RichText) -> Json:
    return {"text": clean(plain(value)), "html": html(value, site.ref_url)} if value else {}


def _names(_site: Site, _stated: Stated, value: tuple[tuple[str, str], ...]) -> Json:
    return {clean(language): clean(name) for language, name in value}


def _link(site: Site, stated: Stated, value: Link) -> Json:
    url = site.address(stated, value)
    return {"label": clean(value.label), "url": url, "rel": clean(value.rel)} if url else {}


def _image(site: Site, _stated: Stated, value: Image) -> Json:
    url = value.uri if is_external(value.uri) else site.image_url(value.uri)
    return {"url": url, "alt": clean(value.alt)} if url else {}


def _author(_site: Site, _stated: Stated, value: Contributor) -> Json:
    found: Json = {**_name_parts(value.name)}
    return {**found, "marks": list(map(clean, value.marks))} if value.marks else found


@lru_cache(maxsize=1 << 12)
def _name_parts(name: PersonName) -> Json:
    """Write a name, which stands on one work after the other."""
    parts = {"name": name.display, "given": name.given, "family": name.family, "orcid": name.orcid}
    return {part: clean(words) for part, words in parts.items() if words}


_URL = {"type": "string", "format": "uri-reference"}

#: How types are written: those with a way of their own, and what :func:`form` has made.
_FORMS: dict[Any, Form] = {
    str: Form({"type": "string"}, _string),
    bool: Form({"type": "boolean"}, _as_it_is),
    PartialDate: Form({"$ref": "#/$defs/date"}, _edtf),
    DateRange: Form({"$ref": "#/$defs/range"}, _edtf),
    RichText: Form({"$ref": "#/$defs/text"}, _text),
    tuple[tuple[str, str], ...]: Form(
        {"type": "object", "additionalProperties": {"type": "string"}}, _names
    ),
    Link: Form(
        {
            "type": "object",
            "properties": {"label": {"type": "string"}, "url": _URL, "rel": {"type": "string"}},
            "required": ["label", "url", "rel"],
            "additionalProperties": False,
        },
        _link,
    ),
    Image: Form(
        {
            "type": "object",
            "properties": {"url": _URL, "alt": {"type": "string"}},
            "required": ["url", "alt"],
            "additionalProperties": False,
        },
        _image,
    ),
    Contributor: Form(
        {
            "type": "object",
            "properties": {
                **{part: {"type": "string"} for part in ("name", "given", "family", "orcid")},
                "marks": {"type": "array", "items": {"type": "string"}},
                "person": {"description": "The id of a person of the site.", "type": "string"},
            },
            "required": ["name"],
            "additionalProperties": False,
        },
        _author,
    ),
}


def form(kind: Any) -> Form:
    """Return how a type is written.

    Raises:
        TypeError: Nothing is known of the type.

    """
    if kind not in _FORMS:
        _FORMS[kind] = _made(kind)
    return _FORMS[kind]


def _made(kind: Any) -> Form:
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return Form({"enum": list(inner)}, _string)
    if origin in {Union, UnionType}:
        (kept,) = (one for one in inner if one is not NoneType)
        return form(kept)
    if origin is tuple and inner[1:] == (Ellipsis,):
        item = form(inner[0])
        return Form(
            {"type": "array", "items": item.schema},
            lambda site, stated, found: [
                written for value in found if (written := item.write(site, stated, value))
            ],
        )
    if is_dataclass(kind):
        return _object(kind)
    raise TypeError(f"no form for {kind!r}")


def _object(kind: Any) -> Form:
    """Write a dataclass as an object with its fields."""
    hints = get_type_hints(kind)
    parts = {f.name: form(hints[f.name]) for f in fields(kind) if f.name not in LEFT_OUT}
    schema: Json = {
        "type": "object",
        "properties": {name: part.schema for name, part in parts.items()},
        "additionalProperties": False,
    }
    if issubclass(kind, Record):
        schema["properties"]["page"] = {
            **_URL,
            "description": "Where the site tells of it, with the anchor on the page.",
        }
        schema["required"] = ["id", "name", "page"]
    write_part = {name: part.write for name, part in parts.items()}

    def write(site: Site, stated: Stated, value: Any) -> Json:
        # A record lists what it holds itself: of its many fields most are empty.
        held = getattr(value, "__dict__", None) or {name: getattr(value, name) for name in parts}
        found = {}
        for name, inner in held.items():
            if inner and name in write_part and (said := write_part[name](site, stated, inner)):
                found[name] = said
        return found

    return Form(schema, write)
