"""The pages of a long CV in each design: nothing stands alone, nothing is lost between pages."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sphinxext.profile.exporters.cv_pdf import Pdf, Typesetter
from sphinxext.profile.model.cv import CV
from sphinxext.profile.model.dates import PartialDate
from sphinxext.profile.model.event import KINDS
from sphinxext.profile.model.names import PersonName
from sphinxext.profile.model.person import Account, Person, Place
from sphinxext.profile.model.project import Project
from sphinxext.profile.model.publication import Contributor, Publication
from sphinxext.profile.model.record import Mention, Topic
from sphinxext.profile.model.richtext import Block, Span, from_plain
from tests.support import squash
from tests.support.cv import cv_of, event

pytest.importorskip("typst")
pypdf = pytest.importorskip("pypdf")

JANE = Person(
    id="jane-doe",
    name="Ha-neul Kim",
    role="Associate Professor of Interactive Intelligence",
    affiliation=("Department of Examples, Graduate School of Inventions, Nowhere University",),
    place=Place("Seoul", "", "KR", "00000", "35 Example-ro"),
    accounts=tuple(
        Account(network, value)
        for network, value in (
            ("email", "haneul.kim@nowhere.example.edu"),
            ("phone", "+82-2-555-0100"),
            ("url", "https://haneul.example.org"),
            ("github", "haneul-example"),
            ("orcid", "0000-0002-1825-0097"),
            ("scholar", "AAAAAAAAAAAJ"),
            ("linkedin", "haneul-kim-example"),
        )
    ),
    skills=(Topic("Programming", "expert", ("Python", "C++")), Topic("Frameworks")),
    body=from_plain("Studies machines that listen.\n\n" + "Many words follow here. " * 30),
)
TITLES = [
    f"Work number {number} on learning from {'very ' * (number % 9)}long recordings in the wild"
    for number in range(40)
]


def _paper(number: int, title: str) -> Publication:
    names = ("Jane", "Min-jun", "Ha-neul")[: 1 + number % 3]
    return Publication(
        id=f"paper-{number}",
        name=title,
        type="paper-conference",
        issued=PartialDate(2025 - number // 4),
        container_title="Proceedings of the International Conference on Examples",
        pages=f"{number}01–{number}19",
        doi=f"10.1000/example.{number}",
        authors=tuple(Contributor(PersonName("Kim", name)) for name in names),
        people=("jane-doe",),
        et_al=number == 1,
    )


def _records() -> list[Any]:
    points = tuple(Block("item", (Span(f"Point {n} of the work, in words"),), 1) for n in range(5))
    events = [
        event(
            kind, f"A long name for {kind} {n} of the person", f"{2024 - n}", "Society", body=body
        )
        for kind in KINDS
        for n in range(6)
        for body in ((*from_plain("What it was."), *points) if kind == "work" else (),)
    ]
    projects = [
        Project(
            id=f"p{n}",
            name=f"Project {n}",
            people=(Mention("jane-doe", "Lead"),),
            tags=("speech",),
            body=(*from_plain("About it."), *points),
        )
        for n in range(5)
    ]
    return [*events, *projects, *(_paper(n, title) for n, title in enumerate(TITLES))]


@pytest.fixture(scope="module")
def cv() -> CV:
    return cv_of(*_records(), person=JANE)


@pytest.fixture(scope="module", params=["classic", "modern"])
def made(request: pytest.FixtureRequest, cv: CV, tmp_path_factory: pytest.TempPathFactory) -> Pdf:
    root = tmp_path_factory.mktemp("cv")
    return Typesetter(root=root, memory=root / "memory").pdf(cv, design=request.param, page="a4")


@pytest.fixture(scope="module")
def pages(made: Pdf) -> list[list[str]]:
    """The lines of every page."""
    found = pypdf.PdfReader(io.BytesIO(made.content)).pages
    return [[line for line in page.extract_text().splitlines() if line.strip()] for page in found]


def test_it_meets_the_standard(made: Pdf, pages: list[list[str]]) -> None:
    assert made.faults == ()
    assert len(pages) > 4


def test_each_page_says_whose_it_is_and_which(pages: list[list[str]]) -> None:
    for number, lines in enumerate(pages, 1):
        foot = squash("".join(lines[-2:]))
        assert foot.endswith(squash(f"Ha-neul Kim – Curriculum vitae {number} / {len(pages)}"))


@pytest.mark.parametrize("design", ["classic", "modern"])
def test_no_heading_stands_at_the_end_of_a_page(design: str, tmp_path: Path) -> None:
    """Whatever the length of what stands before it."""
    typesetter = Typesetter(root=tmp_path, memory=tmp_path / "memory")
    ends = set()
    for length in range(30, 38):
        person = replace(JANE, body=tuple(from_plain("A line.\n\n" * length)))
        found = cv_of(
            event("education", "A study", "2020"), person=person, sections=["profile", "education"]
        )
        reader = pypdf.PdfReader(
            io.BytesIO(typesetter.pdf(found, design=design, page="a4").content)
        )
        first = reader.pages[0].extract_text()
        ends.add("Education" in first)
        assert ("Education" in first) == ("A study" in first)
    assert ends == {True, False}


def test_no_title_is_lost(pages: list[list[str]]) -> None:
    whole = squash(" ".join(line for lines in pages for line in lines))
    at = [whole.index(squash(title)) for title in TITLES]
    assert len(set(at)) == len(TITLES)


def test_no_sign_hangs_at_the_end_of_a_line_of_addresses(pages: list[list[str]]) -> None:
    head = pages[0][: pages[0].index(next(line for line in pages[0] if "linkedin" in line)) + 1]
    assert len(head) > 4
    assert not [line for line in head if line.strip().endswith(("·", "|"))]


def test_a_list_that_goes_on_ends_in_one_dot(pages: list[list[str]]) -> None:
    whole = "".join(line for lines in pages for line in lines)
    assert squash("et al. Work number 1") in squash(whole)
    assert not [line for lines in pages for line in lines if "al.." in line]


def test_pages_of_a_paper_stay_together(pages: list[list[str]]) -> None:
    assert not [line for lines in pages for line in lines if line.rstrip().endswith("pp.")]


def test_a_heading_of_the_variant_stands_at_the_foot(tmp_path: Path) -> None:
    made = Typesetter(root=tmp_path, memory=tmp_path / "memory").pdf(
        cv_of(event("work", "Post", "2020"), title="For the committee"), design="classic", page="a4"
    )
    (page,) = pypdf.PdfReader(io.BytesIO(made.content)).pages
    assert "Jane Doe – For the committee" in page.extract_text()
