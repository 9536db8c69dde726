"""Fill a listing of projects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from docutils import nodes

from ..domain.query import Query
from ..domain.store import Stated
from ..model.project import Project
from ..render import project as render_project
from .grouping import as_list, grouped
from .listed import Listed


def fill(listed: Listed, query: Query, place: Mapping[str, Any]) -> list[nodes.Node]:
    """Show projects as cards, or as lines."""
    layout = place.get("show-layout", "grid")

    def one(stated: Stated) -> nodes.Element:
        project = cast("Project", stated.record)
        if layout == "compact":
            block = nodes.container(
                "", *render_project.line(project, listed.docname, listed.language), is_div=True
            )
            block["ids"] = [anchor] if (anchor := listed.anchor(stated)) else []
            return block
        return render_project.card(
            project,
            listed.docname,
            listed.language,
            anchor=listed.anchor(stated),
            resolved=True,
            listed=True,
            brief=layout == "grid",
        )

    def show(items: Sequence[Stated]) -> list[nodes.Node]:
        return [as_list([one(stated) for stated in items], "profile-projects", layout)]

    return grouped(listed, query, place, show)
