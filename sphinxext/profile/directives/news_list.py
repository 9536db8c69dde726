"""``news-list``: lists news items."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from . import options
from .listing import CALENDAR, FEED, ListingDirective
from .options import Option


class NewsListDirective(ListingDirective):
    """Show the news items that match a query, newest first; drafts and the future stay out."""

    OBJTYPE = "news"
    SHOWING: ClassVar[Mapping[str, Option]] = {
        "layout": Option(
            options.one_of(("list", "compact"), "layout"),
            "list (with the first paragraph) or compact (date and headline).",
        ),
        "feed": FEED,
        "calendar": CALENDAR,
    }
