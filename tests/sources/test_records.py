"""Data files become records; each fault names line and column and costs one value."""

from __future__ import annotations

import json
import tomllib
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.profile.model.dates import DateRange, PartialDate
from sphinxext.profile.model.event import Event
from sphinxext.profile.model.news import News
from sphinxext.profile.model.organization import Organization
from sphinxext.profile.model.person import Account, Language, Person, Place
from sphinxext.profile.model.project import Project
from sphinxext.profile.model.record import Image, Link, Mention, Topic
from sphinxext.profile.model.richtext import Block, Span
from sphinxext.profile.sources.records import read

FULL = """\
# yaml-language-server: $schema=records.schema.json
x-uni: &uni Example University, Nowhere
people:
  - name: Ada Example
    id: ada
    names: {ko: 에이다}
    role: PhD student
    group: phd
    affiliation: [*uni, "Lab; of many, words"]
    member-of: lab
    interests: [speech, {name: vision, level: expert, keywords: [a, b]}]
    languages: English (fluent), Korean
    image: ada.jpg
    alt: Ada at a board
    links: [{url: "https://example.org", label: Home}, "Blog <https://example.com>"]
    aliases: A. Example
    start: 2020-03
    advisors: [bo]
    city: Nowhere
    github: ada
    email: mailto:ada@example.org
    body: |
      Likes *speech*.
    events:
      - {title: B.S., kind: education, start: 2014, end: 2018, organization: *uni}
organizations:
  lab: {name: A Lab, type: lab, short: AL, name.ko: 연구실}
projects:
  - title: Talking
    people: [ada (Lead), {id: bo, role: Advisor}, cy]
    role: Member
    status: active
    start: 2021
    end: present
    code: https://example.org/code
events:
  - {title: A talk, kind: talk, person: "ada, bo", date: 2022-05-01}
  - {title: A talk, kind: talk, person: "ada, bo", date: 2022-05-01}
news:
  - {title: Hello, date: 2024-02-03, people: [ada], draft: no}
"""


def records(text: str, name: str = "lab.yml") -> list[Any]:
    found = read(name, text.encode())
    assert not found.problems, found.problems
    return [item.record for item in found.records]


def faults(text: str, name: str = "lab.yml") -> list[tuple[str, int, int, str]]:
    return [(i.problem, i.line, i.column, i.message) for i in read(name, text.encode()).problems]


def test_every_type_of_record() -> None:
    uni = "Example University, Nowhere"
    assert records(FULL) == [
        Person(
            id="ada",
            name="Ada Example",
            names=(("ko", "에이다"),),
            role="PhD student",
            group=("phd",),
            affiliation=(uni, "Lab; of many, words"),
            member_of=("lab",),
            interests=(Topic("speech"), Topic("vision", "expert", ("a", "b"))),
            languages=(Language("English", "fluent"), Language("Korean")),
            image=Image("ada.jpg", "Ada at a board"),
            links=(Link("Home", "https://example.org"), Link("Blog", "https://example.com")),
            aliases=("A. Example",),
            when=DateRange(PartialDate(2020, 3), None, running=True),
            advisors=("bo",),
            place=Place(city="Nowhere"),
            accounts=(Account("github", "ada"), Account("email", "ada@example.org")),
            body=(Block("paragraph", (Span("Likes "), Span("speech", ("emphasis",)), Span("."))),),
        ),
        Event(
            id="ada-2014-b-s",
            name="B.S.",
            kind="education",
            when=DateRange(PartialDate(2014), PartialDate(2018)),
            organization=uni,
            people=("ada",),
        ),
        Organization(id="lab", name="A Lab", type="lab", short="AL", names=(("ko", "연구실"),)),
        Project(
            id="talking",
            name="Talking",
            people=(Mention("ada", "Lead"), Mention("bo", "Advisor"), Mention("cy", "Member")),
            status="active",
            when=DateRange(PartialDate(2021), None, running=True),
            links=(Link("Code", "https://example.org/code", "code"),),
        ),
        *(
            Event(
                id=id_,
                name="A talk",
                kind="talk",
                when=DateRange(PartialDate(2022, 5, 1), PartialDate(2022, 5, 1)),
                people=("ada", "bo"),
            )
            for id_ in ("ada-2022-05-01-a-talk", "ada-2022-05-01-a-talk-2")
        ),
        News(id="2024-02-03-hello", name="Hello", date=PartialDate(2024, 2, 3), people=("ada",)),
    ]


def test_yaml_toml_and_json_are_one_schema() -> None:
    toml = """
        [[people]]
        name = "Ada"
        names = {ko = "에이다"}
        interests = ["a", {name = "b", level = "c"}]
        start = 2020-01-02
        [[people.events]]
        title = "B.S."
        date = "2014 – 2018"
        [organizations.lab]
        name = "Lab"
        founded = 1999
        """
    data = tomllib.loads(toml)
    data["people"][0]["start"] = "2020-01-02"
    found = records(toml, "a.toml")
    assert len(found) == 3
    assert records(json.dumps(data), "a.json") == found
    assert records(json.dumps(data, indent="\t"), "a.json") == found
    assert records(yaml.safe_dump(data, allow_unicode=True, sort_keys=False)) == found


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("people.yml", "- {name: Ada, id: ada}"),
        ("people.yaml", "ada: {name: Ada}"),
        ("people.json", '{"ada": {"name": "Ada"}}'),
        ("people.json", '[{"name": "Ada"}]'),
        ("people.toml", "[ada]\nname = 'Ada'"),
        ("other.yml", "people: {ada: {name: Ada}}"),
        ("data/people.yml", "people: [{name: Ada}]\nevents: ~"),
    ],
)
def test_a_file_named_after_its_list_may_hold_it_alone(name: str, text: str) -> None:
    assert records(text, name) == [Person(id="ada", name="Ada")]


@pytest.mark.parametrize("text", ["", "# nothing\n", "people:\n", "people: []\n", "people:\n  -\n"])
def test_nothing_is_nothing(text: str) -> None:
    assert records(text) == []


FAULTS = [
    ("peple: []", "data", 1, 1, "unknown list 'peple'; did you mean 'people'?"),
    ("- {name: A}", "data", 1, 1, "the file holds a list alone"),
    ("just words", "data", 1, 1, "a single value"),
    ("people: words", "data", 1, 9, "must be a list"),
    ("people:\n- words", "data", 2, 3, "each person must be a table"),
    ("people:\n- {role: x}", "missing", 2, 3, "'name' is missing; the record is left out"),
    ("people:\n- {id: a}", "missing", 2, 3, "'name' is missing; 'a' is shown"),
    (
        "people:\n- {name: A, imgae: b}",
        "option",
        2,
        13,
        "unknown field 'imgae'; did you mean 'image'",
    ),
    ("people:\n- {name: A, name: B}", "data", 2, 13, "is there twice"),
    ("people:\n- {name: A, id: a b}", "option", 2, 17, "is not an id"),
    ("people:\n- {name: A, orcid: 0000-0002-1825-0098}", "identifier", 2, 20, "check digit"),
    ("people:\n- {name: A, github: [x]}", "data", 2, 21, "a list can't stand here"),
    ("people:\n- {name: A, tags: [a, [b]]}", "data", 2, 23, "a list can't stand in this list"),
    ("people:\n- {name: A, tags: {b: c}}", "data", 2, 19, "a table can't stand here"),
    (
        "people:\n- {name: A, interests: [{name: y, nme: x}]}",
        "option",
        2,
        35,
        "did you mean 'name'",
    ),
    ("people:\n- {name: A, interests: [{level: x}]}", "missing", 2, 25, "'name' is missing"),
    ("people:\n- {name: A, names: {ko: [a]}}", "data", 2, 25, "names.ko: a list"),
    ("people:\n- {name: A, start: 2020, end: 2019}", "date", 2, 31, "after the end"),
    ("people:\n- {name: A, start: Octember, end: 2019}", "date", 2, 20, "Octember"),
    ("people:\n- {name: A, image: a.png}", "alt", 2, 20, "no alternative text"),
    ("people:\n- {name: A, body: '[x](javascript:y)'}", "url", 2, 19, "is not an address"),
    ("people:\n- {name: A, events: words}", "data", 2, 21, "events must be a list"),
    ("people:\n- {name: A, events: [words]}", "data", 2, 22, "each event must be a table"),
    ("projects:\n- {title: A, status: activ}", "option", 2, 22, "did you mean 'active'"),
    ("projects:\n- {title: A, code: 'javascript:x'}", "url", 2, 20, "is not an address"),
    ("projects:\n- {title: A, links: [a <b> <c>]}", "option", 2, 22, "write each link"),
    ("events:\n- {title: A, kind: tlak}", "option", 2, 20, "did you mean 'talk'"),
    ("news:\n- {title: A, date: x}", "date", 2, 20, "'x'"),
    ("people:\n- {name: A, x: !!set {b}}", "data", 2, 16, "the tag"),
    ("people: [", "data", 2, 1, "this is no YAML"),
]


@pytest.mark.parametrize(("text", "problem", "line", "column", "message"), FAULTS)
def test_one_fault_at_its_place(
    text: str, problem: str, line: int, column: int, message: str
) -> None:
    found = faults(text)
    assert [(found[0][0], *found[0][1:3])] == [(problem, line, column)]
    assert len(found) == 1
    assert message in found[0][3]


def test_a_bad_value_costs_itself_alone() -> None:
    bad = "title: A, status: activ, tags: x, code: 'javascript:y', page: b"
    text = f"projects:\n- {{{bad}}}\n- {{title: B}}"
    found = [item.record for item in read("a.yml", text.encode()).records]
    refused = Link("code: javascript:y", "")
    page = Link("Project page", "b", "page")
    assert found == [
        Project(id="a", name="A", tags=("x",), links=(page, refused)),
        Project(id="b", name="B"),
    ]


def test_a_date_that_cant_be_read_stays_as_typed() -> None:
    found = read("a.yml", b"events: [{title: A, date: some day}]").records[0].record
    assert isinstance(found, Event)
    assert (found.when, found.when_text) == (None, "some day")


def test_other_files() -> None:
    assert "unknown ending" in faults("", "people.csv")[0][3]
    assert "Windows-1252" in read("a.yml", b"people: [{name: \xe9}]").problems[0].message
    assert read("a.yml", b"\xef\xbb\xbfpeople: [{name: A}]").records[0].record.name == "A"


def test_many_records_cost_little() -> None:
    entry = "  - {title: T, kind: talk, start: 2020, person: [a, b], body: Some *words*.}\n"
    found = read("a.yml", ("events:\n" + entry * 5_000).encode())
    assert len(found.records) == len({item.record.id for item in found.records}) == 5_000


@pytest.mark.parametrize("field", ["people", "links", "tags", "languages", "funder", "id", "page"])
@pytest.mark.parametrize("sign", ["a", ",", "(", "<", "< >", "\\n"])
def test_a_megabyte_in_a_field_is_read(field: str, sign: str) -> None:
    owner, title = ("people", "name") if field == "languages" else ("projects", "title")
    text = f'{owner}: [{{{title}: A, {field}: "{sign * (1_000_000 // len(sign))}"}}]'
    assert len(read("a.yml", text.encode()).records) == 1


WILD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.sampled_from(["people", "projects", "events", "news", "organizations"]), st.data())
def test_any_value_of_any_field_is_read_or_told(name: str, data: st.DataObject) -> None:
    from sphinxext.profile.sources.fields import FIELDS, LISTS

    field = data.draw(st.sampled_from(sorted(FIELDS[LISTS[name]])))
    title = "title" if "title" in FIELDS[LISTS[name]] else "name"
    record = {title: "A", field: data.draw(WILD)}
    found = read("a.json", json.dumps({name: [record]}).encode())
    assert found.records or found.problems
    for issue in found.problems:
        assert issue.line == 1
        assert issue.column > 0
