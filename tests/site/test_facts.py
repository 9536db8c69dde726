"""Every fact that the lab has told of itself is on its site."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support import Build, squash

FACTS: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[1] / "data" / "seed_facts.yml").read_text("utf-8")
)
ENTRIES = [*FACTS["education"], *FACTS["career"]]
PERSON = "people/taehoon-kim"


def missing(text: str, words: list[str]) -> list[str]:
    """List the words that aren't in a text; case, punctuation and white space don't count."""
    have = squash(text)
    return [word for word in words if squash(word) not in have]


def named(facts: list[dict[str, Any]]) -> Any:
    return pytest.mark.parametrize("fact", facts, ids=[fact["fact"] for fact in facts])


def test_the_list_is_whole() -> None:
    dates = [date for entry in ENTRIES for date in (entry["start"], entry["end"])]
    assert len(dates) == 12
    organizations = [name for entry in ENTRIES for name in entry["organizations"]]
    assert len(organizations) == 9
    assert len(set(organizations)) == 7
    assert [len(project["points"]) for project in FACTS["projects"]] == [4, 3, 3]
    assert len(FACTS["interests"]) == 3


@named(FACTS["lab"])
def test_lab(site: Build, fact: dict[str, Any]) -> None:
    text = site.text("index", ".bd-article")
    assert missing(text, fact["words"]) == []


def test_head(site: Build) -> None:
    head = site.soup("index").head
    assert head
    assert head.title
    assert missing(head.title.get_text(), FACTS["head"]["title"]) == []
    description = head.select_one("meta[name=description]")
    assert description
    assert missing(str(description["content"]), FACTS["head"]["description"]) == []


@named([*FACTS["person"], *FACTS["interests"]])
def test_person(site: Build, fact: dict[str, Any]) -> None:
    assert missing(site.text(PERSON, ".bd-article"), fact["words"]) == []


@named(ENTRIES)
def test_entry(site: Build, fact: dict[str, Any]) -> None:
    """Dates, position and organization of an entry stand together."""
    words = [*fact["words"], *fact["organizations"]]
    items = [
        item
        for item in site.soup(PERSON).select(".bd-article ol > li")
        if not missing(item.get_text(" "), words)
    ]
    assert items, f"{words} stand in no entry"
    times = {time["datetime"] for item in items for time in item.select("time[datetime]")}
    text = " ".join(item.get_text(" ") for item in items)
    for date in (fact["start"], fact["end"]):
        assert date in times or not missing(text, [date])
    assert missing(text, fact["shown"]) == []


@named(FACTS["projects"])
def test_project(site: Build, fact: dict[str, Any]) -> None:
    page = site.soup(fact["page"])
    assert page.h1
    assert missing(page.h1.get_text(), [fact["title"]]) == []
    text = site.text(fact["page"], ".bd-article")
    assert [missing(text, words) for words in fact["points"]] == [[] for _ in fact["points"]]


def test_projects_and_people_link_to_each_other(site: Build) -> None:
    for fact in FACTS["projects"]:
        to_project = [str(a["href"]) for a in site.soup(PERSON).select(".bd-article a[href]")]
        assert any(f"{fact['page']}.html" in href for href in to_project)
        to_person = [str(a["href"]) for a in site.soup(fact["page"]).select(".bd-article a[href]")]
        assert any(f"{PERSON}.html" in href for href in to_person)
