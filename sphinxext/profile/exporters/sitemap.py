"""The sitemap, which sphinx-sitemap writes, and ``robots.txt``, which tells robots of it.

sphinx-sitemap (seen in 2.9) lists the pages that a run writes, in the order of their writing: after
an edit the sitemap would hold the edited page alone.  It also leaves a sitemap in the folder of an
e-book, which the next run takes for a part of the book.
"""

from __future__ import annotations

from sphinx.application import Sphinx

from ..config import WEB_BUILDERS
from ..domain.profile_domain import ProfileDomain
from .files import OutputFiles
from .site import Site

_ROBOTS = """\
User-agent: *
Allow: /

Sitemap: {url}
"""


def register(app: Sphinx) -> None:
    """Have the list of pages made whole before the sitemap is written."""
    app.connect("build-finished", _complete, priority=400)


def _complete(app: Sphinx, exception: Exception | None) -> None:
    """Add the pages that didn't have to be written, and sort."""
    pages = getattr(app, "sitemap_links", None)
    if pages is None or exception is not None:
        return
    found = _drain(pages)
    if not found or app.builder.name not in WEB_BUILDERS:
        return
    from sphinx_sitemap import add_html_link

    for name in (*app.env.all_docs, *ProfileDomain.of(app.env).answers.pages):
        add_html_link(app, name, "page.html", {}, None)
    for link in sorted({**_drain(pages), **found}.items()):
        pages.put(link)


def _drain(pages: object) -> dict[str, str | None]:
    """Take all out of the queue: address below the site's root -> time of the last change."""
    found: dict[str, str | None] = {}
    while not pages.empty():  # type: ignore[attr-defined]
        link, changed = pages.get()  # type: ignore[attr-defined]
        found[link] = changed
    return found


def export(site: Site, files: OutputFiles) -> None:
    """Write ``robots.txt``, unless the site brings its own or has no sitemap to tell of."""
    if site.sitemap and not site.has_own("robots.txt"):
        files.write("robots.txt", _ROBOTS.format(url=site.base_url + site.sitemap))
