"""``project-card``: alone, in a grid, with a page of its own."""

from __future__ import annotations

from collections.abc import Callable

from tests.support import Lab

CARD = """\
:::{{project-card}} Engines
:id: engines
:people: ada (Lead), bo
:role: Member
:partners: Example Corp., Ltd.; Example Lab
:funder: Example Fund
:grant: No. 7
:start: 2020-02
{end}:status: completed
:tags: one, two
:page: {page}
:code: https://example.org/code
:links: Extra <https://example.org/extra>

First words.

- a point
:::

:::{{profile}} Ada
:::
:::{{profile}} Bo
:::
"""


def _card(page: str = "https://example.org/", end: str = ":end: 2021-01\n") -> str:
    return "# Projects\n\n" + CARD.format(page=page, end=end)


def test_all_facts_and_links_are_there(lab: Callable[..., Lab]) -> None:
    card = lab({"index.md": _card()}).build().assert_clean().soup().select_one(".profile-project")
    text = " ".join(card.get_text(" ").split())
    for words in (
        "Ada (Lead)",
        "Bo (Member)",
        "Example Corp., Ltd.",
        "Example Fund",
        "No. 7",
        "Completed",
        "Feb 2020",
        "Jan 2021",
        "a point",
    ):
        assert words in text
    assert card.select_one(".profile-title a")["href"] == "https://example.org/"
    hrefs = {a["href"] for a in card.select("a")}
    assert {"https://example.org/code", "https://example.org/extra", "#person-ada"} <= hrefs


def test_a_page_of_the_site_is_linked_as_one(lab: Callable[..., Lab]) -> None:
    files = {"index.md": _card("sub/own.md"), "sub/own.md": "---\norphan:\n---\n# Own\n"}
    soup = lab(files).build().assert_clean().soup()
    assert soup.select_one(".profile-project .profile-title a")["href"] == "sub/own.html"


def test_what_is_completed_does_not_run_on(lab: Callable[..., Lab]) -> None:
    text = lab({"index.md": _card(end="")}).build().assert_clean().text()
    assert "present" not in text


def test_in_a_grid_it_is_an_item(lab: Callable[..., Lab]) -> None:
    page = (
        "# P\n\n::::{grid} 2\n:::{project-card} One\n:code: https://example.org/\n:::\n"
        ":::{project-card} Two\n:::\n::::\n"
    )
    soup = lab({"index.md": page}).build().assert_clean().soup()
    assert len(soup.select(".sd-row > .sd-col > .profile-project")) == 2
