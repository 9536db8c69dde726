"""Measure what a lab costs with the extension and with its peers, and write the report.

Usage: ``python -m benchmarks [--people 10 100] [--runs 5] [--sides profile markdown ...]``

Sides whose program isn't installed are left out.  The figures and the plot go to ``--report``.
"""

from __future__ import annotations

import argparse
import importlib.util
import shutil
from pathlib import Path

from . import rounds
from .lab import make
from .measure import median
from .plot import plot
from .preview import previews
from .report import report
from .sides import SIDES

HERE = Path(__file__).parent
#: Side -> the program or package that it needs beyond our own.
_NEEDS = {"needs": "sphinx_needs", "hugo": "hugo", "jekyll": "jekyll"}


def _is_there(side: str) -> bool:
    name = _NEEDS.get(side)
    return not name or bool(shutil.which(name) or importlib.util.find_spec(name))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--people", type=int, nargs="+", default=[1, 10], help="sizes of labs")
    parser.add_argument("--projects", type=int, default=0, help="how many, else two a person")
    parser.add_argument("--papers", type=int, default=0, help="how many, else ten a person")
    parser.add_argument("--runs", type=int, default=5, help="rounds, of which the median counts")
    parser.add_argument("--sides", nargs="+", default=[side for side in SIDES if _is_there(side)])
    parser.add_argument(
        "--only-builds", action="store_true", help="no exporters, -j2, imports, preview"
    )
    parser.add_argument("--report", type=Path, default=HERE / "_build", help="a folder")
    return parser.parse_args()


def main() -> None:
    """Measure labs of each size."""
    options = _options()
    labs = {}
    for people in options.people:
        lab = make(people, options.projects, options.papers)
        costs = rounds.builds(lab, options.sides, options.runs)
        if not options.only_builds and people == max(options.people):
            costs |= rounds.exporters(lab, options.runs)
            costs |= rounds.parallel(lab, options.runs)
            costs |= rounds.imports(options.runs)
            costs |= previews(lab, options.runs, hugo="hugo" in options.sides)
        labs[people] = {key: median(found) for key, found in costs.items()}
    options.report.mkdir(parents=True, exist_ok=True)
    (options.report / "report.md").write_text(
        report(labs, f"{options.runs} rounds"), encoding="utf-8"
    )
    (options.report / "report.svg").write_text(plot(labs), encoding="utf-8")
    print(options.report / "report.md")


if __name__ == "__main__":
    main()
