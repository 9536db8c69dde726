"""The style sheet and the small script that come with every HTML page."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx

STATIC = Path(__file__).parent / "static"


def register(app: Sphinx) -> None:
    """Have the files copied and linked."""
    app.connect("builder-inited", _add_static_path)
    app.add_css_file("profile.css")
    app.add_js_file("profile.js", loading_method="defer")


def _add_static_path(app: Sphinx) -> None:
    # In front of the site's own folders, so that a site may lay its own file over ours.
    if app.builder.format == "html":
        app.config.html_static_path.insert(0, str(STATIC))
