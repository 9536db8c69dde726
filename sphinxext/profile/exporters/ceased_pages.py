"""Pages that are no more: Sphinx leaves their HTML and the copy of their source where they are.

Who left the lab, and whose page was deleted, would stay on its site.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from .files import OutputFiles
from .site import Site


class CeasedPages:
    """Removes what one build of a web site no longer makes."""

    def __init__(self) -> None:
        self._made: set[str] = set()

    def register(self, app: Sphinx) -> None:
        """Watch which pages are made."""
        app.connect("env-before-read-docs", self.begin)
        app.connect("html-page-context", self.note)

    def begin(self, *_args: Any) -> None:
        """Forget the last build of this process."""
        self._made = set()

    def note(self, _app: Sphinx, pagename: str, *_more: Any) -> None:
        """Keep a page that somebody makes, though no source may have its name."""
        self._made.add(pagename)

    def remove(self, app: Sphinx, site: Site) -> None:
        """Remove the pages that an earlier build into this folder made and nobody makes now."""
        folder = Path(app.outdir)
        made = {path for name in self._made for path in _paths(app, name)}
        files = OutputFiles(
            folder,
            Path(app.doctreedir) / "profile" / "pages",
            lambda path: path in made or site.has_own(path),
        )
        indices = (str(index[0]) for index in getattr(app.builder, "domain_indices", ()))
        for name in (*app.env.all_docs, *indices):
            for path in _paths(app, name):
                files.keep(path)
        files.finish()


def _paths(app: Sphinx, name: str) -> Iterator[str]:
    """Yield the files of a page, relative to the output folder."""
    builder = app.builder
    assert isinstance(builder, StandaloneHTMLBuilder)
    yield Path(builder.get_outfilename(name)).relative_to(app.outdir).as_posix()
    if builder.config.html_copy_source and name in app.env.all_docs:
        suffix = str(app.env.doc2path(name, False)).removeprefix(name)
        more = builder.config.html_sourcelink_suffix
        yield f"_sources/{name}{suffix}{'' if suffix == more else more}"
