"""``projects``: lists projects."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from . import options
from .listing import ListingDirective
from .options import Option


class ProjectsDirective(ListingDirective):
    """Show the projects that match a query."""

    OBJTYPE = "project"
    SHOWING: ClassVar[Mapping[str, Option]] = {
        "layout": Option(
            options.one_of(("grid", "list", "compact"), "layout"),
            "grid (the first paragraph, people, partners), list (everything) or compact (a line).",
        ),
    }
