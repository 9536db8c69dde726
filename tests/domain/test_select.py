"""Queries: which records, in which order and groups."""

from __future__ import annotations

import pytest

from sphinxext.profile.domain.query import Query, parse
from sphinxext.profile.domain.relations import Relations
from sphinxext.profile.domain.select import Answers, begin, span
from sphinxext.profile.domain.store import Store, state
from sphinxext.profile.model.dates import DateRange, PartialDate
from sphinxext.profile.model.event import Event
from sphinxext.profile.model.news import News
from sphinxext.profile.model.organization import Organization
from sphinxext.profile.model.person import Person
from sphinxext.profile.model.project import Project
from sphinxext.profile.model.record import Mention, Record

RECORDS: tuple[Record, ...] = (
    Person(id="ada", name="Ada", group=("phd", "intern"), role="Student", member_of=("lab",)),
    Person(
        id="bo", name="Bo", family_name="Zu", group=("faculty",), affiliation=("Unit, Example Lab",)
    ),
    Person(id="cy", name="cy", when=DateRange.parse("2010 – 2012"), tags=("old",)),
    Organization(id="lab", name="Example Lab", short="EL", aliases=("The Lab",)),
    Organization(id="fund", name="Example Fund", parent="lab"),
    Project(
        id="old",
        name="Old",
        status="completed",
        when=DateRange.parse("2010 – 2012"),
        people=(Mention("ada", "Lead"),),
        funder=("Example Fund",),
        tags=("logic", "both"),
    ),
    Project(
        id="new",
        name="New",
        status="active",
        when=DateRange.parse("2020 – "),
        people=(Mention("ada"), Mention("bo")),
        partners=("Example Fund",),
        tags=("engines", "both"),
    ),
    Project(id="undated", name="Undated", status="planned", people=(Mention("nobody"),)),
    Event(
        id="e1",
        name="Post",
        kind="work",
        people=("ada",),
        when=DateRange.parse("2018 – 2019"),
        organization="Example Lab",
    ),
    Event(id="e2", name="Talk", kind="talk", people=("bo",), when=DateRange.parse("2019-05-01")),
    News(id="n1", name="First", date=PartialDate.parse("2019-05")),
    News(id="n2", name="Second", date=PartialDate.parse("2020-01"), projects=("new",)),
    News(id="n3", name="Draft", date=PartialDate.parse("2020-02"), draft=True),
    News(id="n4", name="Later", date=PartialDate.parse("2999")),
)


@pytest.fixture(scope="module")
def answers() -> Answers:
    store = Store.of(state(record, "page", "page.md", at) for at, record in enumerate(RECORDS, 1))
    return Answers(store, Relations(store))


def _ids(answers: Answers, objtype: str, **options: str) -> list[str]:
    query, faults = parse(objtype, {k.replace("_", "-"): v for k, v in options.items()})
    assert not faults
    return [stated.record.id for stated in answers.select(query)]


@pytest.mark.parametrize(
    ("objtype", "options", "ids"),
    [
        ("person", {}, ["ada", "bo", "cy"]),
        ("person", {"group": "phd, faculty"}, ["ada", "bo"]),
        ("person", {"group": "intern"}, ["ada"]),
        ("person", {"sort": "family-name"}, ["ada", "cy", "bo"]),
        ("person", {"sort": "-source"}, ["cy", "bo", "ada"]),
        ("person", {"sort": "group"}, ["bo", "ada", "cy"]),
        ("person", {"sort": "-name"}, ["cy", "bo", "ada"]),
        ("person", {"organization": "lab"}, ["ada", "bo"]),
        ("person", {"project": "new"}, ["ada", "bo"]),
        ("person", {"person": "ada"}, ["ada"]),
        ("person", {"tags": "old"}, ["cy"]),
        ("person", {"keys": "bo, ada"}, ["bo", "ada"]),
        ("person", {"keys": "bo, ada", "sort": "id"}, ["ada", "bo"]),
        ("project", {}, ["new", "old", "undated"]),
        ("project", {"sort": "start"}, ["undated", "old", "new"]),
        ("project", {"sort": "status, name"}, ["new", "undated", "old"]),
        ("project", {"person": "ada"}, ["new", "old"]),
        ("project", {"person": "bo"}, ["new"]),
        ("project", {"person": "ada", "status": "completed"}, ["old"]),
        ("project", {"funder": "fund"}, ["old"]),
        ("project", {"organization": "Example Fund"}, ["new", "old"]),
        ("project", {"tags": "logic, engines", "limit": "1"}, ["new"]),
        ("project", {"since": "2015"}, ["new"]),
        ("project", {"until": "2015"}, ["old"]),
        ("project", {"person": "nobody"}, []),
        ("event", {}, ["e1", "e2"]),
        ("event", {"kind": "work"}, ["e1"]),
        ("event", {"organization": "EL"}, ["e1"]),
        ("news", {}, ["n2", "n1"]),
        ("news", {"project": "new"}, ["n2"]),
        ("organization", {"organization": "lab"}, ["fund", "lab"]),
    ],
)
def test_answers(answers: Answers, objtype: str, options: dict[str, str], ids: list[str]) -> None:
    assert _ids(answers, objtype, **options) == ids


@pytest.mark.parametrize(
    ("objtype", "options", "groups"),
    [
        ("person", {}, [("", ["ada", "bo", "cy"])]),
        (
            "person",
            {"group-by": "group"},
            [("faculty", ["bo"]), ("phd", ["ada"]), ("intern", ["ada"]), ("", ["cy"])],
        ),
        (
            "person",
            {"group-by": "group", "groups": "phd, faculty"},
            [("phd", ["ada"]), ("faculty", ["bo"])],
        ),
        (
            "project",
            {"group-by": "status"},
            [("active", ["new"]), ("planned", ["undated"]), ("completed", ["old"])],
        ),
        (
            "project",
            {"group-by": "tag"},
            [("both", ["new", "old"]), ("engines", ["new"]), ("logic", ["old"]), ("", ["undated"])],
        ),
        (
            "project",
            {"group-by": "person"},
            [("ada", ["new", "old"]), ("bo", ["new"]), ("", ["undated"])],
        ),
        ("project", {"group-by": "funder"}, [("fund", ["old"]), ("", ["new", "undated"])]),
        (
            "project",
            {"group-by": "year"},
            [("2020", ["new"]), ("2010", ["old"]), ("", ["undated"])],
        ),
        ("event", {"group-by": "kind"}, [("work", ["e1"]), ("talk", ["e2"])]),
        ("news", {"group-by": "year"}, [("2020", ["n2"]), ("2019", ["n1"])]),
    ],
)
def test_groups(
    answers: Answers, objtype: str, options: dict[str, str], groups: list[tuple[str, list[str]]]
) -> None:
    query, faults = parse(objtype, options)
    assert not faults
    found = [(g.key, [s.record.id for s in g.items]) for g in answers.groups(query)]
    assert found == groups


def test_a_query_survives_being_written_down() -> None:
    query, _ = parse(
        "project",
        {"person": "ada, bo", "since": "2019", "limit": "3", "selected": "", "sort": "-start"},
    )
    assert Query.loads(query.dumps()) == query
    assert query.since == "2019-01-01"
    assert query.selected


def test_when_a_record_was(answers: Answers) -> None:
    by_id = {record.id: record for record in RECORDS}
    assert span(by_id["n1"]).isoformat() == "2019-05"
    assert span(by_id["lab"]) is None
    assert begin(by_id["old"]).year == 2010
    assert begin(by_id["ada"]) is None


def test_relations_are_seen_from_both_ends(answers: Answers) -> None:
    relations = answers.relations
    assert relations.between(("person", "ada"), ("project", "old"))
    assert relations.between(("project", "old"), ("person", "ada"))
    assert not relations.between(("person", "bo"), ("project", "old"))
    [lead] = [k for k in relations.of(("person", "ada"), "project") if k.role]
    assert (lead.key, lead.role, lead.outgoing) == (("project", "old"), "Lead", False)
    assert [r.text for _, r in relations.dangling] == ["nobody"]


@pytest.mark.parametrize(
    ("words", "department", "found"),
    [
        ("Example Lab", "", "lab"),
        ("el", "", "lab"),
        ("The Lab", "", "lab"),
        ("Vision Unit, Example Lab", "Vision Unit", "lab"),
        ("A, B, lab", "A, B", "lab"),
        ("Elsewhere", "Elsewhere", None),
        ("", "", None),
    ],
)
def test_an_organization_is_found_by_its_words(
    answers: Answers, words: str, department: str, found: str | None
) -> None:
    rest, stated = answers.store.organization(words)
    assert rest == department
    assert (stated.record.id if stated else None) == found


def test_the_first_statement_counts_whatever_the_order_of_reading() -> None:
    one, two = Person(id="x", name="One"), Person(id="x", name="Two")
    stated = [state(one, "b", "b.md", 1), state(two, "a", "a.md", 9), state(one, "", "p.yml", 1)]
    for order in (stated, stated[::-1]):
        store = Store.of(order)
        assert store.get("person", "x").record.name == "Two"
        assert len(store.duplicates) == 2
        assert store.place(store.get("person", "x")) == ("a", "person-x")
