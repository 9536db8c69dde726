"""Spares each page what is set up anew for it though it is the same for all: a tenth of a build.

Sphinx 9 and MyST (seen in 9.0 to 9.2, and 5.2) have docutils build a parser of its whole command
line, twice for each page, to learn what settings it begins with.  Sphinx 8.2 to 9.2 look up where
each style sheet and script lies, for each page again, to find a checksum that they have kept.  All
of them set a page's title four times: for itself, for its neighbours, and for those below it.
What isn't there under its name stays as it is, and all is put back when the build is over.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial, wraps
from importlib import import_module
from typing import Any

from docutils import nodes
from docutils.frontend import Values
from docutils.utils import DependencyList
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder


def _settings_kept(make: Callable[..., Values]) -> Callable[..., Values]:
    """Work out the settings of the same components with the same options once."""
    known: dict[tuple[Any, ...], tuple[dict[str, Any], Values]] = {}

    @wraps(make)
    def settings(*components: Any, **options: Any) -> Values:
        # Each page has a parser of its own; what may be set hangs on its class.
        kinds = tuple(it if isinstance(it, type) else type(it) for it in components)
        asked, found = known.get(kinds, (None, None))
        if found is None or asked != options:
            found = make(*components, **options)
            if found.record_dependencies.file:
                # docutils writes that file anew for each page.
                return found
            known[kinds] = options, found
        copy = found.copy()
        copy.record_dependencies = DependencyList()
        return copy

    return settings


def _titles_kept(render: Callable[[Any], dict[str, str]]) -> Callable[[Any], dict[str, str]]:
    """Set each title of words alone once: whatever else it holds may hang on the page."""
    known: dict[nodes.title, dict[str, str]] = {}

    @wraps(render)
    def render_partial(node: Any) -> dict[str, str]:
        if not isinstance(node, nodes.title) or any(map(_is_more_than_words, node.children)):
            return render(node)
        if node not in known:
            # Sphinx 8 gives one dict, which it fills anew for the next.
            known[node] = {**render(node)}
        return known[node]

    return render_partial


def _is_more_than_words(node: nodes.Node) -> bool:
    return not isinstance(node, nodes.Text)


#: Module, function, and how to keep what it gives, which while a build lasts its arguments decide.
_KEPT: tuple[tuple[str, str, Callable[[Any], Any]], ...] = (
    ("sphinx.util.docutils", "_get_settings", _settings_kept),
    ("myst_parser.mdit_to_docutils.base", "get_default_settings", _settings_kept),
    ("sphinx.builders.html", "_file_checksum", cache),
)


def register(app: Sphinx) -> None:
    """Connect to the beginning and the end of a build."""
    kept = _Kept()
    app.connect("env-before-read-docs", kept.begin)
    app.connect("build-finished", kept.end)


class _Kept:
    """The functions that have a memory for the time of one build."""

    def __init__(self) -> None:
        self._undo: list[Callable[[], None]] = []

    def begin(self, app: Sphinx, *_event: object) -> None:
        """Give them one."""
        if isinstance(builder := app.builder, StandaloneHTMLBuilder):
            kept = _titles_kept(builder.render_partial)
            builder.render_partial = kept  # type: ignore[assignment, method-assign]
            self._undo.append(partial(delattr, builder, "render_partial"))
        for path, name, keep in _KEPT:
            module = import_module(path)
            if make := getattr(module, name, None):
                setattr(module, name, keep(make))
                self._undo.append(partial(setattr, module, name, make))

    def end(self, *_event: object) -> None:
        """Take it from them."""
        while self._undo:
            self._undo.pop()()
