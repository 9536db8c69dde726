"""Measure what CVs cost as PDF: a lab is built with its CVs and with the same ones without PDF.

Usage: ``python -m benchmarks.cv [--people N] [--projects N] [--papers N] [--runs N]``

The figure is the difference in processor seconds of whole builds, divided by the CVs: what a site
pays for each, with Typst's start and the search for fonts.  The aim is less than a second.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from .lab import Lab, make
from .measure import Cost, median, run
from .rounds import turns, write
from .sides import SIDES

AIM = 1.0
_DOWNLOADS = {"with PDF": "pdf, json-resume", "without": "json-resume"}
_EDIT = ("cv/index.md", "# CVs", "# Curricula vitae")


def files(lab: Lab, downloads: str) -> dict[str, str]:
    """Give the source tree of a lab and of a page with the CV of each person in both designs."""
    found = SIDES["profile"](lab).files()
    blocks = [
        f":::{{cv}}\n:person: {person.id}\n:design: {design}\n:downloads: {downloads}\n:::\n"
        for person in lab.people
        for design in ("classic", "modern")
    ]
    return {**found, "cv/index.md": "\n".join(["---\norphan: true\n---\n# CVs\n", *blocks])}


def measure(lab: Lab, runs: int) -> dict[tuple[str, str], Cost]:
    """Build the lab in turns, from nothing and again after an edit that concerns no record."""
    costs: dict[tuple[str, str], list[Cost]] = defaultdict(list)
    for side in turns(tuple(_DOWNLOADS), runs):
        before = files(lab, _DOWNLOADS[side])
        with tempfile.TemporaryDirectory() as name:
            source, out = Path(name, "source"), Path(name, "out")
            write(before, source)
            command = SIDES["profile"](lab).command(source, out)
            costs["full", side].append(run(command, out))
            page, old, new = _EDIT
            write({**before, page: before[page].replace(old, new)}, source, before)
            costs["edit", side].append(run(command, out))
    return {key: median(found) for key, found in costs.items()}


def main() -> int:
    """Print the figures; 1 if the aim is missed."""
    parser = argparse.ArgumentParser(prog="benchmarks.cv")
    parser.add_argument("--people", type=int, default=5)
    parser.add_argument("--projects", type=int, default=20)
    parser.add_argument("--papers", type=int, default=200)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    lab = make(options.people, options.projects, options.papers)
    found = measure(lab, options.runs)
    count = 2 * len(lab.people)
    each = {
        work: (found[work, "with PDF"].cpu - found[work, "without"].cpu) / count
        for work in ("full", "edit")
    }
    print(f"{count} CVs, a PDF each, {len(lab.papers) // len(lab.people)} papers a person:")
    print(f"from nothing  {each['full']:.3f} s of processor time for each")
    print(f"after an edit {each['edit']:.3f} s (that concerns nobody's CV)")
    return int(each["full"] >= AIM)


if __name__ == "__main__":
    sys.exit(main())
