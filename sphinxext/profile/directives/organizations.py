"""``organizations``: lists organizations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from . import options
from .listing import ListingDirective
from .options import Option


class OrganizationsDirective(ListingDirective):
    """Show the organizations that match a query."""

    OBJTYPE = "organization"
    SHOWING: ClassVar[Mapping[str, Option]] = {
        "layout": Option(
            options.one_of(("grid", "list"), "layout"),
            "grid (the first paragraph alone) or list (everything).",
        ),
    }
