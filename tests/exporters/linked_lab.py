"""Labs with sphinxext-opengraph, and readers of what it says of their pages."""

from __future__ import annotations

from collections import Counter

from tests.exporters.rich_lab import CONF
from tests.support import Build

SHARED = {**CONF, "extensions": ["sphinxext.opengraph", "sphinxext.profile"]}
BARE = {**SHARED, "profile_data": [], "profile_bibliography": []}


def properties(build: Build, page: str) -> dict[str, str]:
    """Give the Open Graph properties of a page, each of which is there once."""
    found = build.soup(page).select("head meta[property]")
    names = Counter(str(meta["property"]) for meta in found)
    assert {name: n for name, n in names.items() if n > 1 and name != "og:see_also"} == {}
    return {str(meta["property"]): str(meta["content"]) for meta in found}


def cards(build: Build) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (build.outdir / "_cards").glob("*")}


def people(*names: str) -> dict[str, str]:
    return {
        f"{name[0].lower()}.md": f"# {name}\n\n:::{{profile}} {name}\n:id: {name.lower()}\n:::\n"
        for name in names
    }
