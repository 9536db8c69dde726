"""``timeline-of``: events of one person, of a kind or of the whole lab, stated anywhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support import Build, Lab

STATED = """\
# Life

:::{profile} Ada
:::

:::{timeline} Career
:kind: work
:person: ada

2020 – present
: **Professor**, Example Lab

2015 – 2020
: **Engineer**, Example Lab

2010 – 2012
: **Clerk**, Elsewhere
:::

:::{timeline} Honours
:kind: award
:tags: big

2024-05
: **Prize**
:::
"""
ALL = ["Professor", "Prize", "Engineer", "Clerk"]


def built(lab: Callable[..., Lab], options: str, builder: str = "html") -> Build:
    listing = f"# T\n\n:::{{timeline-of}}\n{options}\n:::\n\n```{{toctree}}\nlife\n```\n"
    return lab({"index.md": listing.encode(), "life.md": STATED}).build(builder)


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ("", ALL),
        (":person: ada", ["Professor", "Engineer", "Clerk"]),
        (":kind: award", ["Prize"]),
        (":kind: award, work\n:limit: 2", ["Professor", "Prize"]),
        (":tags: big", ["Prize"]),
        (":until: 2011", ["Clerk"]),
        (":sort: start", ["Clerk", "Engineer", "Professor", "Prize"]),
    ],
)
def test_which(lab: Callable[..., Lab], options: str, found: list[str]) -> None:
    soup = built(lab, options).assert_clean().soup()
    titles = [title.get_text() for title in soup.select(".profile-entry-title")]
    assert titles == found
    links = {a["href"].partition("#")[0] for a in soup.select(".profile-entry-title a")}
    assert links == {"life.html"}


def test_posts_at_one_place_are_one_block(lab: Callable[..., Lab]) -> None:
    soup = built(lab, ":kind: work\n:durations:").assert_clean().soup()
    [employer] = soup.select(".profile-employer")
    assert employer.get_text() == "Example Lab"
    assert len(soup.select(".profile-roles > li")) == 2
    assert "(2 years)" in soup.select(".profile-timeline > li")[-1].get_text()


def test_groups_by_kind(lab: Callable[..., Lab]) -> None:
    soup = built(lab, ":group-by: kind").assert_clean().soup()
    headings = [h.get_text() for h in soup.select(".profile-group > .profile-title")]
    assert headings == ["Experience", "Awards"]


@pytest.mark.parametrize("builder", ["text", "man", "latex"])
def test_plain_formats(lab: Callable[..., Lab], builder: str) -> None:
    built(lab, ":kind: award", builder).assert_clean().assert_holds("May 2024", "Prize")


def test_none_warns_the_author_and_shows_nothing(lab: Callable[..., Lab]) -> None:
    build = built(lab, ":kind: talk")
    assert build.warning_lines == [
        "index.md:3: WARNING: no event matches the query (kind=talk); nothing is shown "
        "[profile.empty]"
    ]
    assert not build.soup().select(".profile-listing")
