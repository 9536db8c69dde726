"""A build loads what it uses: what reads a changed file or makes a CV waits until there is one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.structure.tree import ROOT
from tests.support import Lab

BUILD = """
import json, sys
from sphinx.cmd.build import build_main
assert build_main(["-q", "-W", *sys.argv[1:]]) == 0
print(json.dumps(sorted(name for name in sys.modules if "." in name)))
"""

#: What a file of each kind is read or written with, and packages of others that come with it.
BIBTEX = ("sphinxext.profile.sources.bibtex",)
PARSER = ("sphinxext.profile.sources.bibtex_parser", "pybtex.database")
DATA = ("sphinxext.profile.sources.records", "sphinxext.profile.sources.yaml_tree")
CV = ("sphinxext.profile.exporters.cv_maker", "sphinxext.profile.domain.cv")
STYLE = ("sphinxext.profile.sources.csl_style",)
DATES = ("sphinxext.profile.model.date_parsing",)

PAGE = "# Lab\n\n:::{publications}\n:::\n\n:::{people}\n:::\n"
FILES = {
    "index.md": PAGE,
    "papers.bib": "@misc{a, title={A}, author={Doe, Jane}, year={2024}}\n",
    "people.yml": "- name: Jane Doe\n",
}
SETTINGS = {"profile_bibliography": ["papers.bib"], "profile_data": ["people.yml"]}


def loaded(source: Path, out: Path) -> set[str]:
    """Build a site in a process of its own; give the modules that were loaded for it."""
    done = subprocess.run(
        [sys.executable, "-c", BUILD, str(source), str(out)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_files_that_are_unchanged_need_no_reader(lab: Callable[..., Lab], tmp_path: Path) -> None:
    made = lab(FILES, **SETTINGS)
    first = loaded(made.srcdir, tmp_path / "out")
    assert first >= {*BIBTEX, *DATA}
    assert first.isdisjoint({*PARSER, *CV, *STYLE})
    again = loaded(made.srcdir, tmp_path / "out")
    assert again.isdisjoint({*BIBTEX, *DATA, *CV, *STYLE, *DATES})
    assert "sphinxext.profile.domain.files" in again
    made.write({"papers.bib": "@misc(a, title={A}, author={Doe, Jane}, year={2024})\n"})
    assert loaded(made.srcdir, tmp_path / "out") >= {*BIBTEX, *PARSER}
