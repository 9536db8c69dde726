"""The benchmarks compare like with like: what they write down says the same everywhere."""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from benchmarks.lab import make
from benchmarks.measure import Cost, median, pages_below, run
from benchmarks.plot import plot
from benchmarks.report import report
from benchmarks.rounds import exporting, turns, write
from benchmarks.sides import SIDES


def _words(page: Path) -> Counter[str]:
    """Count the words of a page's article; initials are a picture."""
    article = BeautifulSoup(page.read_text("utf-8"), "lxml").find(class_="bd-article")
    assert article is not None
    for aside in article.select("svg, .headerlink"):
        aside.extract()
    return Counter(re.findall(r"\w+", article.get_text(" ")))


def test_a_lab_grows_in_proportion() -> None:
    lab = make(20)
    assert (len(lab.projects), len(lab.papers), len(lab.news)) == (40, 200, 3)
    assert all(sum(len(found) for _, _, found in p.timelines) == 10 for p in lab.people)
    assert make(20) == lab
    assert make(20, projects=5, papers=7).papers != lab.papers


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Cost]]:
    """Build a lab of three people by each side that shows the same words."""
    found = {}
    for side in ("profile", "markdown", "design"):
        pages = SIDES[side](make(3))
        folder = tmp_path_factory.mktemp(side)
        write(pages.files(), folder)
        out = folder / "_build"
        found[side] = out, run(pages.command(folder, out), out)
    return found


def test_the_side_without_exporters_has_nothing_of_theirs(tmp_path: Path) -> None:
    found = {}
    for number, is_on in enumerate((True, False)):
        source, out = tmp_path / f"source{number}", tmp_path / f"out{number}"
        write(exporting(make(1), "exporters, cards", is_on=is_on), source)
        run(SIDES["profile"].command(source, out), out)
        head = (out / "index.html").read_text("utf-8").partition("</head>")[0]
        parts = {"ld+json": "ld+json" in head, "og:image": "og:image" in head}
        found[is_on] = parts | {n: (out / n).exists() for n in ("profile.json", "_cards", "feeds")}
    assert found[True] == dict.fromkeys(found[True], True)
    assert found[False] == dict.fromkeys(found[False], False)


@pytest.mark.parametrize("side", ["markdown", "design"])
def test_sides_show_the_same_words(built: dict[str, tuple[Path, Cost]], side: str) -> None:
    pages = [path for path in SIDES["profile"](make(3)).files() if path.endswith(".md")]
    assert len(pages) == 3 + 6 + 1 + 5
    for path in pages:
        page = path.replace(".md", ".html")
        words = [_words(folder / page) for folder, _cost in (built["profile"], built[side])]
        assert words[0] == words[1], path


def test_a_run_counts_what_was_written(built: dict[str, tuple[Path, Cost]]) -> None:
    folder, cost = built["markdown"]
    assert cost.pages == len(pages_below(folder)) == 17
    assert cost.bytes > cost.pages * 1000
    assert 0.1 < cost.cpu < 60
    assert cost.memory > 20


def test_a_failed_run_says_why(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="no such thing"):
        run([sys.executable, "-c", "raise SystemExit('no such thing')"], tmp_path)


def test_turns_go_forwards_and_backwards() -> None:
    assert list(turns(("a", "b"), 3)) == ["a", "b", "b", "a", "a", "b"]


def test_the_report_says_which_aims_were_missed() -> None:
    cheap, dear = Cost(cpu=1, wall=1, memory=50), Cost(cpu=20, wall=1, memory=50)
    small = {("full", "profile"): cheap, ("full", "markdown"): median([cheap, dear, dear])}
    large = {("full", "profile"): dear, ("full", "markdown"): cheap}
    text = report({1: small, 10: large}, "3 rounds")
    assert "| full build, beside plain Markdown | cpu | 0.85 | 0.05 | reached |" in text
    assert "| full build, beside plain Markdown | cpu | 0.85 | 20.00 | missed |" in text
    assert "| 1 → 10 | cpu | 11 | 20.00 | missed |" in text
    drawn = plot({1: small, 10: large})
    assert drawn.count("<polyline") == 2
    assert "plain Markdown" in drawn
