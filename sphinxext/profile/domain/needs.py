"""What a page shows of other records: its references and its listings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docutils import nodes
from sphinx import addnodes

from .query import Query


@dataclass(frozen=True, slots=True)
class Need:
    """One thing a page shows: the record ``objtype``/``target``, or what ``query`` finds.

    ``objtype`` is ``any`` for a reference without a type.  ``whole`` tells that all of the record
    is shown, not just its name.  ``downloads`` are the formats in which a listing is offered.
    """

    objtype: str
    target: str = ""
    query: Query | None = None
    whole: bool = False
    source: str = ""
    line: int = 0
    downloads: tuple[str, ...] = ()

    @property
    def location(self) -> str:
        """Where the author asked for it."""
        return f"{self.source}:{self.line}"


#: role -> object type
ROLE_TYPES = {
    "person": "person",
    "org": "organization",
    "organization": "organization",
    "project": "project",
    "event": "event",
    "news": "news",
    "pub": "publication",
    "publication": "publication",
}


def collect(doctree: nodes.document) -> Iterator[Need]:
    """Find all needs in a page as it was read."""
    for node in doctree.findall(addnodes.pending_xref):
        if node.get("refdomain") == "profile":
            objtype = ROLE_TYPES.get(node["reftype"].partition(":")[0])
            if objtype:
                yield Need(objtype, node["reftarget"])
        elif node.get("reftype") == "any":
            yield Need("any", node["reftarget"])
    for listing in doctree.findall(nodes.container):
        if "profile-query" in listing:
            query = Query.loads(listing["profile-query"])
            place = listing.source or "", listing.line or 0
            downloads = tuple(listing.get("show-downloads", "").split())
            yield Need(query.objtype, "", query, True, *place, downloads)
        elif "profile-show" in listing:
            objtype, target = listing["profile-show"]
            yield Need(objtype, target, None, True, listing.source or "", listing.line or 0)
