"""CVs put together from records."""

from __future__ import annotations

from dataclasses import replace

from sphinxext.profile.model import person as people
from sphinxext.profile.model.cv import Author
from sphinxext.profile.model.dates import PartialDate
from sphinxext.profile.model.names import PersonName
from sphinxext.profile.model.organization import Organization
from sphinxext.profile.model.project import Project
from sphinxext.profile.model.publication import Contributor, Publication
from sphinxext.profile.model.record import Link, Mention, Topic
from sphinxext.profile.model.richtext import from_plain
from tests.support.cv import JANE, cv_of, event

PAPER = Publication(
    id="doe2020",
    name="A paper",
    type="article-journal",
    authors=(
        Contributor(PersonName(family="Roe", given="Rita")),
        Contributor(PersonName(family="Doe", given="Jane")),
    ),
    issued=PartialDate(2020),
    container_title="Journal",
    volume="9",
    issue="5",
    article_number="874",
    doi="10.1000/x",
    people=("jane-doe",),
)


def names(*records: object, **variant: object) -> list[tuple[str, list[str]]]:
    found = cv_of(*records, **variant)  # type: ignore[arg-type]
    return [(part.name, [entry.name for entry in part.entries]) for part in found.sections]


def test_sections_hold_what_was_stated_newest_first() -> None:
    records = [
        event("work", "Old job", "2001 – 2005"),
        event("work", "New job", "2010 – present"),
        event("award", "Prize", "2011"),
        event("work", "Somebody else's", "2020"),
    ]
    records[3] = replace(records[3], people=())
    assert names(*records) == [("work", ["New job", "Old job"]), ("award", ["Prize"])]


def test_order_titles_and_limits_are_the_variants() -> None:
    records = [event("work", f"Job {n}", str(n)) for n in range(2001, 2006)]
    found = cv_of(
        *records,
        event("award", "Prize", "2011"),
        sections=["award", "work"],
        titles={"work": "Appointments"},
        limits={"work": 2},
    )
    assert [(s.title, [e.name for e in s.entries]) for s in found.sections] == [
        ("Awards", ["Prize"]),
        ("Appointments", ["Job 2005", "Job 2004"]),
    ]


def test_one_kind_may_stand_in_two_sections() -> None:
    book = replace(PAPER, id="book", name="A book", type="book", doi="")
    found = cv_of(
        book,
        PAPER,
        sections=[
            {"section": "publications", "title": "Books", "type": ["book"]},
            {"section": "publications", "title": "Papers", "type": ["article-journal"]},
        ],
    )
    assert [(s.title, [e.name for e in s.entries]) for s in found.sections] == [
        ("Books", ["A book"]),
        ("Papers", ["A paper"]),
    ]


def test_headings_of_records_make_sections_of_their_own() -> None:
    records = (
        event("work", "Post", "2020"),
        event("work", "Summer job", "2010", section="Internships"),
    )
    found = cv_of(*records)
    assert [(s.title, len(s.entries)) for s in found.sections] == [
        ("Experience", 1),
        ("Internships", 1),
    ]


def test_organizations_stand_in_words() -> None:
    lab = Organization(id="uni", name="Example University")
    found = cv_of(lab, event("work", "Post", "2020", "Department of Examples, uni"))
    assert found.entries("work")[0].organization == "Department of Examples, Example University"


def test_publication_knows_its_owner_and_its_source() -> None:
    (entry,) = cv_of(PAPER).entries("publications")
    assert entry.authors == (Author("Rita Roe"), Author("Jane Doe", own=True))
    assert "".join(span.text for span in entry.source) == "Journal 9(5), article 874"
    assert entry.url == "https://doi.org/10.1000/x"


def test_project_says_the_owners_role() -> None:
    project = Project(
        id="p",
        name="Project",
        people=(Mention("rita-roe", "Advisor"), Mention("jane-doe", "Lead")),
        partners=("Partner Inc.",),
        links=(Link("Code", "https://example.org/code", "code"),),
    )
    (entry,) = cv_of(project).entries("projects")
    assert entry.role == "Lead"
    assert entry.facts == (("Partners", "Partner Inc."),)
    assert [link.label for link in entry.links] == ["Code"]


def test_what_the_person_states_makes_sections() -> None:
    jane = replace(
        JANE,
        names=(("ko", "제인"),),
        body=from_plain("Who she is."),
        skills=(Topic("Python", "expert", ("Sphinx",)),),
        languages=(people.Language("English", "native"),),
        testimonials=(people.Testimonial("Rita Roe", from_plain("Good.")),),
        free_sections=(people.FreeSection("Hobbies", "bullets", (("", from_plain("Chess")),)),),
    )
    found = cv_of(person=jane)
    assert [(s.name, s.title) for s in found.sections] == [
        ("profile", "Profile"),
        ("skills", "Skills"),
        ("languages", "Languages"),
        ("further", "Hobbies"),
        ("references", "References"),
    ]


def test_headings_are_in_the_language_of_the_cv() -> None:
    found = cv_of(event("work", "Post", "2020"), language="ko")
    assert found.sections[0].title == "경력"
