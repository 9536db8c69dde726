"""Every hard case is read right, and nothing but its faults is reported."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from sphinxext.profile.sources import bibtex

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "hard_cases.toml").read_text(encoding="utf-8")
)["case"]


def test_there_are_cases() -> None:
    assert len(CASES) >= 23


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_hard_case(case: dict[str, Any]) -> None:
    found = bibtex.read(Path("case.bib"), text=case["bib"])
    works = {work.id: work for work, _ in found.entries}
    assert case["entries"].keys() <= works.keys()
    assert not works.keys() & {"no", "hidden", "like"}
    for key, expected in case["entries"].items():
        work = works[key]
        got = {
            "title": work.name,
            "authors": [author.name.display for author in work.authors],
            "venue": work.venue,
            "year": work.year,
            "url": work.url,
        }
        assert {name: got[name] for name in expected} == expected
    assert {issue.problem for issue in found.problems} == set(case.get("problems", ()))
