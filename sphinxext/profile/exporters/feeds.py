"""The files of feeds and calendars, and the links to them in pages' heads."""

from __future__ import annotations

from collections.abc import Iterator

from ..domain.feeds import FORMS, SITE, Form, asking
from ..log import Problem, warn
from .atom import atom
from .feed_entries import channel, title
from .files import OutputFiles
from .icalendar import icalendar
from .json_feed import json_feed
from .pages import Page
from .site import Site

#: End of a feed's name -> what writes it.
_WRITERS = {".xml": atom, ".json": json_feed}


def export(site: Site, files: OutputFiles) -> None:
    """Write each feed and calendar that holds something."""
    if not site.base_url:
        _tell(site)
    for feed, held in site.feeds:
        if feed.kind == "calendar":
            files.write(feed.path(FORMS[feed.kind][0]), icalendar(site, feed, held))
            continue
        told = channel(site, feed, held)
        for form in FORMS[feed.kind]:
            path = feed.path(form)
            files.write(path, _WRITERS[form.suffix](told, site.output_url(path)))


def links(site: Site, page: Page) -> Iterator[tuple[str, Form, str]]:
    """Yield path, format and title of what readers of a page can follow."""
    for feed, _held in site.feeds:
        if feed.name == SITE or page.name in feed.docnames:
            for form in FORMS[feed.kind]:
                yield feed.path(form), form, f"{title(site, feed)} ({form.label})"


def _tell(site: Site) -> None:
    for _docname, need, kind, _name in asking(site.needs):
        message = f"{kind}: it is not written, for its ids need an address: set html_baseurl"
        warn(Problem.SETTING, message, location=need.at(kind))
