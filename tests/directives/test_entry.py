"""``entry``: one entry of a timeline with options, beside entries of the short form."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support import Build, Lab

AROUND = """\
# T

::::{{timeline}} Education
:kind: education
:person: ada

{entry}

2010
: **Short form**, Example School
::::

:::{{profile}} Ada
:::
:::{{project-card}} Looms
:::
"""


def built(lab: Callable[..., Lab], entry: str, builder: str = "html") -> Build:
    return lab({"index.md": AROUND.format(entry=entry).encode()}).build(builder)


@pytest.mark.parametrize("builder", ["html", "text", "man", "latex"])
def test_all_that_is_stated_is_shown(lab: Callable[..., Lab], builder: str) -> None:
    entry = """\
:::{entry} Ph.D. in *Engines*
:organization: Example University
:start: 2018-03
:end: 2021
:location: Example City
:degree: Ph.D.
:area: Engines
:score: 4.0
:courses: Gears, Looms
:projects: looms
:tags: speech
:links: Thesis <https://example.org/thesis>

Words in **Markdown**.
:::"""
    built(lab, entry, builder).assert_clean().assert_holds(
        *(
            "Ph.D. in Engines, Example University",
            "Mar 2018 – 2021",
            "Example City",
            "Gears, Looms",
        ),
        *("4.0", "Looms", "speech", "Thesis", "Words in Markdown."),
    )


@pytest.mark.parametrize(
    ("dates", "shown"),
    [
        (":date: 2018 – 2021", "2018 – 2021"),
        (":start: 2018\n:end: 2021", "2018 – 2021"),
        (":start: 2018\n:end:", "2018 – present"),
        (":start: 2018", "2018 – present"),
        (":start: 2018\n:kind: award", "2018"),
        (":end: 2021", "until 2021"),
    ],
)
def test_dates(lab: Callable[..., Lab], dates: str, shown: str) -> None:
    soup = built(lab, f":::{{entry}} E\n{dates}\n:::").assert_clean().soup()
    [entry] = [e for e in soup.select(".profile-entry") if "Short" not in e.get_text()]
    assert shown in " ".join(entry.get_text(" ", strip=True).split())


def test_it_takes_what_the_timeline_says_unless_it_says_otherwise(
    lab: Callable[..., Lab],
) -> None:
    build = built(lab, ":::{entry} Prize\n:kind: award\n:date: 2020\n:::").assert_clean()
    events = build.app.env.get_domain("profile").store.all("event")
    found = {stated.record.name: stated.record for stated in events}
    assert found["Prize"].kind == "award"
    assert found["Short form"].kind == "education"
    assert found["Prize"].people == found["Short form"].people == ("ada",)
    assert found["Prize"].id == "ada-2020-prize"


def test_the_two_forms_stand_in_one_order(lab: Callable[..., Lab]) -> None:
    entry = ":::{entry} Old\n:date: 2001\n:::\n\n:::{entry} New\n:date: 2020\n:::"
    soup = built(lab, entry).assert_clean().soup()
    titles = [title.get_text() for title in soup.select(".profile-entry-title")]
    assert titles == ["New", "Short form", "Old"]


def test_one_id_stated_twice_is_numbered_apart(lab: Callable[..., Lab]) -> None:
    entry = ":::{entry} Same\n:date: 2001\n:::\n\n:::{entry} Same\n:date: 2001\n:::"
    soup = built(lab, entry).assert_clean().soup()
    assert soup.find(id="event-ada-2001-same")
    assert soup.find(id="event-ada-2001-same-2")
