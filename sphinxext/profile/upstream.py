"""Faults of others that would break a build with this package, mended here and nowhere else.

Each entry names the package, the version it was seen in, and what happens without the mending.
"""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinxcontrib.serializinghtml import SerializingHTMLBuilder

_PAGE_EVENT = "html-page-context"


def register(app: Sphinx) -> None:
    """Mend what the build would stumble over."""
    app.connect("builder-inited", _keep_theme_from_pages_without_templates, priority=900)


def _keep_theme_from_pages_without_templates(app: Sphinx) -> None:
    """pydata-sphinx-theme 0.16 to 0.24, with Sphinx's json and pickle builders.

    These builders write a page's context without any template, and the context lacks the theme's
    options.  The theme's handlers render its templates all the same, and fail with
    "'theme_show_nav_level' is undefined" (0.24) or "KeyError: 'theme_search_as_you_type'" (0.19),
    with no other extension loaded.  Pages that aren't made of templates don't need the handlers.
    """
    if not isinstance(app.builder, SerializingHTMLBuilder):
        return
    for listener in list(app.events.listeners[_PAGE_EVENT]):
        module = getattr(listener.handler, "__module__", "")
        if module.partition(".")[0] in {"pydata_sphinx_theme", "sphinx_book_theme"}:
            app.disconnect(listener.id)
