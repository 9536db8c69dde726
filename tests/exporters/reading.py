"""Readers of what stands in pages for machines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tests.support import Build

Thing = dict[str, Any]


def graph(build: Build, docname: str = "index") -> list[Thing]:
    """Give the nodes of a page's graph; there is exactly one script."""
    (script,) = build.soup(docname).select('head script[type="application/ld+json"]')
    document = json.loads(script.string or "")
    assert document["@context"] == "https://schema.org"
    return list(document["@graph"])


def things(value: Any) -> Iterator[Thing]:
    """Yield every object within a value, itself included."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from things(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from things(inner)


def metas(build: Build, docname: str = "index") -> list[tuple[str, str]]:
    """Give the names and contents of a page's meta tags, in order."""
    found = build.soup(docname).select("head meta[name]")
    return [(str(meta["name"]), str(meta["content"])) for meta in found]
