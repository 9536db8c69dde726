"""Fill a listing of organizations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from docutils import nodes

from ..domain.query import Query
from ..domain.store import Stated
from ..model.organization import Organization
from ..render import organization as render_organization
from .grouping import as_list, grouped
from .listed import Listed


def fill(listed: Listed, query: Query, place: Mapping[str, Any]) -> list[nodes.Node]:
    """Show organizations as cards."""
    layout = place.get("show-layout", "grid")

    def one(stated: Stated) -> nodes.Element:
        organization = cast("Organization", stated.record)
        return render_organization.card(
            organization,
            listed.docname,
            anchor=listed.anchor(stated),
            resolved=True,
            listed=True,
            brief=layout == "grid",
        )

    def show(items: Sequence[Stated]) -> list[nodes.Node]:
        return [as_list([one(stated) for stated in items], "profile-organizations", layout)]

    return grouped(listed, query, place, show)
