"""RenderCV's YAML, checked by RenderCV itself where it is installed."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from sphinxext.profile.exporters.markdown_words import escape
from sphinxext.profile.exporters.rendercv import rendercv
from sphinxext.profile.model import person as people
from sphinxext.profile.model.dates import PartialDate
from sphinxext.profile.model.names import PersonName
from sphinxext.profile.model.project import Project
from sphinxext.profile.model.publication import Contributor, Publication
from sphinxext.profile.model.record import Link, Mention, Record, Topic
from sphinxext.profile.model.richtext import Block, Span, from_plain
from tests.support.cv import cv_of, event


def sections_of(*records: Record, **more: Any) -> dict[str, Any]:
    return dict(yaml.safe_load(rendercv(cv_of(*records, **more)))["cv"]["sections"])


JANE = people.Person(
    id="jane-doe",
    name="Jane Doe",
    names=(("ko", "제인 도"),),
    role="Professor",
    affiliation=("Example University",),
    body=from_plain("Who she is."),
    accounts=(
        people.Account("email", "jane@gmail.com"),
        people.Account("phone", "+82 2 312 3456"),
        people.Account("url", "https://example.org"),
        people.Account("github", "jane"),
        people.Account("mastodon", "jane@mastodon.social"),
        people.Account("dblp", "12/3456"),
    ),
    links=(Link("Blog", "https://example.org/blog"),),
    skills=(Topic("Python", "expert", ("Sphinx", "docutils")), Topic("C", "", ("gcc",))),
    languages=(people.Language("English", "native"),),
    interests=(Topic("examples"),),
    testimonials=(people.Testimonial("Rita Roe", from_plain("Good.")),),
    free_sections=(
        people.FreeSection("Hobbies", "bullets", (("", from_plain("Chess")),)),
        people.FreeSection("Patents", "numbers", (("", from_plain("One")),)),
        people.FreeSection("Invited", "reversed-numbers", (("", from_plain("Two")),)),
        people.FreeSection("More", "facts", (("Citizenship", from_plain("KR")),)),
        people.FreeSection("Words", "text", (("", from_plain("Three")),)),
    ),
)
RECORDS = (
    event("work", "Professor", "Aug 2020 – present", "Example University", location="Seoul"),
    event("education", "B.S.", "2001 – 2004", "Uni", degree="B.S.", area="Arts"),
    event("award", "Prize", "2011"),
    event("talk", "A talk", "Spring 2020", "Venue"),
    Project(
        id="p",
        name="Project *X*",
        people=(Mention("jane-doe", "Lead"),),
        body=(*from_plain("What."), Block("item", (Span("Won", ("strong",)), Span(" it")), 1)),
    ),
    Publication(
        id="x",
        name="Paper",
        issued=PartialDate(2014, 10),
        doi="10.1000/xyz",
        container_title="Journal",
        authors=(Contributor(PersonName(family="Doe", given="Jane")),),
        people=("jane-doe",),
    ),
)


def test_sections_have_rendercvs_entry_types() -> None:
    found = sections_of(*RECORDS, person=JANE)
    assert found["Profile"] == ["Who she is."]
    assert found["Research interests"] == ["examples"]
    assert found["Experience"] == [
        {
            "company": "Example University",
            "position": "Professor",
            "start_date": "2020-08",
            "end_date": "present",
            "location": "Seoul",
        }
    ]
    assert found["Education"][0]["institution"] == "Uni"
    assert found["Education"][0]["area"] == "Arts"
    assert found["Education"][0]["degree"] == "B.S."
    assert found["Awards"] == [{"name": "Prize", "date": "2011"}]
    assert found["Talks"] == [{"company": "Venue", "position": "A talk", "date": "Spring 2020"}]
    assert found["Projects"] == [
        {
            "name": "Project \\*X\\*",
            "summary": "What.",
            "highlights": ["**Won** it"],
            "role": "Lead",
        }
    ]
    assert found["Publications"] == [
        {
            "title": "Paper",
            "doi": "10.1000/xyz",
            "journal": "Journal",
            "date": "2014-10",
            "authors": ["**Jane Doe**"],
        }
    ]
    assert found["Skills"] == [
        {"label": "Python (expert)", "details": "Sphinx, docutils"},
        {"label": "C", "details": "gcc"},
    ]
    assert found["Languages"] == [{"label": "English", "details": "native"}]
    assert found["Hobbies"] == [{"bullet": "Chess"}]
    assert found["Patents"] == [{"number": "One"}]
    assert found["Invited"] == [{"reversed_number": "Two"}]
    assert found["More"] == [{"label": "Citizenship", "details": "KR"}]
    assert found["Words"] == ["Three"]
    assert found["References"] == [{"name": "Rita Roe", "summary": "Good."}]


def test_entries_of_a_section_are_of_one_type() -> None:
    found = sections_of(event("award", "One", "2011", "Org"), event("award", "Two", "2010"))
    assert found["Awards"] == [
        {"name": "One", "date": "2011", "organization": "Org"},
        {"name": "Two", "date": "2010"},
    ]


def test_signs_of_markdown_are_escaped_and_no_others() -> None:
    """RenderCV shows the backslash before a sign that Python-Markdown has no use for."""
    assert escape("*a* _b_ [c](d) `e` snake_case $5 #g C# <h> ~i~ a\\b") == (
        "\\*a\\* \\_b\\_ \\[c\\](d) \\`e\\` snake_case $5 #g C# <h> ~i~ a\\\\b"
    )


def test_rendercv_shows_escaped_signs_as_they_were() -> None:
    parser = pytest.importorskip("rendercv.renderer.templater.markdown_parser")
    shown = parser.markdown_to_typst(escape("[c](d) _b_ $5 C#"))
    assert shown == "\\[c\\](d) \\_b\\_ \\$5 C\\#"


def test_accounts_that_rendercv_refuses_stand_among_the_others() -> None:
    person = people.Person(
        id="jane-doe",
        name="Jane Doe",
        accounts=(
            people.Account("phone", "02 312-3456"),
            people.Account("url", "/jane"),
            people.Account("imdb", "jane", "IMDB"),
        ),
        links=(Link("*Page*", "doc:jane"),),
    )
    found = yaml.safe_load(rendercv(cv_of(person=person)))["cv"]
    assert found["custom_connections"] == [
        {"fontawesome_icon": "phone", "placeholder": "02 312-3456", "url": None},
        {"fontawesome_icon": "link", "placeholder": "Website: /jane", "url": None},
        {"fontawesome_icon": "link", "placeholder": "IMDB: jane", "url": None},
        {"fontawesome_icon": "link", "placeholder": "\\*Page\\*", "url": None},
    ]
    assert not {"phone", "website", "social_networks"} & set(found)


def test_rendercv_accepts_it() -> None:
    pytest.importorskip("rendercv")
    from rendercv.schema.models.rendercv_model import RenderCVModel

    data = yaml.safe_load(rendercv(cv_of(*RECORDS, person=JANE)))
    model = RenderCVModel.model_validate(data)
    types = {found.title: found.entry_type for found in model.cv.rendercv_sections}
    assert types["Experience"] == "ExperienceEntry"
    assert types["Education"] == "EducationEntry"
    assert types["Publications"] == "PublicationEntry"
    assert types["Projects"] == types["Awards"] == types["References"] == "NormalEntry"
    assert types["Skills"] == types["More"] == "OneLineEntry"
    assert types["Hobbies"] == "BulletEntry"
    assert types["Patents"] == "NumberedEntry"
    assert types["Invited"] == "ReversedNumberedEntry"
    assert types["Profile"] == "TextEntry"
