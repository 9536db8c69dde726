"""JSON Resume, as its published schema wants it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.profile.exporters.json_resume import json_resume
from sphinxext.profile.model import person as people
from sphinxext.profile.model.dates import DateRange, PartialDate
from sphinxext.profile.model.names import PersonName
from sphinxext.profile.model.project import Project
from sphinxext.profile.model.publication import Contributor, Publication
from sphinxext.profile.model.record import Link, Mention, Record, Topic
from sphinxext.profile.model.richtext import Block, Span, from_plain
from tests.support.cv import JANE, cv_of, event

SCHEMA = json.loads(
    (Path(__file__).parents[1] / "data" / "json_resume" / "schema.json").read_text("utf-8")
)


def resume_of(*records: Record, **more: Any) -> dict[str, Any]:
    found = json.loads(json_resume(cv_of(*records, **more)))
    checker = jsonschema.FormatChecker()
    jsonschema.validate(found, SCHEMA, format_checker=checker)
    return dict(found)


def test_basics() -> None:
    jane = people.Person(
        id="jane-doe",
        name="Jane Doe",
        names=(("ko", "제인 도"),),
        role="Professor",
        body=from_plain("One.\n\nTwo."),
        accounts=(
            people.Account("email", "jane@example.org"),
            people.Account("email", "doe@example.org"),
            people.Account("url", "https://example.org/~jane"),
            people.Account("github", "jane"),
            people.Account("ham", "DL1ABC", "Ham radio"),
        ),
        links=(Link("Blog", "https://example.org/blog"), Link("Page", "doc:people/jane")),
        place=people.Place("Seoul", "", "KR", "04107", "35 Baekbeom-ro"),
    )
    basics = resume_of(person=jane)["basics"]
    assert basics == {
        "name": "Jane Doe",
        "names": {"ko": "제인 도"},
        "label": "Professor",
        "email": "jane@example.org",
        "url": "https://example.org/~jane",
        "summary": "One.\n\nTwo.",
        "location": {
            "address": "35 Baekbeom-ro",
            "postalCode": "04107",
            "city": "Seoul",
            "countryCode": "KR",
        },
        "profiles": [
            {"network": "Email", "username": "doe@example.org"},
            {"network": "GitHub", "username": "jane", "url": "https://github.com/jane"},
            {"network": "Ham radio", "username": "DL1ABC"},
            {"network": "Blog", "url": "https://example.org/blog"},
            {"network": "Page"},
        ],
    }


def test_work_with_highlights() -> None:
    body = (
        *from_plain("What it was."),
        Block("item", (Span("One, "), Span("two", ("strong",))), 1),
        Block("paragraph", (Span("and more"),), 1),
        Block("item", (Span("deep", (), "https://example.org/x"),), 2),
    )
    job = event(
        "work",
        "Engineer",
        "2013-12 – present",
        "Pied Piper",
        about="Compression",
        location="Palo Alto",
        url="https://example.org",
        body=body,
    )
    assert resume_of(job)["work"] == [
        {
            "name": "Pied Piper",
            "location": "Palo Alto",
            "description": "Compression",
            "position": "Engineer",
            "url": "https://example.org",
            "startDate": "2013-12",
            "summary": "What it was.",
            "highlights": ["One, two and more", "deep (https://example.org/x)"],
        }
    ]


def test_each_kind_has_a_place() -> None:
    kinds = ("education", "award", "certificate", "service", "talk", "teaching", "grant")
    found = resume_of(*(event(kind, f"A {kind}", "2020-05-04", "Org") for kind in kinds))
    assert found["education"][0]["area"] == "A education"
    assert found["awards"] == [{"title": "A award", "date": "2020-05-04", "awarder": "Org"}]
    assert found["certificates"] == [
        {"name": "A certificate", "date": "2020-05-04", "issuer": "Org"}
    ]
    assert found["volunteer"][0]["organization"] == "Org"
    assert [(p["type"], p["name"], p["entity"]) for p in found["projects"]] == [
        ("talk", "A talk", "Org"),
        ("teaching", "A teaching", "Org"),
        ("grant", "A grant", "Org"),
    ]


def test_education_keeps_its_parts() -> None:
    found = resume_of(
        event(
            "education",
            "Bachelor, Arts",
            "2001 – 2004",
            "Uni",
            degree="Bachelor",
            area="Arts",
            score="4.0",
            courses=("A", "B, C"),
        )
    )
    assert found["education"] == [
        {
            "institution": "Uni",
            "area": "Arts",
            "studyType": "Bachelor",
            "startDate": "2001",
            "endDate": "2004",
            "score": "4.0",
            "courses": ["A", "B, C"],
        }
    ]


def test_project_and_publication() -> None:
    project = Project(
        id="p",
        name="Project",
        people=(Mention("jane-doe", "Team lead, Designer"),),
        partners=("Smoogle",),
        type="application",
        tags=("maps",),
        when=DateRange.parse("2016-08-24"),
        body=(Block("item", (Span("Won"),), 1),),
    )
    paper = Publication(
        id="x",
        name="Paper",
        issued=PartialDate(2014, 10),
        publisher="Hooli",
        url="https://example.org/p",
        body=from_plain("Abstract."),
        authors=(Contributor(PersonName(family="Doe", given="Jane")),),
        people=("jane-doe",),
    )
    found = resume_of(project, paper)
    assert found["projects"] == [
        {
            "name": "Project",
            "highlights": ["Won"],
            "keywords": ["maps"],
            "startDate": "2016-08-24",
            "endDate": "2016-08-24",
            "roles": ["Team lead", "Designer"],
            "entity": "Smoogle",
            "type": "application",
        }
    ]
    assert found["publications"] == [
        {
            "name": "Paper",
            "publisher": "Hooli",
            "releaseDate": "2014-10",
            "url": "https://example.org/p",
            "summary": "Abstract.",
            "authors": ["Jane Doe"],
        }
    ]


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://예시.example/김?q=a%20b#c", "https://xn--vv4b11d.example/%EA%B9%80?q=a%20b#c"),
        ("https://example.org/(a)", "https://example.org/(a)"),
        ("https://..한/", "https://..%ED%95%9C/"),
        ("doc:page", ""),
    ],
)
def test_addresses_are_plain_uris(url: str, written: str) -> None:
    found = resume_of(event("work", "Post", "2020", "Org", url=url))["work"][0]
    assert found.get("url", "") == written


def test_a_season_is_known_to_its_year() -> None:
    assert resume_of(event("award", "Prize", "Spring 2024"))["awards"][0]["date"] == "2024"


WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)


@given(WORDS, WORDS)
def test_any_words_make_a_valid_file(name: str, words: str) -> None:
    jane = people.Person(id="jane-doe", name=name, role=words, skills=(Topic(words),))
    found = resume_of(event("work", words, "2020", name), person=jane)
    assert found["basics"]["name"] == name
    assert found["work"][0]["position"] == words


def test_nothing_makes_a_valid_file() -> None:
    assert resume_of(person=JANE)["basics"] == {"name": "Jane Doe"}
