"""Fill a listing of people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from docutils import nodes

from ..domain.query import Query
from ..domain.store import Stated
from ..model.person import Person
from ..render import person as render_person
from .grouping import as_list, grouped
from .listed import Listed


def fill(listed: Listed, query: Query, place: Mapping[str, Any]) -> list[nodes.Node]:
    """Show people as cards."""
    layout = place.get("show-layout", "grid")

    def show(items: Sequence[Stated]) -> list[nodes.Node]:
        cards = [
            render_person.card(
                cast("Person", stated.record),
                listed.docname,
                listed.language,
                anchor=listed.anchor(stated),
            )
            for stated in items
        ]
        return [as_list(cards, "profile-people", layout)]

    return grouped(listed, query, place, show)
