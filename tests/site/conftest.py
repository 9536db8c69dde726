"""The site itself, built once for all tests of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import Build, strip_colors

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Build ``docs`` as README's first command does: a warning is a failure."""
    outdir = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-W", "-n", "--no-color", "-b", "html"]
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))
    done = subprocess.run(
        [*command, "-d", str(outdir / "doctrees"), str(ROOT / "docs"), str(outdir / "html")],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    return Build(
        builder="html",
        srcdir=ROOT / "docs",
        outdir=outdir / "html",
        status=strip_colors(done.stdout),
        warnings=strip_colors(done.stderr),
        returncode=done.returncode,
    ).assert_clean()
