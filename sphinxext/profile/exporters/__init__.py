"""What machines read: records become text and files, without nodes.

Files are written once, when an ``html`` or ``dirhtml`` build has written its pages; what stands in
the pages' heads is made between reading and writing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from sphinx.application import Sphinx

from ..config import WEB_BUILDERS
from ..domain.profile_domain import ProfileDomain
from . import (
    cv_files,
    feeds,
    llms_txt,
    profile_json,
    publication_files,
    sitemap,
    social_cards,
)
from .ceased_pages import CeasedPages
from .files import OutputFiles
from .head import Heads
from .site import Site

Exporter = Callable[[Site, OutputFiles], None]

#: What is written beside the pages, in this order.
EXPORTERS: tuple[Exporter, ...] = (
    publication_files.export,
    cv_files.export,
    feeds.export,
    sitemap.export,
    social_cards.export,
    profile_json.export,
    llms_txt.export,
)


def register(app: Sphinx) -> None:
    """Have the files written at the end of a build."""
    cv_files.register(app)
    sitemap.register(app)
    ceased = CeasedPages()
    ceased.register(app)
    heads = Heads()
    app.connect("build-finished", partial(_export, ceased, heads))
    heads.register(app)


def _export(ceased: CeasedPages, heads: Heads, app: Sphinx, exception: Exception | None) -> None:
    # epub would pack stray files.
    if exception is not None or app.builder.name not in WEB_BUILDERS:
        return
    domain = ProfileDomain.of(app.env)
    places = Path(app.outdir), Path(app.doctreedir) / "profile"
    if domain.recall.unchanged and OutputFiles(*places).are_there():
        return
    # The heads had it look up the places of all records.
    site = heads.site(app)
    files = OutputFiles(*places, site.has_own)
    for export in EXPORTERS:
        export(site, files)
    files.finish()
    ceased.remove(app, site)
