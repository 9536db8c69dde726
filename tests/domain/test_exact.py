"""After any edit an incremental build shows what a clean one shows, and writes no other pages.

One series has an edit of each kind.  ``EXACT_SEEDS=2,3,4`` runs series of other seeds instead.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.support import Build
from tests.support.comparing import pictures, shown
from tests.support.edits import Edited
from tests.support.forked import build_forked

#: Later than any source or template, so that no page is written for its time.
LATER = 4_000_000_000
#: Edits after which Sphinx itself writes what depends on a setting, or on a picture.
SPHINX_WRITES = {"_publication_pages", "_unlisted", "_base", "_language", "_change_picture"}


class Series:
    """A lab that is edited and built again and again."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.edited = Edited(folder / "lab", seed)
        self.lab = self.edited.lab
        self.done: list[str] = []
        self.build = self._incremental("-j1")
        self.before = shown(self.build.outdir)

    def step(self, number: int) -> None:
        """Edit, build, and compare with a clean build and with what was shown before."""
        sources = {path: path.stat().st_mtime_ns for path in self.lab.srcdir.rglob("*.md")}
        self.done.append(self.edited.edit())
        read = {
            path.relative_to(self.lab.srcdir).with_suffix("").as_posix()
            for path in self.lab.srcdir.rglob("*.md")
            if sources.get(path) != path.stat().st_mtime_ns
        }
        for path in self.build.outdir.rglob("*.html"):
            os.utime(path, (LATER, LATER))
        self.build = self._incremental("-j4" if number % 5 == 4 else "-j1")
        clean = self._clean(number)
        now, right = shown(self.build.outdir), shown(clean.outdir)
        differing = sorted(k for k in now.keys() | right.keys() if now.get(k) != right.get(k))
        assert differing == [], f"after {self.done}: {differing}"
        copied, wanted = pictures(self.build.outdir), pictures(clean.outdir)
        stale = sorted(name for name in wanted if copied.get(name) != wanted[name])
        assert stale == [], f"after {self.done}: {stale}"
        self._compare_written(read, now)
        self.before = now
        shutil.rmtree(clean.outdir)

    def _compare_written(self, read: set[str], now: dict[str, str]) -> None:
        if self.done[-1] in SPHINX_WRITES:
            return
        changed = {
            name.rpartition(" ")[0].removesuffix(".html")
            for name in now
            if now[name] != self.before.get(name)
        }
        written = {
            path.relative_to(self.build.outdir).with_suffix("").as_posix()
            for path in self.build.outdir.rglob("*.html")
            if path.stat().st_mtime != LATER
        }
        # Sphinx writes the index, the search and the page with the toctree whatever was written.
        made = {"genindex", "search", "index", *(n for n in written if n.startswith("profile-"))}
        extra = sorted(written - changed - read - made)
        assert extra == [], f"after {self.done}: written without cause: {extra}"

    def _incremental(self, jobs: str) -> Build:
        return self._checked(build_forked(self.lab.root, "html", jobs))

    def _clean(self, number: int) -> Build:
        places = {
            "outdir": self.folder / "clean" / str(number),
            "doctreedir": self.folder / "doctrees",
        }
        if number % 6 == 5:
            seed = {"PYTHONHASHSEED": str(number)}
            return self._checked(
                self.lab.build_subprocess("html", "-E", "-a", "-j4", env=seed, **places)
            )
        return self._checked(build_forked(self.lab.root, "html", "-E", "-a", **places))

    def _checked(self, build: Build) -> Build:
        assert build.returncode == 0, f"after {self.done}: {build.warnings}"
        return build


@pytest.mark.slow
@pytest.mark.parametrize("seed", os.environ.get("EXACT_SEEDS", "1").split(","))
def test_a_series_of_edits(tmp_path: Path, seed: str) -> None:
    series = Series(tmp_path, int(seed))
    assert len(series.edited.docnames) >= 40
    for number in range(32):
        series.step(number)
