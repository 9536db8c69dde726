"""Fill a listing of events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from docutils import nodes

from ..domain.query import Query
from ..domain.store import Stated
from ..model.event import Event
from ..render import event as render_event
from .grouping import grouped
from .listed import Listed


def fill(listed: Listed, query: Query, place: Mapping[str, Any]) -> list[nodes.Node]:
    """Show events as a timeline."""
    durations = place.get("show-durations") == "True"

    def show(items: Sequence[Stated]) -> list[nodes.Node]:
        entries = [
            render_event.Shown(
                cast("Event", stated.record), listed.docname, listed.anchor(stated), link_title=True
            )
            for stated in items
        ]
        return render_event.timeline(entries, listed.language, durations=durations)

    return grouped(listed, query, place, show)
