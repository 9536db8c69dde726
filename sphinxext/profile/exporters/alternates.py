"""Other forms of a page that machines read: what its head links to.

To offer a further form, write a function that yields its links and add it to :data:`SOURCES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sphinx.util.osutil import relative_uri

from . import feeds
from .pages import Page
from .site import Site


@dataclass(frozen=True, slots=True)
class Alternate:
    """A link: the way from the page, the media type, and what a reader would call it."""

    href: str
    type: str
    title: str


Source = Callable[[Site, Page], Iterator[Alternate]]


def _followed(site: Site, page: Page) -> Iterator[Alternate]:
    for path, form, title in feeds.links(site, page):
        yield Alternate(way(site, page, path), form.type, title)


#: Who offers links, in this order.
SOURCES: tuple[Source, ...] = (_followed,)


def way(site: Site, page: Page, path: str) -> str:
    """Return the way from a page to a file below the site's root."""
    return relative_uri(site.path_of(page.name), path)


def alternates(site: Site, page: Page) -> list[Alternate]:
    """List a page's links."""
    return [found for source in SOURCES for found in source(site, page)]
