"""Pages that were edited, on disk before a build compares all others with what they showed.

They are written as soon as all records are known, within the menu and the indices of the build
before.  Then the build goes on as if they hadn't been, and writes them again with all the others:
what stays on disk, and what is told of it, is its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders import html
from sphinx.builders.html import StandaloneHTMLBuilder, _assets
from sphinx.environment import BuildEnvironment
from sphinx.util.logging import suppress_logging

from ..domain.profile_domain import ProfileDomain

#: Where more pages were read than somebody edits at once, all of them would be written twice.
_MOST = 4


class EarlyPages:
    """Writes the pages that a build has read, and calls ``tell`` when they are there.

    It is called again when all other pages are: feeds, the search and what else there is follow.
    """

    def __init__(self, app: Sphinx, tell: Callable[[], object]) -> None:
        assert isinstance(app.builder, StandaloneHTMLBuilder)
        self._builder, self._tell = app.builder, tell
        _write_whole_pages(self._builder)
        # Behind those who number sections and figures, before the files of CVs are made.
        app.connect("env-updated", self._write, priority=550)
        app.connect("html-collect-pages", self._tell_of_all)

    def _write(self, _app: Sphinx, env: BuildEnvironment) -> None:
        pages, builder = ProfileDomain.of(env).compared.reading, self._builder
        # What pages stand in is made when the first of them are written.
        if not hasattr(builder, "globalcontext") or not 0 < len(pages) <= _MOST:
            return
        builder.indexer = None  # the build makes another one, which is to have their words
        try:
            with suppress_logging():
                builder.write_documents(pages)
                builder.copy_image_files()
        except Exception:
            return  # the build will come to it again, and tell
        finally:
            forget_checksums()
        self._tell()

    def _tell_of_all(self, _app: Sphinx) -> Iterable[tuple[str, dict[str, Any], str]]:
        self._builder.copy_image_files()
        self._tell()
        return ()


def _write_whole_pages(builder: StandaloneHTMLBuilder) -> None:
    """Have pages put in the place of those before, so that no browser gets the half of one."""
    write = builder.handle_page

    def handle_page(
        pagename: str,
        addctx: dict[str, Any],
        templatename: str = "page.html",
        *,
        outfilename: Path | None = None,
        event_arg: Any = None,
    ) -> None:
        path = Path(outfilename or builder.get_outfilename(pagename))
        beside = path.with_name(f".{path.name}")
        write(pagename, addctx, templatename, outfilename=beside, event_arg=event_arg)
        if beside.is_file():  # else it couldn't be written, of which Sphinx has warned
            beside.replace(path)

    builder.handle_page = handle_page  # type: ignore[method-assign]


def forget_checksums() -> None:
    """Forget checksums of style sheets and scripts, which stand in the addresses for them."""
    # Sphinx keeps them for good, and for a build we do: see ..economies.page_setup.
    for module in (html, _assets):
        for name in ("_file_checksum", "_file_checksum_inner"):
            getattr(getattr(module, name, None), "cache_clear", int)()
