"""Measure lists of publications against sphinxcontrib-bibtex, both sides in one run.

Usage: ``python -m benchmarks.publications [ENTRIES ...] [--runs N] [--cases list pages]``

Each side builds the same bibliography (``generate_bib.py``) with the theme "basic": one page with
one list of all entries, the same again with nothing changed, and a hundred pages with the entries
of one author each.  The sides take turns; a figure is the median of whole processes.  Where the
machine is fast at one time and slow at another, the ratio of what was least tells more.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from .generate_bib import generate
from .measure import Cost, median, run
from .rounds import folder, turns

ROOT = Path(__file__).resolve().parents[1]
SIDES = ("peer", "ours")
CONF = 'project = author = copyright = "Lab"\nhtml_theme = "basic"\nnitpicky = True\n'
OURS = 'extensions = ["sphinxext.profile"]\nprofile_bibliography = ["papers.bib"]\n'
PEER = 'extensions = ["myst_parser", "sphinxcontrib.bibtex"]\nbibtex_bibfiles = ["papers.bib"]\n'
SUPPRESS = 'suppress_warnings = ["profile", "bibtex"]\n'


def authors(bib: str, count: int) -> list[tuple[str, str]]:
    """Give the most frequent authors that are written without LaTeX, as given and family name."""
    found: Counter[tuple[str, str]] = Counter()
    for field in re.findall(r"author = \{(.*)\},", bib):
        for name in field.split(" and "):
            if re.fullmatch(r"[A-Z][a-z]+, [A-Z][a-z]+", name):
                family, given = name.split(", ")
                found[given, family] += 1
    return [name for name, _ in found.most_common(count)]


def write(source: Path, bib: str, side: str, case: str) -> None:
    """Write the source tree of one side of a case."""
    (source / "papers.bib").write_text(bib, "utf-8")
    (source / "conf.py").write_text(CONF + SUPPRESS + (OURS if side == "ours" else PEER), "utf-8")
    if case == "list":
        block = (
            ":::{publications}\n:style: compact\n:::\n"
            if side == "ours"
            else "```{bibliography}\n:all:\n```\n"
        )
        (source / "index.md").write_text(f"# Papers\n\n{block}", "utf-8")
        return
    names = []
    for at, (given, family) in enumerate(authors(bib, 100)):
        names.append(f"person{at}")
        if side == "ours":
            text = (
                f"# {given} {family}\n\n:::{{profile}} {given} {family}\n:id: p{at}\n:::\n\n"
                f":::{{publications}}\n:person: p{at}\n:style: compact\n:allow-empty:\n:::\n"
            )
        else:
            text = (
                f"# {given} {family}\n\n```{{bibliography}}\n:list: bullet\n:keyprefix: p{at}-\n"
                f':filter: author % "{family}, {given}"\n```\n'
            )
        (source / f"person{at}.md").write_text(text, "utf-8")
    tree = "\n".join(names)
    (source / "index.md").write_text(f"# Papers\n\n```{{toctree}}\n{tree}\n```\n", "utf-8")


def measure(bib: str, case: str, runs: int) -> dict[tuple[str, str], list[Cost]]:
    """Build everything and again with nothing changed; give the costs by work and side."""
    costs: dict[tuple[str, str], list[Cost]] = defaultdict(list)
    for side in turns(SIDES, runs):
        with folder() as (source, out):
            write(source, bib, side, case)
            command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", str(source), str(out)]
            costs["full", side].append(run(command, out))
            costs["unchanged", side].append(run(command, out))
    return costs


def row(peers: Sequence[Cost], ours: Sequence[Cost]) -> str:
    """Compare the medians of two sides, and of the processor time also what was least."""
    one, other = median(peers), median(ours)
    least = min(cost.cpu for cost in peers) / min(cost.cpu for cost in ours)
    cpu = f"{one.cpu:.2f} | {other.cpu:.2f} | {one.cpu / other.cpu:.1f} | {least:.1f}"
    return f"{cpu} | {one.memory:.0f} | {other.memory:.0f} | {one.memory / other.memory:.1f}"


def main() -> None:
    """Print a row of figures for each work."""
    parser = argparse.ArgumentParser(prog="benchmarks.publications")
    parser.add_argument("entries", type=int, nargs="*", default=[1000, 10000])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--cases", nargs="*", default=["list", "pages"])
    options = parser.parse_args()
    os.environ["PYTHONPATH"] = str(ROOT)
    # A package that pip installs is compiled; here the first run does that.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    head = "entries | work | CPU, peer | CPU, ours | ratio | of the least | MiB, peer | MiB, ours"
    print(f"| {head} | ratio |")
    print("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for entries in options.entries:
        bib = "\n".join(generate(entries))
        for case in options.cases:
            found = measure(bib, case, options.runs)
            for work in ("full", "unchanged"):
                figures = row(found[work, "peer"], found[work, "ours"])
                print(f"| {entries} | {case}, {work} | {figures} |", flush=True)


if __name__ == "__main__":
    main()
