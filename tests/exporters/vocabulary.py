"""What schema.org's vocabulary says of a graph: unknown words, and words in the wrong place."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parents[1] / "data" / "schema_org" / "vocabulary.json"
VOCABULARY: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
TYPES: dict[str, list[str]] = VOCABULARY["types"]
PROPERTIES: dict[str, dict[str, Any]] = VOCABULARY["properties"]


@cache
def lineage(name: str) -> frozenset[str]:
    """Give a type with all that it is a kind of."""
    return frozenset({name}).union(*(lineage(parent) for parent in TYPES[name]))


def faults(value: Any, under: str = "") -> Iterator[str]:
    """Say what is wrong in an object and all within it; *under* is the property that holds it."""
    kind = value.get("@type", "")
    if not kind and set(value) == {"@id"}:
        return
    if kind not in TYPES:
        yield f"{kind!r} is no type"
        return
    for name, found in value.items():
        if name not in {"@type", "@id"}:
            yield from _of_property(kind, name, found, under)


def _of_property(kind: str, name: str, found: Any, under: str) -> Iterator[str]:
    known = PROPERTIES.get(name)
    if known is None or known.get("old"):
        yield f"{kind}.{name}: {'superseded' if known else 'no property'}"
        return
    # A role stands for the value of a property and holds the value under the same property.
    is_inner = "Role" in lineage(kind) and name == under
    if not (is_inner or lineage(kind) & set(known["on"])):
        yield f"{kind}.{name}: not a property of this type"
    for one in found if isinstance(found, list) else [found]:
        if one in ("", None, [], {}):
            yield f"{kind}.{name}: empty"
        elif isinstance(one, dict):
            yield from faults(one, name)
            yield from _of_kind(kind, name, one, known["of"])
        elif not _is_plain(one, known["of"]):
            yield f"{kind}.{name}: {one!r} is none of {', '.join(known['of'])}"


def _of_kind(kind: str, name: str, value: dict[str, Any], allowed: list[str]) -> Iterator[str]:
    given = value.get("@type", "")
    if given in TYPES and not lineage(given) & {*allowed, "Role"}:
        yield f"{kind}.{name}: a {given} is none of {', '.join(allowed)}"


def _is_plain(value: Any, allowed: list[str]) -> bool:
    """Tell whether a value without a type may stand where *allowed* are."""
    kinds = set(allowed)
    if isinstance(value, bool | int):
        return bool(kinds & {"Integer", "Number"})
    if "Text" in kinds:
        return True
    if kinds & {"Date", "DateTime"} and value[:4].isdecimal():
        return True
    # A thing may be named by its address alone, in a page's trail for one.
    return bool(kinds & {"URL", "Thing"}) and " " not in value
