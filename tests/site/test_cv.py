"""The CV of the lab's head: every file is offered, and the PDF holds every fact in order."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tests.support import Build, squash

pytest.importorskip("typst")
pypdf = pytest.importorskip("pypdf")
vobject = pytest.importorskip("vobject")

DATA = Path(__file__).parents[1] / "data"
FACTS: dict[str, Any] = yaml.safe_load((DATA / "seed_facts.yml").read_text("utf-8"))
PAGE = "cv/taehoon-kim"


@pytest.fixture(scope="module")
def pdf(site: Build) -> Any:
    return pypdf.PdfReader(site.outdir / "cv" / "taehoon-kim-cv.pdf")


@pytest.fixture(scope="module")
def words(pdf: Any) -> str:
    return squash(" ".join(page.extract_text() for page in pdf.pages))


def test_the_profile_leads_to_it(site: Build) -> None:
    links = [str(a["href"]) for a in site.soup("people/taehoon-kim").select(".bd-article a[href]")]
    assert "../cv/taehoon-kim.html" in links


def test_every_file_is_offered_and_there(site: Build) -> None:
    buttons = site.soup(PAGE).select("a.profile-download")
    assert [button.get_text() for button in buttons] == [
        *("PDF", "JSON Resume", "RenderCV", "vCard", "BibTeX", "CSL-JSON"),
    ]
    for button in buttons:
        assert (site.outdir / "cv" / str(button["href"])).stat().st_size > 100


def test_pdf_holds_every_fact(words: str) -> None:
    facts = [*FACTS["person"], *FACTS["interests"], *FACTS["education"], *FACTS["career"]]
    wanted = [
        word
        for fact in facts
        for word in (*fact["words"], *fact.get("organizations", ()), *fact.get("shown", ()))
    ]
    for project in FACTS["projects"]:
        wanted += [project["title"], *(word for point in project["points"] for word in point)]
    assert len(wanted) > 90
    assert [word for word in wanted if squash(word) not in words] == []


def test_pdf_is_in_reading_order(words: str) -> None:
    order = [
        *(squash(text) for text in ("Taehoon Kim", "Assistant Professor", "Profile")),
        *(squash(text) for text in ("Research interests", "Experience")),
        *(squash(fact["words"][0]) for fact in FACTS["career"]),
        squash("Education"),
        *(squash(fact["words"][0]) for fact in FACTS["education"]),
        squash("Projects"),
        squash("Large Multimodal Model (LMM)"),
        squash("Publications"),
    ]
    at = [0]
    for part in order:
        at.append(words.index(part, at[-1]) + len(part))
    assert all(before < after for before, after in pairwise(at))


def test_pdf_is_tagged_named_and_marked(pdf: Any) -> None:
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "pdfuaid:part" in root["/Metadata"].get_data().decode()
    assert root["/Lang"] == "en"
    assert pdf.metadata.author == "Taehoon Kim"
    assert pdf.metadata.title == "Taehoon Kim – Curriculum vitae"
    titles = [mark.title for mark in pdf.outline if not isinstance(mark, list)]
    assert titles[-3:] == ["Education", "Projects", "Publications"]


def test_resume_is_valid_and_the_card_is_read(site: Build) -> None:
    folder = site.outdir / "cv"
    resume = json.loads((folder / "taehoon-kim-resume.json").read_text("utf-8"))
    schema = json.loads((DATA / "json_resume" / "schema.json").read_text("utf-8"))
    jsonschema.validate(resume, schema, format_checker=jsonschema.FormatChecker())
    assert [post["startDate"] for post in resume["work"]] == [
        fact["start"] for fact in FACTS["career"]
    ]
    card = vobject.readOne((folder / "taehoon-kim.vcf").read_text("utf-8"))
    assert card.fn.value == "Taehoon Kim"
