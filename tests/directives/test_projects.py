"""``projects``: by state, tag, person and funder, as cards, whole or in a line each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support import Lab

STATED = """\
# Work

::::{project-card} Engines
:people: ada (Lead)
:funder: Example Fund
:partners: Example Lab
:grant: G-1
:start: 2020
:end: 2022
:status: completed
:tags: speech, gears
:code: https://example.org/code

First words of **Engines**.

Second words.
::::

:::{project-card} Looms
:people: ada, bo
:status: active
:tags: gears
:page: index
:::

:::{profile} Ada
:::
:::{profile} Bo
:::
:::{organization} Example Fund
:id: fund
:::
"""


def built(lab: Callable[..., Lab], options: str, builder: str = "html"):
    listing = f"# P\n\n:::{{projects}}\n{options}\n:::\n\n```{{toctree}}\nwork\n```\n"
    return lab({"index.md": listing.encode(), "work.md": STATED}).build(builder)


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (":status: active", ["Looms"]),
        (":tags: speech", ["Engines"]),
        (":tags: gears\n:sort: title", ["Engines", "Looms"]),
        (":person: bo", ["Looms"]),
        (":person: ada, bo\n:sort: -title", ["Looms", "Engines"]),
        (":funder: fund", ["Engines"]),
        (":funder: Example Fund", ["Engines"]),
        (":organization: fund", ["Engines"]),
        (":since: 2021\n:until: 2021", ["Engines"]),
        (":keys: looms, engines", ["Looms", "Engines"]),
    ],
)
@pytest.mark.parametrize("layout", ["grid", "compact"])
def test_which(lab: Callable[..., Lab], options: str, found: list[str], layout: str) -> None:
    build = built(lab, f"{options}\n:layout: {layout}").assert_clean()
    names = {"grid": ".profile-project .p-name", "compact": ".profile-line a"}[layout]
    assert [name.get_text() for name in build.soup().select(names)] == found


@pytest.mark.parametrize(
    ("layout", "shown", "left_out"),
    [
        ("grid", ("First words of Engines", "Ada (Lead)", "Example Lab"), "Second words"),
        ("list", ("First words of Engines", "Second words", "Example Lab"), "nothing"),
        ("compact", ("Engines, 2020 – 2022",), "First words"),
    ],
)
@pytest.mark.parametrize("builder", ["html", "text", "man", "latex"])
def test_layouts(
    lab: Callable[..., Lab], builder: str, layout: str, shown: tuple[str, ...], left_out: str
) -> None:
    build = built(lab, f":tags: speech\n:layout: {layout}", builder)
    # The page that states them comes after in one-file formats.
    words = build.text() if builder == "html" else build.words().partition("Work")[0]
    if builder in {"html", "text"}:
        assert left_out not in words
    build.assert_holds(*shown)


def test_titles_lead_to_the_page_of_the_project_or_to_its_statement(
    lab: Callable[..., Lab],
) -> None:
    soup = built(lab, ":sort: title").assert_clean().soup()
    links = {a.get_text(): a["href"] for a in soup.select(".profile-project .p-name a")}
    assert links == {"Engines": "work.html#project-engines", "Looms": "#"}


@pytest.mark.parametrize(
    ("by", "headings"),
    [
        ("status", ["Active", "Completed"]),
        ("tag", ["gears", "speech"]),
        ("person", ["Ada", "Bo"]),
        ("funder", ["Example Fund", "Further"]),
        ("year", ["2020", "Further"]),
    ],
)
def test_groups(lab: Callable[..., Lab], by: str, headings: list[str]) -> None:
    soup = built(lab, f":group-by: {by}\n:layout: compact").assert_clean().soup()
    assert [h.get_text() for h in soup.select(".profile-group > .profile-title")] == headings


def test_none_warns_the_author_and_shows_nothing(lab: Callable[..., Lab]) -> None:
    build = built(lab, ":status: paused")
    assert build.warning_lines == [
        "index.md:3: WARNING: no project matches the query (status=paused); nothing is shown "
        "[profile.empty]"
    ]
    assert not build.soup().select(".profile-listing")


def test_a_project_of_a_data_file_is_shown_where_a_page_asks_for_it(
    lab: Callable[..., Lab],
) -> None:
    """Fails where a block that has an id alone states a project without a name."""
    files = {
        "lab.yml": "projects: [{title: Looms, id: looms, body: Of old.}]",
        "index.md": "# P\n\n:::{project-card}\n:id: looms\n:::\n\n{project}`looms`\n",
    }
    build = lab(files, profile_data=["lab.yml"]).build().assert_clean()
    assert "Of old." in build.text(selector="#project-looms")
    assert build.soup().find("a", href="#project-looms")
