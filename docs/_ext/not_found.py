"""The page ``404.html``, which hosts show in the place of one that isn't there.

It is shown at any address, so what it loads and links begins at the root of the host.  The package
sphinx-notfound-page changes what templates ask Sphinx for; the links in the header of
pydata-sphinx-theme aren't of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sphinx.application import Sphinx

NAME = "404"
BUILDER = "html"  # the one whose pages are where hosts look for this one
BODY = """\
<h1>Page not found</h1>
<p>There is no page at this address: it was renamed, or a letter of the link is wrong.</p>
<p>What you look for may be among the <a href="{people}">people</a>,
<a href="{projects}">projects</a> or <a href="{publications}">publications</a>.
<a href="{home}">The home page</a> leads everywhere.</p>
"""
WAYS = {
    "people": "people/index",
    "projects": "projects/index",
    "publications": "publications",
    "home": "index",
}

_RELATIVE = re.compile(r'(\s(?:href|src|action|data-content_root)=")(?:\./)?(?![a-z]+:|[/#])')


def make_page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Have the page written with all others that no document stands for."""
    if app.builder.name == BUILDER:
        ways = {name: app.builder.get_relative_uri(NAME, page) for name, page in WAYS.items()}
        hidden = '<meta name="robots" content="noindex" />'
        context = {"title": "Page not found", "body": BODY.format(**ways), "metatags": hidden}
        yield NAME, context, "page.html"


def root_addresses(app: Sphinx, error: Exception | None) -> None:
    """Have all addresses in the page begin at the root of the host."""
    if error is None and app.builder.name == BUILDER:
        root = urlsplit(app.config.html_baseurl).path.rstrip("/") + "/"
        page = Path(app.outdir, f"{NAME}.html")
        page.write_text(_RELATIVE.sub(rf"\g<1>{root}", page.read_text("utf-8")), "utf-8")


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("html-collect-pages", make_page)
    app.connect("build-finished", root_addresses)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
