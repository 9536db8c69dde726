"""``people``: lists people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from . import options
from .listing import ListingDirective
from .options import Option


class PeopleDirective(ListingDirective):
    """Show the people who match a query."""

    OBJTYPE = "person"
    SHOWING: ClassVar[Mapping[str, Option]] = {
        "layout": Option(
            options.one_of(("grid", "list", "compact"), "layout"), "grid, list or compact."
        ),
    }
