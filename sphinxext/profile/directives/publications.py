"""``publications``: lists publications."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from ..domain.downloads import FORMATS
from ..log import Problem
from ..model.nearest import hint
from ..model.numbers import whole_number
from ..model.quoting import shown
from . import options
from .listing import FEED, ListingDirective
from .options import BadValueError, Option

#: What ``hide`` may name.
PARTS = ("preview", "links", "abstract", "bibtex")


def _words_of(allowed: tuple[str, ...], what: str) -> options.Convert:
    """Make a converter for several of some words; they become one text with blanks between."""

    def convert(value: str) -> str:
        found = options.several(value)
        for word in found:
            if word not in allowed:
                near = hint(word, allowed)
                message = f"unknown {what} {word!r}{near}; allowed: {', '.join(allowed)}"
                raise BadValueError(Problem.OPTION, message)
        return " ".join(found)

    return convert


def _count(value: str) -> str:
    try:
        return str(whole_number(value))
    except ValueError as error:
        raise BadValueError(Problem.OPTION, f"{shown(value)} is {error}") from None


class PublicationsDirective(ListingDirective):
    """Show the publications that match a query."""

    OBJTYPE = "publication"
    SHOWING: ClassVar[Mapping[str, Option]] = {
        "style": Option(
            options.one_of(("full", "compact"), "style"),
            "full (a block with links, abstract and BibTeX) or compact (one line).",
        ),
        "numbered": Option(options.flag, "Number the items."),
        "count": Option(options.flag, "Say how many there are."),
        "filter": Option(options.flag, "Let readers filter the list, where scripts run."),
        "downloads": Option(
            _words_of(tuple(FORMATS), "format"), "Offer the list as bibtex, ris, csl-json."
        ),
        "authors": Option(_count, "How many authors stand before the rest is folded (10)."),
        "hide": Option(_words_of(PARTS, "part"), "Leave out preview, links, abstract or bibtex."),
        "feed": FEED,
    }
