"""``timeline-of``: lists events that are stated elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from docutils import nodes

from ..model.dates import next_month
from . import options
from .listing import CALENDAR, FEED, ListingDirective
from .options import Option


class TimelineOfDirective(ListingDirective):
    """Show the events that match a query as a timeline."""

    OBJTYPE = "event"

    SHOWING: ClassVar[Mapping[str, Option]] = {
        "durations": Option(options.flag, "Also say how long each entry took."),
        "feed": FEED,
        "calendar": CALENDAR,
    }

    def run(self) -> list[nodes.Node]:
        """Return the place of the listing."""
        if "durations" in self.options:
            self.domain.note_until(next_month())
        return super().run()
