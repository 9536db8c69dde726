"""Values of more pieces than anybody wrote: shown as words or left out, each with one warning."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from sphinxext.profile.log import Problem
from sphinxext.profile.model.richtext import Block, RichText, Span
from sphinxext.profile.sources.bibtex_names import read_names
from sphinxext.profile.sources.bounds import MOST_LINES, MOST_PARTS, MOST_PIECES, bounded
from sphinxext.profile.sources.markdown import read
from tests.support import Lab

MANY = MOST_PARTS + 1


def told(text: str) -> tuple[RichText, list[str]]:
    faults: list[str] = []

    def warn(problem: Problem, message: str) -> None:
        assert problem is Problem.DATA
        faults.append(message)

    return read(text, warn), faults


def test_markdown_of_too_many_pieces_is_shown_as_it_is_typed() -> None:
    text = "*a* $x$ " * MOST_PIECES
    found, faults = told(text)
    assert [block.text for block in found] == [text.strip()]
    assert len(faults) == 1
    assert f"more than {MOST_PIECES}" in faults[0]


def test_markdown_of_too_many_lines_is_words() -> None:
    text = "- a\n" * (MOST_LINES + 1)
    found, faults = told(text)
    assert [block.text for block in found] == [" ".join(text.split())]
    assert faults == ["the text has 20001 lines; with more than 20000 it is plain words"]


def test_what_is_long_but_in_few_pieces_stays() -> None:
    text: RichText = (Block("paragraph", (Span("a " * 100_000),)),) * 10
    assert bounded(text, pytest.fail) is text


def test_the_first_of_too_many_authors_are_named() -> None:
    found = read_names(" and ".join(f"A{number} Kim" for number in range(MANY)))
    assert (len(found.names), found.et_al) == (MOST_PARTS, True)
    assert found.fault == f"it has {MANY} parts; at most {MOST_PARTS} are read"


def test_each_list_that_is_too_long_is_told_once(lab: Callable[..., Lab]) -> None:
    words = ", ".join(f"t{number}" for number in range(MANY))
    people = [
        {"name": "Ada", "tags": words},
        {"name": "Bea", "tags": words.split(", ")},
    ]
    abstract = "$x$ " * 9000
    files = {
        "index.md": f"# Lab\n\n:::{{people}}\n:::\n\n:::{{profile}} Cy\n:tags: {words}\n:::\n",
        "people.json": json.dumps({"people": people}, indent=1),
        "papers.bib": f"@misc{{a, title={{A}}, keywords={{{words}}}, abstract={{{abstract}}}}}",
    }
    conf = {"profile_data": ["people.json"], "profile_bibliography": ["papers.bib"]}
    lines = lab(files, **conf).build("dummy").warning_lines
    many = [line for line in lines if "10001 parts" in line]
    assert sorted(line.partition(":")[0] for line in many) == [
        *("index.md", "papers.bib", "people.json", "people.json")
    ]
    assert len([line for line in lines if "without them [profile.bibtex]" in line]) == 1
    assert len(lines) == 5
