"""Measure lists of publications against sphinxcontrib-bibtex, both sides in one run.

Usage: ``python benchmarks/publications.py [ENTRIES ...] [--runs N]``

Each side builds the same bibliography (``generate_bib.py``) with the theme "basic": one page with
one list of all entries, the same again with nothing changed, and a hundred pages with the entries
of one author each.  A figure is the median of user and system seconds of whole processes; the two
sides take turns.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))

from generate_bib import generate  # noqa: E402

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


def write(folder: Path, bib: str, side: str, case: str) -> None:
    """Write the source tree of one side of a case."""
    folder.mkdir(parents=True)
    (folder / "papers.bib").write_text(bib, "utf-8")
    (folder / "conf.py").write_text(CONF + SUPPRESS + (OURS if side == "ours" else PEER), "utf-8")
    if case == "list":
        block = (
            ":::{publications}\n:style: compact\n:::\n"
            if side == "ours"
            else "```{bibliography}\n:all:\n```\n"
        )
        (folder / "index.md").write_text(f"# Papers\n\n{block}", "utf-8")
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
        (folder / f"person{at}.md").write_text(text, "utf-8")
    tree = "\n".join(names)
    (folder / "index.md").write_text(f"# Papers\n\n```{{toctree}}\n{tree}\n```\n", "utf-8")


def build(source: Path, out: Path) -> float:
    """Build and give the CPU seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-b", "html", str(source), str(out)],
        env={**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "1767225600"},
        check=True,
        stderr=subprocess.DEVNULL,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(entries: int, runs: int, cases: list[str]) -> None:
    """Print a row of figures for each case."""
    bib = "\n".join(generate(entries))
    for case in cases:
        figures: dict[tuple[str, str], list[float]] = {}
        for _ in range(runs):
            for side in ("peer", "ours"):
                with tempfile.TemporaryDirectory() as folder:
                    source, out = Path(folder, "source"), Path(folder, "out")
                    write(source, bib, side, case)
                    figures.setdefault((side, "full"), []).append(build(source, out))
                    figures.setdefault((side, "unchanged"), []).append(build(source, out))
        for what in ("full", "unchanged"):
            peer = statistics.median(figures["peer", what])
            ours = statistics.median(figures["ours", what])
            row = f"| {entries} | {case}, {what} | {peer:.2f} | {ours:.2f} | {peer / ours:.1f} |"
            print(row, flush=True)


def main() -> None:
    """Run the measurement."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("entries", type=int, nargs="*", default=[1000, 10000])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--cases", nargs="*", default=["list", "pages"])
    options = parser.parse_args()
    print("| entries | work | sphinxcontrib-bibtex, s | ours, s | ratio |")
    print("| ---: | --- | ---: | ---: | ---: |")
    for entries in options.entries:
        measure(entries, options.runs, options.cases)


if __name__ == "__main__":
    main()
