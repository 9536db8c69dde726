"""The style sheets and the small script that come with every HTML page."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx

from .config import Settings

STATIC = Path(__file__).parent / "static"


def register(app: Sphinx) -> None:
    """Have the files copied and linked."""
    app.connect("builder-inited", _add_static_path)
    app.connect("builder-inited", _add_preset)
    app.add_css_file("profile.css")
    app.add_css_file("print.css", media="print")
    app.add_js_file("profile.js", loading_method="defer")


def _add_static_path(app: Sphinx) -> None:
    # In front of the site's own folders, so that a site may lay its own file over ours.
    if app.builder.format == "html":
        app.config.html_static_path.insert(0, str(STATIC))


def _add_preset(app: Sphinx) -> None:
    # A preset sets tokens; theme.css has the theme follow them, which without one it must not.
    preset = Settings.of(app.config).preset
    for name in ("theme", preset) if preset else ():
        app.add_css_file(f"presets/{name}.css")
