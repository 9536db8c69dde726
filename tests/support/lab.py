"""A small source tree made from a dict of files, and builds of it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup
from sphinx.testing.util import SphinxTestApp

from tests.support.reading import squash, strip_colors, text_of, words_in

if TYPE_CHECKING:
    from sphinx.application import Sphinx

ROOT = Path(__file__).resolve().parents[2]

CONF: Mapping[str, object] = {
    "project": "Lab",
    "author": "The Lab",
    "copyright": "The Lab",
    "version": "1",
    "release": "1.0",
    "extensions": ["sphinxext.profile"],
    "html_theme": "basic",
    "linkcheck_ignore": ["https?:", "mailto:", "tel:"],
}
"""The settings of a lab that names none of its own; linkcheck sends nothing out."""

_PAGES = {
    "dirhtml": "{}/index.html",
    "epub": "{}.xhtml",
    "json": "{}.fjson",
    "text": "{}.txt",
    "xml": "{}.xml",
    "pseudoxml": "{}.pseudoxml",
}


@dataclass(frozen=True)
class Build:
    """What one build gave."""

    builder: str
    srcdir: Path
    outdir: Path
    status: str
    warnings: str
    returncode: int
    app: Sphinx | None = None

    @property
    def warning_lines(self) -> list[str]:
        """The warnings as lines, source directory removed, so that tests can compare them."""
        text = self.warnings.replace(f"{self.srcdir}{os.sep}", "")
        return [line for line in text.splitlines() if line.strip()]

    @property
    def written(self) -> set[str]:
        """Names of all files in the output folder, relative to it, with forward slashes."""
        return {
            p.relative_to(self.outdir).as_posix() for p in self.outdir.rglob("*") if p.is_file()
        }

    def path(self, docname: str = "index") -> Path:
        """Give the file that holds the page *docname* (for builders with a file a page)."""
        if self.builder == "dirhtml" and docname.rsplit("/", maxsplit=1)[-1] == "index":
            return self.outdir / f"{docname}.html"
        return self.outdir / _PAGES.get(self.builder, "{}.html").format(docname)

    def read(self, name: str = "index.html") -> str:
        """Give the text of the output file *name*."""
        return (self.outdir / name).read_text("utf-8")

    def soup(self, docname: str = "index") -> BeautifulSoup:
        """Give the HTML page *docname*, parsed as a browser would."""
        return BeautifulSoup(self.path(docname).read_text("utf-8"), "html5lib")

    def text(self, docname: str = "index", selector: str | None = None) -> str:
        """Give the text of the HTML page *docname*, of what *selector* matches if given."""
        return text_of(self.soup(docname), selector)

    def words(self) -> str:
        """Give all words of the output, any builder's."""
        return words_in(self.outdir)

    def assert_clean(self) -> Build:
        """Fail when the build warned; give the build back."""
        assert not self.warnings, self.warnings
        assert self.returncode == 0, self.status
        return self

    def assert_holds(self, *phrases: str) -> Build:
        """Fail when one of *phrases* isn't in the output; punctuation and case don't count."""
        assert phrases
        have = squash(self.words())
        missing = [phrase for phrase in phrases if squash(phrase) not in have]
        assert not missing, f"{self.builder} lost {missing}"
        return self


@dataclass(frozen=True)
class Lab:
    """A source tree at `root / "source"`, built into `root / "build" / BUILDER`."""

    root: Path

    @property
    def srcdir(self) -> Path:
        """The folder of the pages and `conf.py`."""
        return self.root / "source"

    def write(self, files: Mapping[str, str | bytes] | None = None, **conf: object) -> Lab:
        """Write *files* (path -> content, texts dedented) into the source tree.

        `conf.py` is written too when it is missing or *conf* names settings: `CONF` with *conf*
        over it.  A `conf.py` among *files* is taken as it is.
        """
        for name, content in (files or {}).items():
            path = self.srcdir / name
            path.parent.mkdir(parents=True, exist_ok=True)
            data = content if isinstance(content, bytes) else dedent(content).encode()
            path.write_bytes(data)
        if "conf.py" not in (files or {}) and (conf or not (self.srcdir / "conf.py").exists()):
            self.srcdir.mkdir(parents=True, exist_ok=True)
            lines = [f"{name} = {value!r}\n" for name, value in {**CONF, **conf}.items()]
            (self.srcdir / "conf.py").write_text("".join(lines), "utf-8")
        return self

    def remove(self, *names: str) -> Lab:
        """Delete source files."""
        for name in names:
            (self.srcdir / name).unlink()
        return self

    def build(
        self,
        builder: str = "html",
        *,
        nitpicky: bool = True,
        fresh: bool = False,
        conf: Mapping[str, Any] | None = None,
        tags: Sequence[str] = (),
    ) -> Build:
        """Build in this process; *conf* overrides settings as `-D` does, *fresh* as `-E -a`."""
        overrides = {"nitpicky": nitpicky, **(conf or {})}
        app = SphinxTestApp(
            builder,
            srcdir=self.srcdir,
            builddir=self.root / "build",
            freshenv=fresh,
            confoverrides=overrides,
            tags=list(tags),
        )
        try:
            app.build(force_all=fresh)
        finally:
            app.cleanup()
        return Build(
            builder=builder,
            srcdir=self.srcdir,
            outdir=Path(app.outdir),
            status=strip_colors(app.status.getvalue()),
            warnings=strip_colors(app.warning.getvalue()),
            returncode=int(app.statuscode),
            app=app,
        )

    def build_subprocess(self, builder: str = "html", *options: str, **kwargs: Any) -> Build:
        """Build in a new process; see `build_subprocess`."""
        return build_subprocess(self.root, builder, *options, **kwargs)


def build_subprocess(
    root: Path,
    builder: str = "html",
    *options: str,
    env: Mapping[str, str] | None = None,
    outdir: Path | None = None,
    doctreedir: Path | None = None,
    timeout: float = 300,
) -> Build:
    """Build `root / "source"` in a new interpreter, as a user would.

    *options* are further ones of `sphinx-build` (`"-j4"`, `"-W"`, `"-E"`); *env* is laid over
    this process's environment; *timeout* is in seconds.  A failing build is returned, not
    raised.
    """
    srcdir = root / "source"
    outdir = outdir or root / "build" / builder
    doctreedir = doctreedir or root / "build" / "doctrees"
    command = [sys.executable, "-m", "sphinx", "-b", builder, "-d", str(doctreedir)]
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))
    done = subprocess.run(
        [*command, "--no-color", *options, str(srcdir), str(outdir)],
        env={**os.environ, "PYTHONPATH": path, **(env or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=timeout,
        check=False,
    )
    return Build(
        builder=builder,
        srcdir=srcdir,
        outdir=outdir,
        status=strip_colors(done.stdout),
        warnings=strip_colors(done.stderr),
        returncode=done.returncode,
    )
