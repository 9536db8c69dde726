"""Builds in processes of their own that begin with Sphinx loaded, so that a long series is quick.

A server process loads Sphinx and the package once; each build is a fork of it and leaves nothing
behind in any other.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import traceback
from pathlib import Path

from sphinx.cmd.build import build_main

from tests.support.lab import Build
from tests.support.reading import strip_colors

_LOADED = [
    "sphinx.builders.html",
    "myst_parser.sphinx_ext.main",
    "sphinx_design",
    "sphinxext.profile.exporters",
    "sphinxext.profile.directives",
    "sphinxext.profile.transforms",
    "tests.support.forked",
]
_SERVER = multiprocessing.get_context("forkserver")
_SERVER.set_forkserver_preload(_LOADED)


def build_forked(
    root: Path,
    builder: str = "html",
    *options: str,
    outdir: Path | None = None,
    doctreedir: Path | None = None,
) -> Build:
    """Build `root / "source"` as `build_subprocess` does, in a fork."""
    srcdir = root / "source"
    outdir = outdir or root / "build" / builder
    doctreedir = doctreedir or root / "build" / "doctrees"
    command = ["-b", builder, "-d", str(doctreedir), "--no-color", *options]
    said = [root / f"{name}.log" for name in ("status", "warnings")]
    process = _SERVER.Process(target=_build, args=([*command, str(srcdir), str(outdir)], *said))
    process.start()
    process.join()
    status, warnings = (strip_colors(path.read_text("utf-8")) for path in said)
    return Build(builder, srcdir, outdir, status, warnings, int(process.exitcode or 0))


def _build(command: list[str], status: Path, warnings: Path) -> None:
    with (
        status.open("w", encoding="utf-8") as out,
        warnings.open("w", encoding="utf-8") as err,
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            code = build_main(command)
        except BaseException:  # whatever it is, the parent has to read it
            traceback.print_exc()
            code = 70
    raise SystemExit(code)
