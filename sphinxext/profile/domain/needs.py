"""What a page shows of other records: its references and its listings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docutils import nodes
from sphinx import addnodes

from ..model.packing import Packed
from .made import path_of
from .query import Query


@dataclass(frozen=True, slots=True)
class Need(Packed):
    """One thing a page shows: the record ``objtype``/``target``, or what ``query`` finds.

    ``objtype`` is ``any`` for a reference without a type, ``page`` for one to a page of the site,
    ``file`` for one to a file for programs, ``cv`` for a whole CV, whose plan ``target`` is.
    ``whole`` tells that all of the record is shown, not just its name; ``place`` then holds the
    attributes of the node that is filled.  ``downloads`` are the formats in which a listing is
    offered.  A ``titled`` reference has words of its own.
    """

    objtype: str
    target: str = ""
    query: Query | None = None
    whole: bool = False
    source: str = ""
    line: int = 0
    downloads: tuple[str, ...] = ()
    place: tuple[tuple[str, Any], ...] = ()
    titled: bool = False
    lines: tuple[tuple[str, int], ...] = ()

    @property
    def location(self) -> str:
        """Where the author asked for it."""
        return self.at("")

    def at(self, option: str) -> str:
        """Where an option of it stands."""
        return f"{self.source}:{dict(self.lines).get(option, self.line)}"


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
        titled = bool(node.get("refexplicit"))
        if node.get("refdomain") == "profile":
            role = node["reftype"].partition(":")[0]
            yield Need(ROLE_TYPES.get(role, role), node["reftarget"], titled=titled)
        elif node.get("reftype") == "any":
            yield Need("any", node["reftarget"], titled=titled)
        elif node.get("reftype") == "myst" and (
            path := path_of(node.get("refdoc", ""), node["reftarget"])
        ):
            yield Need("file", path)
    for place in doctree.findall(nodes.container):
        if {"profile-query", "profile-show", "profile-cv"} & place.attributes.keys():
            yield _whole(place)


def _whole(place: nodes.container) -> Need:
    shown = tuple(sorted((k, v) for k, v in place.attributes.items() if _tells(k)))
    source, line = place.source or "", place.line or 0
    if "profile-cv" in place:
        plan = place["profile-cv"]
        return Need("cv", plan, None, True, source, line, place=shown, lines=_lines(place))
    if "profile-show" in place:
        objtype, target = place["profile-show"]
        return Need(objtype, target, None, True, source, line, place=shown, lines=_lines(place))
    query = Query.loads(place["profile-query"])
    downloads = tuple(place.get("show-downloads", "").split())
    return Need(query.objtype, "", query, True, source, line, downloads, shown, lines=_lines(place))


def _lines(place: nodes.container) -> tuple[tuple[str, int], ...]:
    return tuple(map(_line, place.get("profile-lines", ())))


def _line(words: str) -> tuple[str, int]:
    """Read ``option:line``."""
    option, _, line = words.rpartition(":")
    return option, int(line)


def _tells(attribute: str) -> bool:
    """Tell whether an attribute says what is shown; where options stand doesn't matter."""
    if attribute == "profile-lines":
        return False
    return attribute.startswith(("show-", "profile-")) or attribute == "classes"
