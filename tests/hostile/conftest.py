"""The lab of all hostile cases, built once with each builder."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sphinx.util.docutils import patch_docutils

from tests.hostile.cases import make_lab, on_pages
from tests.support import Build, Lab

BUILDERS = ("html", "epub", "latex", "text")


class Watch:
    """Notes which files are opened; a hook of Python can't be taken off again, only put to rest."""

    def __init__(self) -> None:
        self.opened: list[str] = []
        self._on = False
        sys.addaudithook(self._hook)

    def _hook(self, event: str, args: tuple[Any, ...]) -> None:
        if self._on and event == "open":
            self.opened.append(str(args[0]))

    @contextmanager
    def outside(self, root: Path) -> Iterator[list[str]]:
        """Give the files of a lab that a build opens beside its source tree and its output."""
        self.opened, self._on = [], True
        before = _tree(root)
        found: list[str] = []
        try:
            yield found
        finally:
            self._on = False
        strange = (root / "outside", root / "source" / "..")
        found += [name for name in self.opened if name.startswith(tuple(map(str, strange)))]
        found += sorted(
            name for name in _tree(root) - before if not name.startswith(f"{root / 'build'}")
        )


def _tree(root: Path) -> set[str]:
    return {str(path) for path in root.rglob("*")}


def built(lab: Lab, builder: str) -> Build:
    """Build a lab anew, with its `docutils.conf`, as sphinx-build does."""
    with patch_docutils(lab.srcdir):
        return lab.build(builder, fresh=True)


@pytest.fixture(scope="session")
def watch() -> Watch:
    """Give the one watch of this process."""
    return Watch()


@pytest.fixture(scope="session")
def hostile(
    tmp_path_factory: pytest.TempPathFactory, watch: Watch
) -> Callable[[str], tuple[Build, list[str]]]:
    """Give a function that builds the lab, once for each builder, and what it opened outside."""
    root = tmp_path_factory.mktemp("hostile")
    lab = make_lab(root, on_pages())
    done: dict[str, tuple[Build, list[str]]] = {}

    def build(builder: str) -> tuple[Build, list[str]]:
        if builder not in done:
            with watch.outside(root) as found:
                made = built(lab, builder)
            done[builder] = made, found
        return done[builder]

    return build
