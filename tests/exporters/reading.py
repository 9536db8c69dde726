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


def graphs(build: Build) -> dict[str, list[Thing]]:
    """Give the nodes of every page of a site by the page's path; each has exactly one script."""
    found = {}
    for path in sorted(build.outdir.rglob("*.html")):
        name = path.relative_to(build.outdir).as_posix()
        if not name.startswith("_"):
            _, script = path.read_text("utf-8").split('<script type="application/ld+json">')
            found[name] = list(json.loads(script.partition("</script>")[0])["@graph"])
    assert len(found) > 5
    return found


def named(graphs: dict[str, list[Thing]]) -> set[str]:
    """Give every name that is referred to in a site's graphs."""
    return {t["@id"] for nodes in graphs.values() for n in nodes for t in things(n) if "@id" in t}


def told(graphs: dict[str, list[Thing]]) -> set[str]:
    """Give every name that a node of a site's graphs has; no page tells one twice."""
    for page, nodes in graphs.items():
        names = [node["@id"] for node in nodes]
        assert len(names) == len(set(names)), (page, names)
    return {node["@id"] for nodes in graphs.values() for node in nodes}


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
