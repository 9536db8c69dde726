"""What a build is spared: each module takes one waste of others away, and changes no page."""

from __future__ import annotations

from sphinx.application import Sphinx

from . import collector, log_records, page_setup, stems, templates


def register(app: Sphinx) -> None:
    """Take all of it away."""
    collector.register(app)
    log_records.register(app)
    templates.register(app)
    stems.register(app)
    page_setup.register(app)
