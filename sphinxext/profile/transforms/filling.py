"""Fill one place with fresh nodes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref

from ..domain.query import Query
from . import news_list, organizations, people, projects, publications, timeline_of
from .following import follow
from .listed import Listed
from .record import show_record

Fill = Callable[[Listed, Query, Mapping[str, Any]], list[nodes.Node]]

#: Object type -> how a listing of it is filled.
LISTINGS: dict[str, Fill] = {
    "person": people.fill,
    "project": projects.fill,
    "organization": organizations.fill,
    "event": timeline_of.fill,
    "news": news_list.fill,
    "publication": publications.fill,
}


def fill(place: Mapping[str, Any], listed: Listed) -> list[nodes.Node]:
    """Return what stands in a place; ``place`` are its attributes.

    References in it are marked as listed: who refers to what nobody states is warned where the
    record is stated, not wherever it is shown.
    """
    if "profile-show" in place:
        found = show_record(listed, *place["profile-show"])
    elif "profile-cv" in place:
        # What composes CVs is loaded where there is one.
        from .cv import show_cv

        found = show_cv(listed, place["profile-cv"])
    else:
        query = Query.loads(place["profile-query"])
        found = LISTINGS[query.objtype](listed, query, place)
        if found:
            found += follow(listed, place)
            found = [nodes.container("", *found, is_div=True, classes=place.get("classes", []))]
    for node in found:
        for reference in node.findall(pending_xref):
            reference["profile-listed"] = "1"
    return found
