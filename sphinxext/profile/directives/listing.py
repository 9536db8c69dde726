"""What all listings share: a query from options, and the place that is filled before writing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, ClassVar

from docutils import nodes

from ..domain.query import OPTIONS as QUERY_OPTIONS
from ..domain.query import parse
from ..log import Problem
from ..model.quoting import shown
from ..nodes import profile_listing
from . import options
from .base import RecordDirective
from .options import BadValueError, Option

#: What the guide says of each part of a query.
QUERY_HELP = {
    "person": "Those related to a person: ids, parted by commas.",
    "project": "Those related to a project: ids, parted by commas.",
    "organization": "Those related to an organization: ids or names.",
    "funder": "Projects paid by an organization.",
    "group": "People of a group.",
    "kind": "Events of a kind.",
    "type": "Publications or organizations of a type.",
    "tags": "Those with one of these tags.",
    "status": "Those with one of these states.",
    "keys": "Just these ids, in this order.",
    "since": "Not over before this date.",
    "until": "Not begun after this date.",
    "selected": "Only selected ones.",
    "sort": "Order: names of fields, ``-`` before one for the reverse.",
    "group-by": "What parts the list into groups.",
    "groups": "The groups to show, in their order.",
    "limit": "How many at most.",
    "allow-empty": "Don't warn when nothing matches.",
}


#: Parts of a query that are said by being there.
FLAGS = ("selected", "allow-empty")


def _feed_name(value: str) -> str:
    found = value.strip()
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", found):
        message = f"{shown(value)} is no name for a file: it is made of a-z, 0-9 and -"
        raise BadValueError(Problem.OPTION, message)
    return found


#: Options of listings that readers may follow.
FEED = Option(
    _feed_name,
    "Also write the list as a feed of this name, ``feeds/NAME.xml`` and ``.json``; ``site`` adds "
    "to the whole site's.",
)
CALENDAR = Option(
    _feed_name,
    "Also write the list as a calendar of this name, ``feeds/NAME.ics``; ``site`` adds to the "
    "whole site's.",
)


class ListingDirective(RecordDirective):
    """Show the records that match a query, wherever they are stated."""

    OBJTYPE: ClassVar[str] = ""
    #: Options beyond the query's: they become attributes of the place to fill.
    SHOWING: ClassVar[Mapping[str, Option]] = {}
    DEFAULTS: ClassVar[Mapping[str, str]] = {}

    has_content = False

    def __init_subclass__(cls, **kwargs: Any) -> None:
        query = {
            name: Option(options.flag if name in FLAGS else options.text, QUERY_HELP[name])
            for name in QUERY_OPTIONS
        }
        cls.OPTIONS = {**query, **cls.SHOWING}
        super().__init_subclass__(**kwargs)

    def run(self) -> list[nodes.Node]:
        """Return the place of the listing."""
        found = self.read()
        asked = {name: self.options[name] for name in found if name in QUERY_OPTIONS}
        query, faults = parse(self.OBJTYPE, {**self.DEFAULTS, **asked})
        for option, message in faults:
            self.warn(Problem.QUERY, f"{self.name}: {message}", option)
        node = profile_listing("", classes=["profile-listing", f"profile-{self.OBJTYPE}-listing"])
        node["profile-query"] = query.dumps()
        node["profile-lines"] = [f"{name}:{self.option_line(name)}" for name in found]
        for name in self.SHOWING:
            if name in found:
                node[f"show-{name}"] = str(found[name])
        if self.heading:
            node["show-title"] = self.heading
        return [self.located(node)]
