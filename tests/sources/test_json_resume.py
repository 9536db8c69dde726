"""A resume.json becomes records, and comes out again as it went in."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinxext.profile.exporters.json_resume import json_resume
from sphinxext.profile.exporters.rendercv import rendercv
from sphinxext.profile.model.event import Event
from sphinxext.profile.model.person import Account, Person
from sphinxext.profile.model.project import Project
from sphinxext.profile.model.publication import Publication
from tests.support import Lab, squash
from tests.support.resumes import DATA, faults, read_text, whole_cv

FOLDER = DATA / "json_resume"
SCHEMA = json.loads((FOLDER / "schema.json").read_text("utf-8"))
EVERY = (FOLDER / "every_field.json").read_text("utf-8")
SAMPLE = (FOLDER / "sample.resume.json").read_text("utf-8")


def fields(schema: dict[str, Any], path: str = "") -> Iterator[str]:
    for name, inner in schema.get("properties", {}).items():
        yield f"{path}/{name}"
        yield from fields(inner, f"{path}/{name}")
        yield from fields(inner.get("items", {}), f"{path}/{name}")


def stated(value: Any, path: str = "") -> Iterator[str]:
    for name, inner in value.items() if isinstance(value, dict) else ():
        yield f"{path}/{name}"
        for item in inner if isinstance(inner, list) else [inner]:
            yield from stated(item, f"{path}/{name}")


def filled(value: Any) -> Any:
    """Leave out what is empty."""
    if isinstance(value, dict):
        found = {key: filled(inner) for key, inner in value.items()}
        return {key: inner for key, inner in found.items() if inner not in ("", [], {}, None)}
    return [filled(item) for item in value] if isinstance(value, list) else value


def read(**parts: Any) -> tuple[list[Any], list[tuple[str, int, str]]]:
    found = read_text(json.dumps({"basics": {"name": "Ada"}, **parts}))
    return [item.record for item in found.records], faults(found)


def test_the_file_has_every_field_of_the_schema() -> None:
    assert len(set(fields(SCHEMA))) > 70
    assert set(fields(SCHEMA)) <= set(stated(json.loads(EVERY)))


@pytest.mark.parametrize(("text", "line"), [(EVERY, 122), (SAMPLE, 137)], ids=["every", "sample"])
def test_nothing_is_lost_but_what_is_told(text: str, line: int) -> None:
    found = read_text(text)
    assert faults(found) == [
        ("loss", line, "meta: there is no place for 'canonical'; it is left out"),
        ("loss", line + 2, "meta: there is no place for 'lastModified'; it is left out"),
    ]
    written = json.loads(json_resume(whole_cv(found)))
    jsonschema.validate(written, SCHEMA, format_checker=jsonschema.FormatChecker())
    wanted = filled(json.loads(text))
    del wanted["meta"]["canonical"], wanted["meta"]["lastModified"]
    assert written == wanted


def test_through_rendercv_and_back() -> None:
    """What both formats have comes through both."""
    through = read_text(rendercv(whole_cv(read_text(EVERY))), "cv.yaml")
    assert not through.problems
    written, wanted = json.loads(json_resume(whole_cv(through))), json.loads(EVERY)
    for part in ("email", "phone", "url", "image"):
        assert written["basics"][part] == wanted["basics"][part]
    for section in ("work", "education", "languages", "references"):
        for entry, meant in zip(written[section], wanted[section], strict=True):
            for name in ("name", "institution", "position", "summary", "startDate", "language"):
                assert entry.get(name) == meant.get(name)


def test_the_page_shows_every_word(lab: Callable[..., Lab]) -> None:
    made = lab(
        {"index.md": "# CV\n\n:::{cv}\n:person: noa-example\n:::\n", "resume.json": EVERY},
        profile_data=["resume.json"],
        suppress_warnings=["profile.loss"],
    )
    build = made.build().assert_clean()
    shown = squash(build.text())
    for path, words in _words(json.loads(EVERY)):
        if not path.startswith(("/$schema", "/meta")) and "Date" not in path:
            for part in words.split("\n\n"):
                assert squash(part.removeprefix("https://www.")) in shown, path


def _words(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        url = value.removeprefix("https://") if path.startswith("/basics") else value
        # An address is shown where paper needs it; elsewhere the title leads there.
        hidden = path.endswith(("/url", "/date", "/type", "/network", "/image"))
        yield from () if hidden else ((path, url),)
    for name, inner in value.items() if isinstance(value, dict) else ():
        yield from _words(inner, f"{path}/{name}")
    for inner in value if isinstance(value, list) else ():
        yield from _words(inner, path)


def test_names_that_drafts_had() -> None:
    (person, job, study, paper, project), told = read(
        basics={"name": "Ada", "website": "https://a.example", "picture": "https://a.example/a.png"},
        work={"company": "Co", "title": "Boss", "website": "https://c.example", "start_date": 2020},
        education=[{"institution": "Uni", "area": "Maths", "gpa": 4.0, "startDate": "2010"}],
        publications=[{"title": "Paper", "website": "https://p.example"}],
        projects=[{"title": "Thing", "role": "Lead", "startDate": "2020", "endDate": "Present"}],
        languages=[{"name": "Korean", "level": "native"}, "Welsh"],
        skills=["Knots"],
    )  # fmt: skip
    assert told == []
    assert isinstance(person, Person)
    assert isinstance(job, Event)
    assert person.account("url") == "https://a.example"
    assert [link.url for link in person.links] == ["https://a.example/a.png"]
    assert [(x.language, x.fluency) for x in person.languages] == [
        ("Korean", "native"),
        ("Welsh", ""),
    ]
    assert [topic.name for topic in person.skills] == ["Knots"]
    assert (job.organization, job.name, job.url) == ("Co", "Boss", "https://c.example")
    assert job.when
    assert job.when.running
    assert study.score == "4.0"
    assert isinstance(paper, Publication)
    assert (paper.name, paper.url) == ("Paper", "https://p.example")
    assert isinstance(project, Project)
    assert [mention.role for mention in project.people] == ["Lead"]


def test_a_resume_in_yaml() -> None:
    found = read_text("basics: {name: Ada}\nwork:\n- {name: Co, startDate: 2020}", "cv.yml")
    assert [item.record.id for item in found.records] == ["ada", "ada-2020-co"]
    assert (found.records[1].line, found.records[1].column) == (3, 3)


FAULTS = [
    ({"work": [{"name": "A", "boss": "B"}]}, "loss", "work: there is no place for 'boss'"),
    ({"hobbies": [{"name": "A"}]}, "loss", "resume: there is no place for 'hobbies'"),
    ({"work": [{"name": ["A"]}]}, "loss", "work: 'name' is a list and not a single value"),
    ({"work": [["A"]]}, "loss", "work: a list can't stand in this list"),
    ({"skills": [{"name": "A", "keywords": [{"b": "c"}]}]}, "loss", "a table can't stand in 'keyw"),
    ({"work": [{"name": "A", "company": "B"}]}, "loss", "there is no place for 'company'"),
    ({"work": [{"name": "A", "url": "javascript:a"}]}, "url", "work: url: "),
    ({"work": [{"name": "A", "startDate": "soon"}]}, "date", "work: startDate: 'soon'"),
    ({"publications": [{"name": "A", "releaseDate": "soon"}]}, "date", "publications: releaseDate"),
    ({"publications": [{"name": "A", "doi": "x"}]}, "identifier", "publications: "),
    ({"basics": {"name": "A", "email": "nobody"}}, "identifier", "basics: email: "),
    ({"basics": {"name": "A", "image": "//a b"}}, "url", "basics: image: "),
    ({"basics": {"name": "A", "names": "B"}}, "loss", "basics: 'names' is a single value"),
    ({"basics": {"name": "A", "profiles": [{"network": "X"}]}}, "missing", "neither 'username'"),
    ({"basics": {"label": "A"}}, "missing", "basics: 'name' is missing; 'resume' is shown"),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "problem", "message"), FAULTS)
def test_one_fault_is_told_and_costs_one_value(
    parts: dict[str, Any], problem: str, message: str
) -> None:
    records, told = read(**parts)
    assert [(kind, line) for kind, line, _ in told] == [(problem, 1)]
    assert message in told[0][2]
    assert isinstance(records[0], Person)


def test_words_that_are_none_of_their_kind_are_kept() -> None:
    (person, job), _ = read(
        basics={
            "name": "Ada",
            "email": "nobody",
            "profiles": [{"network": "GitHub", "username": "a b"}],
        },
        work=[{"name": "Co", "startDate": "long ago", "endDate": "later"}],
    )
    assert [link.label for link in person.links] == ["email: nobody"]
    assert person.accounts == (Account("", "a b", "GitHub", ""),)
    assert job.when_text == "long ago – later"


def test_a_profile_is_known_by_its_address() -> None:
    (person,), told = read(
        basics={"name": "Ada", "profiles": [{"network": "github", "url": "https://github.com/ada"}]}
    )
    assert told == []
    assert person.accounts == (Account("github", "ada"),)


def test_several_roles_with_commas() -> None:
    (_, project), _ = read(projects=[{"name": "A", "roles": ["Lead, maps", "Editor"]}])
    assert project.people[0].role == "Lead, maps; Editor"


def test_further_properties_are_read_back() -> None:
    parts = {
        "basics": {
            "name": "Ada",
            "names": {"ko": "에이다"},
            "affiliation": ["Uni"],
            "email": "a@example.org",
            "profiles": [{"network": "Email", "username": "b@example.org"}],
        },
        "education": [{"institution": "Uni", "area": "A", "title": "Own", "section": "Studies"}],
        "awards": [{"title": "Prize", "amount": "1 million"}],
        "publications": [
            {
                "name": "Paper",
                "url": "https://doi.org/10.1000/x",
                "authors": ["Ada", "DeepMind Team, The", "R. Roe"],
                "doi": "10.1000/x",
            }
        ],
        "projects": [
            {
                "name": "Thing",
                "funder": ["Fund"],
                "grant": "G-1",
                "links": [{"label": "Code", "url": "https://c.example"}],
            },
            {"name": "Club", "entity": "Society", "type": "membership"},
        ],
        "sections": [
            {"title": "Hobbies", "style": "facts", "items": [{"label": "Chess", "text": "White"}]}
        ],
    }  # fmt: skip
    found = read_text(json.dumps(parts))
    assert faults(found) == []
    written = json.loads(json_resume(whole_cv(found)))
    for name, value in parts.items():
        assert written[name] == value


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "url", "startDate", "keywords", "x"]), inner)
    ),
    max_leaves=8,
)


@settings(max_examples=40)
@given(st.dictionaries(st.sampled_from([*SCHEMA["properties"], "sections"]), ANY, max_size=4))
def test_whatever_a_file_holds_is_read_or_told(parts: dict[str, Any]) -> None:
    found = read_text(json.dumps({"basics": {"name": "Ada"}, **parts}))
    written = json.loads(json_resume(whole_cv(found)))
    jsonschema.validate(written, SCHEMA, format_checker=jsonschema.FormatChecker())
