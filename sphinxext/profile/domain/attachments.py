"""Files of the site that publications link to or show: papers, slides, previews.

A bibliography names them by a path from its own folder or from the source directory, or by what
``html_extra_path`` puts below the site's root.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from sphinx.environment import BuildEnvironment

from ..log import Problem
from ..model.publication import Publication
from ..model.record import Link
from ..model.urls import is_external
from .files import Told
from .store import Key, Stated, Store

#: Where files lie in a site that comes from al-folio, besides the usual folders.
_FOLDERS = ("assets/pdf", "assets/html", "assets/img/publication_preview", "_static")

#: Under this name Sphinx keeps count of who needs a file; it is no page's name.
OWNER = "<publications>"

#: What was looked for: folder of the bibliography, path and the file behind it; then paths, and
#: whether ``html_extra_path`` has them.
Asked = list[list[list[Any]]]


class Attachments:
    """Finds the files behind relative addresses, each looked for once."""

    def __init__(self, env: BuildEnvironment) -> None:
        self._env = env
        self._source = Path(env.srcdir).resolve()
        usual = (self._source / name for name in _FOLDERS)
        self._usual = tuple(folder for folder in usual if folder.is_dir())
        extra = (Path(env.srcdir) / str(path) for path in env.config.html_extra_path)
        self._extra = tuple(path if path.is_dir() else path.parent for path in extra)
        self._found: dict[tuple[str, str], str] = {}
        self._is_extra: dict[str, bool] = {}
        self._folders: dict[str, Path] = {}

    def file(self, stated: Stated, path: str) -> str:
        """Return the path of a file from the source directory, or ``""`` if there is none."""
        key = (os.path.dirname(stated.source), path)
        if key not in self._found:
            self._found[key] = next(self._candidates(*key), "")
        return self._found[key]

    def _candidates(self, folder: str, path: str) -> Iterator[str]:
        words = unquote(path.partition("#")[0].partition("?")[0]).lstrip("/")
        if folder not in self._folders:
            self._folders[folder] = (self._source / folder).resolve()
        for start in (self._folders[folder], self._source, *self._usual):
            # Thousands of names may lead nowhere: a path is followed only where there is a file.
            found = os.path.normpath(os.path.join(start, words))
            if os.path.isfile(found):
                real = Path(found).resolve()
                if real.is_relative_to(self._source):
                    yield real.relative_to(self._source).as_posix()

    def is_extra(self, path: str) -> bool:
        """Tell whether ``html_extra_path`` puts a file at a path below the site's root."""
        if path not in self._is_extra:
            words = unquote(path.partition("#")[0].partition("?")[0]).lstrip("/")
            self._is_extra[path] = any((folder / words).is_file() for folder in self._extra)
        return self._is_extra[path]

    def asked(self) -> Asked:
        """Return all that was looked for, and what was found."""
        found = [[folder, path, target] for (folder, path), target in self._found.items()]
        return [found, [[path, there] for path, there in self._is_extra.items()]]

    def same(self, asked: Asked) -> bool:
        """Tell whether all that was looked for once is found where it was."""
        found, extra = asked
        return all(
            next(self._candidates(folder, path), "") == target for folder, path, target in found
        ) and all(self.is_extra(path) == there for path, there in extra)

    def url(self, stated: Stated, link: Link) -> str:
        """Return where a link leads.

        That is an address, ``download:PATH`` for a file that Sphinx copies, ``site:PATH`` for one
        below the site's root, or ``""`` for a file that isn't there.
        """
        if not is_local(link.url):
            return link.url
        if found := self.file(stated, link.url):
            return f"download:{self._env.dlfiles.add_file(OWNER, found)}"
        return "site:" + link.url.lstrip("/") if self.is_extra(link.url) else ""


def is_local(url: str) -> bool:
    """Tell whether an address is a path of this site."""
    if url.startswith(("https://", "http://", "mailto:")):
        return False
    head = url.split("/", maxsplit=1)[0]
    return bool(url) and not is_external(url) and ":" not in head and not url.startswith("#")


class AttachedFiles:
    """The files of all publications, which Sphinx is to copy, and what is wrong with them."""

    def __init__(self, env: BuildEnvironment, store: Store, attachments: Attachments) -> None:
        self._env = env
        self._attachments = attachments
        self.found: dict[Key, str] = {}
        self.problems: list[Told] = []
        env.dlfiles.purge_doc(OWNER)
        env.images.purge_doc(OWNER)
        for stated in store.all("publication"):
            if isinstance(stated.record, Publication) and not stated.docname:
                found = [*self._downloads(stated), *self._picture(stated)]
                if found:
                    self.found[stated.key] = " ".join(found)

    def _downloads(self, stated: Stated) -> Iterator[str]:
        for link in stated.record.links:
            if not is_local(link.url):
                continue
            if found := self._attachments.file(stated, link.url):
                self._env.dlfiles.add_file(OWNER, found)
                yield found
            elif self._attachments.is_extra(link.url):
                yield f"site:{link.url}"
            else:
                message = f"{link.rel}: {link.url!r} is no file of the site; its button is left out"
                self._tell(Problem.URL, stated, message)

    def _picture(self, stated: Stated) -> Iterator[str]:
        if stated.record.image is None:
            return
        path = stated.record.image.uri
        if not is_local(path):
            message = (
                f"preview: {path!r} lies on another host; put the picture beside the .bib file"
            )
            self._tell(Problem.IMAGE, stated, message)
        elif found := self._attachments.file(stated, path):
            self._env.images.add_file(OWNER, found)
            yield found
        else:
            self._tell(Problem.IMAGE, stated, f"preview: {path!r} is no file of the site")

    def _tell(self, problem: Problem, stated: Stated, message: str) -> None:
        words = f"publication {stated.record.id!r}: {message}"
        self.problems.append((problem, words, stated.location()))
