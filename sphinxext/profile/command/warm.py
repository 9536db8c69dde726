"""A Sphinx application that stays in memory and builds again what has changed.

Sphinx's own incremental build starts Python, imports everything and loads the environment before
it looks at the first page.  Here that is done once.
"""

from __future__ import annotations

import gc
import io
import re
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging
from sphinx.util.docutils import patch_docutils

from ..config import Settings
from ..domain.profile_domain import ProfileDomain
from .early import EarlyPages, forget_checksums

_COLOURS = re.compile(r"\x1b\[[\d;]*m")


class _Said(io.StringIO):
    """Keeps what is written to it, and shows it in the terminal as well."""

    def write(self, text: str, /) -> int:
        sys.stderr.write(text)
        return super().write(text)


class WarmSite:
    """A site as HTML, built again and again in one process.

    ``tell`` is called in the midst of a build: when the pages that were edited are there, and when
    all others are.

    Raises:
        Exception: Whatever Sphinx raises about ``conf.py`` and extensions.

    """

    def __init__(
        self, source: Path, out: Path, tell: Callable[[], object] = bool, **settings: Any
    ) -> None:
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
        self._begun, self._is_rested = 0, False
        self.app.connect("env-updated", self._note_beginning)
        EarlyPages(self.app, tell)

    def build(self) -> str:
        """Read and write what has changed; return what Sphinx warned of, without colours.

        Raises:
            Exception: Whatever the build raised; build no further then, but begin anew.

        """
        self._forget()
        self._begun, self._is_rested = time.time_ns() // 1000, False
        with patch_docutils(self.app.confdir):
            self.app.build()
        return _COLOURS.sub("", self._said.getvalue())

    def are_read(self, paths: Iterable[str]) -> bool:
        """Tell whether pages and records are read from all of the files.

        Others, such as pictures and style sheets, are shown beside what a page itself says.
        """
        settings = Settings.of(self.app.config)
        data = {Path(path).suffix for path in (*settings.data, *settings.bibliography)}
        return {Path(path).suffix for path in paths} <= {*data, *self.app.config.source_suffix}

    def rest(self) -> None:
        """Free what a build has left behind, which takes about a tenth of a second; only once.

        What is there then stays until the next build, which needn't walk through it.
        """
        if not self._is_rested:
            gc.collect()
            gc.freeze()
        self._is_rested = True

    def _note_beginning(self, _app: Sphinx, env: BuildEnvironment) -> None:
        """Note that pages were read when the build began.

        Sphinx notes when it had read them: what was saved in between would never be looked at.
        """
        read = ProfileDomain.of(env).compared.reading & env.all_docs.keys()
        env.all_docs |= dict.fromkeys(read, self._begun)

    def _forget(self) -> None:
        """Forget what the last build left behind and a new process wouldn't know."""
        self._said.seek(0)
        self._said.truncate()
        # Which warnings were given that are to be given once.
        logging.setup(self.app, io.StringIO(), self._said)
        self.app._warncount = self.app.statuscode = 0
        # Trees of pages as they were, and pictures that a page may no longer show.
        self.app.env._pickled_doctree_cache.clear()
        self.app.builder.images.clear()
        forget_checksums()
