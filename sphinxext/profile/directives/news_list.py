"""``news-list``: lists news items."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from . import options
from .listing import ListingDirective
from .options import Option


class NewsListDirective(ListingDirective):
    """Show the news items that match a query, newest first; drafts and the future stay out."""

    OBJTYPE = "news"
    SHOWING: ClassVar[Mapping[str, Option]] = {
        "layout": Option(
            options.one_of(("list", "compact"), "layout"),
            "list (with the first paragraph) or compact (date and headline).",
        ),
        "feed": Option(
            options.identifier,
            "Also write the list as a feed of this name: ``feeds/NAME.xml`` and ``.json``.",
        ),
    }
