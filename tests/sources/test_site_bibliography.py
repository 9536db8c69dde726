"""The bibliography of this site is read without a word of complaint."""

from __future__ import annotations

from pathlib import Path

from sphinxext.profile.sources import bibtex

PATH = Path(__file__).parents[2] / "docs" / "publications.bib"


def test_the_five_papers_are_tied_to_person_and_projects() -> None:
    file = bibtex.read(PATH)
    assert file.problems == ()
    assert {work.id: (work.year, work.projects) for work, _ in file.entries} == {
        "kim2024bitters": (2024, ("lmm",)),
        "kim2022lverse": (2022, ("lmm",)),
        "kim2020statassist": (2020, ("quantization",)),
        "kim2020ppsgan": (2020, ("anonymization",)),
        "kim2019ppapnet": (2019, ("anonymization",)),
    }
    assert all(work.people == ("taehoon-kim",) for work, _ in file.entries)
    assert all(work.authors[0].name.matches("Taehoon Kim") for work, _ in file.entries)
