"""Other forms of a page that machines read: what its head links to.

To offer a further form, write a function that yields its links and add it to :data:`SOURCES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from sphinx.util.osutil import relative_uri

from ..domain.cv_plan import DOWNLOADS
from ..domain.downloads import FORMATS, page_file, wanted
from ..domain.made import LLMS_TXT, PROFILE_JSON
from . import feeds
from .pages import Page
from .site import Site


class Alternate(NamedTuple):
    """A link: the way from the page, the media type, and what a reader would call it."""

    href: str
    type: str
    title: str


Source = Callable[[Site, Page], Iterator[Alternate]]

#: Media types of the files of a CV.
_CV_MEDIA = {
    "pdf": "application/pdf",
    "json-resume": "application/json",
    "rendercv": "application/yaml",
    "vcard": "text/vcard",
    **{name: FORMATS[name].media for name in ("bibtex", "csl-json")},
}


def _publication(site: Site, page: Page) -> Iterator[Alternate]:
    """Offer a publication's own page as a reference manager reads it."""
    for name, form in FORMATS.items() if page.name in site.answers.pages else ():
        yield Alternate(way(site, page, page_file(page.name, name)), form.media, form.label)


def _listings(site: Site, page: Page) -> Iterator[Alternate]:
    """Offer the lists of publications for which the page has buttons."""
    for path, name, _ in wanted({page.name: site.needs.get(page.name, ())}):
        yield Alternate(way(site, page, path), FORMATS[name].media, FORMATS[name].label)


def _cvs(site: Site, page: Page) -> Iterator[Alternate]:
    """Offer the files of the CVs on the page, of those that were made."""
    for kind, href in site.cv_files.get(page.name, ()):
        yield Alternate(href, _CV_MEDIA[kind], DOWNLOADS[kind])


def _followed(site: Site, page: Page) -> Iterator[Alternate]:
    for path, form, title in feeds.links(site, page):
        yield Alternate(way(site, page, path), form.type, title)


def _of_the_site(site: Site, page: Page) -> Iterator[Alternate]:
    if page.is_root and site.settings.json:
        yield Alternate(way(site, page, PROFILE_JSON), "application/json", PROFILE_JSON)
    if page.is_root and site.settings.llms_txt:
        yield Alternate(way(site, page, LLMS_TXT), "text/markdown", LLMS_TXT)


#: Who offers links, in this order.
SOURCES: tuple[Source, ...] = (_publication, _listings, _cvs, _followed, _of_the_site)


def way(site: Site, page: Page, path: str) -> str:
    """Return the way from a page to a file below the site's root."""
    return relative_uri(site.path_of(page.name), path)


def alternates(site: Site, page: Page) -> list[Alternate]:
    """List a page's links."""
    return [found for source in SOURCES for found in source(site, page)]
