"""A Sphinx application that stays in memory and builds again what has changed.

Sphinx's own incremental build starts Python, imports everything and loads the environment before
it looks at the first page.  Here that is done once.
"""

from __future__ import annotations

import gc
import io
import re
import sys
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders.html import _assets
from sphinx.util import logging
from sphinx.util.docutils import patch_docutils

from ..domain.profile_domain import ProfileDomain

_COLOURS = re.compile(r"\x1b\[[\d;]*m")


class _Said(io.StringIO):
    """Keeps what is written to it, and shows it in the terminal as well."""

    def write(self, text: str, /) -> int:
        sys.stderr.write(text)
        return super().write(text)


class WarmSite:
    """A site as HTML, built again and again in one process.

    Raises:
        Exception: Whatever Sphinx raises about ``conf.py`` and extensions.

    """

    def __init__(self, source: Path, out: Path, **settings: Any) -> None:
        self._said = _Said()
        doctrees = out / ".doctrees"
        self.app = Sphinx(
            srcdir=source,
            confdir=source,
            outdir=out,
            doctreedir=doctrees,
            buildername="html",
            confoverrides=settings,
            status=None,
            warning=self._said,
        )
        self._write_edited_first()

    def build(self) -> str:
        """Read and write what has changed; return what Sphinx warned of, without colours.

        Raises:
            Exception: Whatever the build raised; build no further then, but begin anew.

        """
        self._forget()
        with patch_docutils(self.app.confdir):
            self.app.build()
        # What is there now stays until the next build: the collector needn't look at it again.
        gc.collect()
        gc.freeze()
        return _COLOURS.sub("", self._said.getvalue())

    def _write_edited_first(self) -> None:
        """Have pages that were edited written before those that only show them."""
        builder = self.app.builder
        write = builder.write_documents

        def in_turn(docnames: AbstractSet[str]) -> None:
            edited = docnames & ProfileDomain.of(self.app.env).compared.reading
            write(edited)
            write(docnames - edited)

        builder.write_documents = in_turn  # type: ignore[method-assign]

    def _forget(self) -> None:
        """Forget what the last build left behind and a new process wouldn't know."""
        gc.unfreeze()
        self._said.seek(0)
        self._said.truncate()
        # Which warnings were given that are to be given once.
        logging.setup(self.app, io.StringIO(), self._said)
        self.app._warncount = self.app.statuscode = 0
        # Trees of pages as they were, and pictures that a page may no longer show.
        self.app.env._pickled_doctree_cache.clear()
        self.app.builder.images.clear()
        # Checksums of style sheets and scripts, in the addresses that pages have for them.
        for name in ("_file_checksum", "_file_checksum_inner"):
            getattr(getattr(_assets, name, None), "cache_clear", int)()
