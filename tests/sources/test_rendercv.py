"""A RenderCV file becomes records, and comes out again as it went in."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinxext.profile.exporters.json_resume import json_resume
from sphinxext.profile.exporters.rendercv import rendercv
from sphinxext.profile.model.event import Event
from sphinxext.profile.model.person import Person
from tests.support import Lab, squash
from tests.support.resumes import DATA, faults, read_text, whole_cv

EVERY = (DATA / "rendercv" / "every_type.yaml").read_text("utf-8")


def sections(text: str) -> dict[str, Any]:
    """Return the sections by the titles that RenderCV gives them."""
    found = _words(yaml.safe_load(text))["cv"]["sections"]
    titles = {"academic_positions": "Academic Positions", "selected_papers": "Selected Papers"}
    titles["invited_talks"] = "Invited Talks"
    return {titles.get(key, key[0].upper() + key[1:]): found[key] for key in found}


def _words(value: Any) -> Any:
    """Write dates and numbers as words; leave out what is empty."""
    if isinstance(value, dict):
        found = {key: _words(inner) for key, inner in value.items()}
        return {key: inner for key, inner in found.items() if inner not in ("None", "", [])}
    return [_words(item) for item in value] if isinstance(value, list) else str(value)


def read(**parts: Any) -> tuple[list[Any], list[tuple[str, int, str]]]:
    words = yaml.safe_dump({"cv": {"name": "Ada", **parts}}, sort_keys=False, width=1000)
    found = read_text(words, "ada.yaml")
    return [item.record for item in found.records], faults(found)


def test_nothing_is_lost_but_what_is_told() -> None:
    found = read_text(EVERY, "cv.yaml")
    line = EVERY.splitlines().index("design:") + 1
    assert faults(found) == [
        ("loss", line, "RenderCV: there is no place for 'design'; it is left out")
    ]
    text = rendercv(whole_cv(found))
    assert sections(text) == sections(EVERY)
    written, wanted = (_words(yaml.safe_load(words))["cv"] for words in (text, EVERY))
    assert {**written, "sections": {}} == {**wanted, "sections": {}}


def test_rendercv_reads_what_is_written() -> None:
    model = pytest.importorskip("rendercv.schema.models.rendercv_model").RenderCVModel
    found = [
        model.model_validate(yaml.load(text, yaml.BaseLoader)).cv.rendercv_sections
        for text in (EVERY, rendercv(whole_cv(read_text(EVERY, "cv.yaml"))))
    ]
    types = [{section.title.casefold(): section.entry_type for section in each} for each in found]
    assert len(set(types[0].values())) == 9
    assert types[0] == types[1]


@pytest.mark.parametrize("name", ["sample.resume.json", "every_field.json"])
def test_rendercv_reads_what_is_written_of_a_resume(name: str) -> None:
    model = pytest.importorskip("rendercv.schema.models.rendercv_model").RenderCVModel
    found = whole_cv(read_text((DATA / "json_resume" / name).read_text("utf-8")))
    assert model.model_validate(yaml.safe_load(rendercv(found))).cv.name


def test_rendercvs_own_sample() -> None:
    pytest.importorskip("rendercv")
    text = resources.files("rendercv.schema").joinpath("sample_content.yaml").read_text("utf-8")
    found = read_text(text, "cv.yaml")
    assert {problem for problem, _, _ in faults(found)} <= {"loss"}
    wanted = sections(text)
    for entry in wanted["Publications"]:
        # Whose CV it is, is bold when it is written.
        entry["authors"] = [
            f"**{name.strip('*')}**" if "*" in name else name for name in entry["authors"]
        ]
    got, wanted = (
        {title.casefold().replace("_", " "): part for title, part in found.items()}
        for found in (sections(rendercv(whole_cv(found))), wanted)
    )
    assert got == wanted


def test_the_page_shows_every_word(lab: Callable[..., Lab]) -> None:
    made = lab(
        {"index.md": "# CV\n\n:::{cv}\n:person: noa-example\n:::\n", "cv.yaml": EVERY},
        profile_data=["cv.yaml"],
        suppress_warnings=["profile.loss"],
    )
    build = made.build().assert_clean()
    shown = squash(build.text())
    for section, entries in sections(EVERY).items():
        assert squash(section) in shown
        for entry in entries:
            words = list(entry.values()) if isinstance(entry, dict) else [entry]
            for text in words:
                for part in text if isinstance(text, list) else [text]:
                    assert _plain(part) in shown or part[:4].isdecimal() or _leads(part), part


def _leads(text: str) -> bool:
    """Tell whether words stand on no page: a title leads there."""
    return text.startswith(("https://", "10.1000/"))


def _plain(text: str) -> str:
    found = read_text(yaml.safe_dump({"cv": {"name": "A", "sections": {"B": [text]}}}), "a.yaml")
    person = found.records[0].record
    assert isinstance(person, Person)
    words = person.free_sections[0].items[0][1][0].text
    return squash(words.removeprefix("https://").removesuffix(" (expert)"))


def test_a_resume_of_it() -> None:
    written = json_resume(whole_cv(read_text(EVERY, "cv.yaml")))
    for words in ("Cartographer", "Found a <strait> near C#", "A way to fold maps", "1 Jan"):
        assert (words in written) == (words != "1 Jan")


def test_sections_are_known_by_the_headings_that_are_written() -> None:
    (person,), told = read(sections={"Research interests": ["maps", "walks"]})
    assert told == []
    assert [topic.name for topic in person.interests] == ["maps", "walks"]


def test_a_marked_author_is_the_person() -> None:
    papers = [{"title": "A", "authors": ["*A. Lovelace*", "B. Other"], "date": "2020"}]
    (person, paper), told = read(sections={"Papers": papers})
    assert told == []
    assert person.aliases == ("A. Lovelace",)
    assert paper.people == ("ada",)


def test_entries_find_their_kind_by_the_title() -> None:
    post = {"company": "Co", "position": "P"}
    parts: dict[str, Any] = {
        "experience": [post],
        "Teaching": [post],
        "Honors": [{"name": "Prize"}],
        "Camps": [{"name": "Camp"}],
    }
    (_, *events), told = read(sections=parts)
    assert told == []
    assert [(event.kind, event.section) for event in events] == [
        ("work", ""),
        ("teaching", ""),
        ("award", "Honors"),
        ("milestone", "Camps"),
    ]


def test_dates_as_rendercv_takes_them() -> None:
    dates: list[dict[str, Any]] = [
        {"date": "2020", "start_date": "2001"},
        {"end_date": "2021-05"},
        {"start_date": "2022"},
        {"date": "once upon a time"},
    ]
    (_, *events), told = read(sections={"Events": [{"name": "E", **when} for when in dates]})
    assert told == []
    assert all(isinstance(event, Event) for event in events)
    assert [e.when.isoformat() if e.when else e.when_text for e in events] == [
        "2020",
        "2021-05",
        "2022/..",
        "once upon a time",
    ]


FAULTS = [
    ({"sections": {"A": [{"name": "B", "colour": "red"}]}}, "loss", "A: there is no place for 'co"),
    ({"sections": {"A": [{"colour": "red"}]}}, "loss", "A: this is none of RenderCV's entries"),
    ({"sections": {"A": "B"}}, "loss", "sections: 'A' is a single value and not a list"),
    ({"sections": {"A": [["B"]]}}, "loss", "A: a list can't stand in a section"),
    ({"sections": ["A"]}, "loss", "cv: 'sections' is a list and not a table"),
    ({"sections": {"A": [{"name": "**B**"}]}}, "loss", "A: the marks in 'name' are left out"),
    ({"sections": {"A": ["[b](javascript:c)"]}}, "url", "is not an address"),
    ({"sections": {"A": [{"name": "B", "start_date": "soon"}]}}, "date", "A: start_date: 'soon'"),
    ({"colour": "red"}, "loss", "cv: there is no place for 'colour'"),
    ({"social_networks": [{"network": "X"}]}, "missing", "social_networks: 'X' has no 'username'"),
    ({"name": None}, "missing", "cv: 'name' is missing; 'ada' is shown"),
]


@pytest.mark.parametrize(("parts", "problem", "message"), FAULTS)
def test_one_fault_is_told_and_costs_one_value(
    parts: dict[str, Any], problem: str, message: str
) -> None:
    records, told = read(**parts)
    assert [kind for kind, _, _ in told] == [problem]
    assert message in told[0][2]
    assert isinstance(records[0], Person)


def test_topics_that_would_not_come_out_again_are_facts() -> None:
    lines = [{"label": "Python", "details": "**much**, some"}]
    (person,), told = read(sections={"Skills": lines, "Interests": ["maps", "*walks*"]})
    assert told == []
    assert person.skills == ()
    assert [section.title for section in person.free_sections] == ["Skills", "Interests"]


ANY = st.recursive(
    st.none() | st.integers() | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["name", "title", "company", "bullet", "label", "authors", "x"]), inner
        )
    ),
    max_leaves=8,
)
KEYS = ["headline", "email", "social_networks", "custom_connections", "photo", "sections", "x"]


@settings(max_examples=40)
@given(st.dictionaries(st.sampled_from(KEYS), ANY, max_size=3), ANY)
def test_whatever_a_file_holds_is_read_or_told(parts: dict[str, Any], section: Any) -> None:
    words = yaml.safe_dump({"cv": {"sections": {"Skills": section, "A": [section]}, **parts}})
    assert rendercv(whole_cv(read_text(words, "ada.yaml")))
