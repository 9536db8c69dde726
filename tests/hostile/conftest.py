"""The lab of all hostile cases, built once with each builder."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sphinx.util.docutils import patch_docutils

from tests.hostile.cases import Case, make_lab, on_pages
from tests.support import Build, Lab

BUILDERS = ("html", "epub", "latex", "text")

#: Gives the build by a builder, and which files it opened or wrote where it must not.
Builds = Callable[[str], tuple[Build, list[str]]]


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


def builds_of(found: Iterable[Case], root: Path, watch: Watch) -> Builds:
    """Give a function that builds a lab of some cases, once for each builder."""
    lab = make_lab(root, found)
    done: dict[str, tuple[Build, list[str]]] = {}

    def build(builder: str) -> tuple[Build, list[str]]:
        if builder not in done:
            with watch.outside(root) as outside:
                made = built(lab, builder)
            done[builder] = made, outside
        return done[builder]

    return build


@pytest.fixture(scope="session")
def watch() -> Watch:
    """Give the one watch of this process."""
    return Watch()


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory, watch: Watch) -> Builds:
    """Give a function that builds the lab, once for each builder, and what it opened outside."""
    return builds_of(on_pages(), tmp_path_factory.mktemp("hostile"), watch)
