"""Publish who a researcher or a lab is and what they have done, from records stated once.

The rooms, from the ground up:

``model``       what we know: frozen records, standard library only
``sources``     what we read: words, data files and bibliographies become records
``domain``      where it lives: store, relations, queries, indices, freshness
``render``      how it reads: records become standard docutils nodes
``directives``  what authors write: one file per directive
``transforms``  what is filled in later: listings
``writers``     how a format shows a node
``exporters``   what machines read: records become text, without nodes
``economies``   what a build is spared: wastes of others, each taken away in one place
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__version__ = "0.1.0"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Set the extension up; ``extensions = ["sphinxext.profile"]`` is all a user writes."""
    from . import economies

    # Before the others, for to load and to register them is spared as well.
    economies.register(app)

    from . import (
        config,
        directives,
        domain,
        exporters,
        i18n,
        static_files,
        transforms,
        upstream,
        writers,
    )
    from .model.record import SCHEMA_VERSION

    app.setup_extension("myst_parser")
    app.setup_extension("sphinx_design")

    config.register(app)
    i18n.register(app)
    writers.register(app)
    domain.register(app)
    directives.register(app)
    transforms.register(app)
    exporters.register(app)
    static_files.register(app)
    upstream.register(app)

    return {
        "version": __version__,
        "env_version": SCHEMA_VERSION,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
