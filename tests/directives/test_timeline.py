"""Timelines: both forms, their order, what stands around them, and nothing lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support import Lab

PAGE = """\
# Page

:::::{timeline} The *whole* career
:kind: work
:durations:

Words before.

2010 – 2012
: **Intern**, Vision Lab, The Company
: Odd jobs
: **Prize** at a fair

  It was *fun*.

::::{entry} Engineer of $x$
:organization: The Company
:start: 2020
:url: https://example.org/job
:location: Seoul
:degree: None
:courses: One, Two

Body of the entry.
::::

2015 – 2020
: **Junior**, The Company

sometime in the nineties
: **School**

Words behind.
:::::
"""


def test_everything_is_there_and_in_order(lab: Callable[..., Lab]) -> None:
    build = lab({"index.md": PAGE}).build()
    [warning] = build.warning_lines
    assert warning.startswith("index.md:30: WARNING: 'sometime in the nineties'")
    text = build.text(selector=".profile-group")
    order = ["The whole career", "Words before.", "Engineer of", "Junior", "Intern", "School"]
    places = [text.index(words) for words in [*order, "Words behind."]]
    assert places == sorted(places)
    for words in ("Odd jobs", "Prize at a fair", "It was fun.", "Seoul", "One, Two", "5 years"):
        assert words in text
    soup = build.soup()
    # Two roles at one company, one behind the other, are one block.
    [block] = soup.select(".profile-roles")
    assert [t.get_text() for t in block.select(".profile-entry-title")] == [
        "Engineer of $x$",
        "Junior",
    ]
    assert soup.select_one(".profile-entry-title a[href='https://example.org/job']")


@pytest.mark.parametrize(("order", "titles"), [("asc", "ABC"), ("desc", "CBA"), ("source", "BCA")])
def test_order(lab: Callable[..., Lab], order: str, titles: str) -> None:
    page = (
        f"# P\n\n:::{{timeline}}\n:order: {order}\n\n2011\n: B\n\n2012 –\n: C\n\n2010\n: A\n:::\n"
    )
    soup = lab({"index.md": page}).build().assert_clean().soup()
    assert [t.get_text() for t in soup.select(".profile-entry-title")] == list(titles)
    assert not soup.select(".profile-group")


def test_classifiers_of_rest_are_the_place(lab: Callable[..., Lab]) -> None:
    page = "P\n=\n\n.. timeline::\n\n   2011 : Seoul\n      **Engineer**\n"
    text = lab({"index.rst": page}).build().assert_clean().text(selector=".profile-entry")
    assert text.split() == ["2011", "Engineer", "Seoul"]


def test_an_entry_elsewhere_stands_alone(lab: Callable[..., Lab]) -> None:
    page = """\
        # P

        ::::{entry} Alone
        :date: 2011
        ::::

        ::::::{timeline} T
        :::::{note}
        ::::{entry} In a note
        :date: 2012
        ::::
        :::::

        2013
        : Third
        ::::::
        """
    build = lab({"index.md": page}).build()
    assert [line.rpartition("[")[2] for line in build.warning_lines] == ["profile.structure]"] * 2
    assert build.soup().select_one(".note .profile-entry")
    build.assert_holds("Alone", "In a note", "Third")


def test_ids_are_unique(lab: Callable[..., Lab]) -> None:
    page = (
        "# Project robots\n\n:::{project-card} Robots\n:::\n\n"
        ":::{timeline}\n2011\n: A\n\n2011\n: A\n:::\n\n:::{timeline}\n2011\n: A\n:::\n"
    )
    soup = lab({"index.md": page}).build().assert_clean().soup()
    ids = [tag["id"] for tag in soup.find_all(id=True)]
    assert len(ids) == len(set(ids))
    assert {"project-robots", "project-robots-2"} <= set(ids)


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        (":start: 2020\n:status: completed", "2020"),
        (":start: 2020\n:status: planned", "2020"),
        (":start: 2020\n:status: active", "2020 – present"),
        (":start: 2020\n:end:\n:status: completed", "2020 – present"),
        (":start: 2020", "2020 – present"),
    ],
)
def test_what_is_over_is_not_present(lab: Callable[..., Lab], options: str, shown: str) -> None:
    page = f"# P\n\n:::{{project-card}} Robots\n{options}\n:::\n"
    text = lab({"index.md": page}).build().assert_clean().text(selector=".profile-meta")
    assert text.rpartition("· ")[2] == shown
