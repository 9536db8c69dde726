"""HTML: valid, with headings at the right level, and readable by machines."""

from __future__ import annotations

from collections.abc import Callable

import html5lib
import mf2py
import pytest

from tests.support import Build, Lab

PAGE = """\
# Ada Example

:::{profile} Ada Example
:id: ada
:name.ko: 김예시
:role: Engineer
:affiliation: The Lab
:interests: speech, gesture
:github: ada
:email: ada@example.org
:image: a.png
:alt: Ada

Notes on Ada.

:::

## Career

:::{timeline} Work
:kind: work
2010 – 2012
: **Intern**, The Lab
:::

:::::{project-card} Robots
:page: other
:people: ada
:tags: a, b
:start: 2020-02
:end: 2021-01

::::{timeline} Steps
2020-03
: First
::::
:::::

```{toctree}
other
```
"""
OTHER = """\
# Other

:::{organization} The Lab
:::

### Deep

:::{people} Everybody
:group-by: organization
:::
"""


@pytest.fixture(scope="module")
def build(shared_lab: Callable[..., Lab]) -> Build:
    files: dict[str, str | bytes] = {"index.md": PAGE, "other.md": OTHER, "a.png": b"x"}
    return shared_lab(files, suppress_warnings=["myst.header"]).build().assert_clean()


def test_pages_are_valid(build: Build) -> None:
    for name in ("index", "other"):
        parser = html5lib.HTMLParser(strict=True)
        assert parser.parse(build.path(name).read_text("utf-8")) is not None


def test_times_are_single_dates(build: Build) -> None:
    times = [tag["datetime"] for tag in build.soup().find_all("time")]
    assert times == ["2010", "2012", "2020-02", "2021-01", "2020-03"]


def test_headings_follow_the_blocks(build: Build) -> None:
    def level(words: str, page: str) -> str:
        return next(
            tag.name
            for tag in build.soup(page).find_all(["h1", "h2", "h3", "h4", "h5", "h6"])
            if tag.get_text().startswith(words) and "profile-title" in tag.get("class", [])
        )

    assert level("Work", "index") == "h3"
    assert level("Robots", "index") == "h3"
    assert level("Steps", "index") == "h4"
    # The section is of the third level, its listing's title one below, then group, then card.
    listing, group, card = (level(words, "other") for words in ("Everybody", "The Lab", "Ada"))
    assert int(card[1]) == int(listing[1]) + 2
    assert group < card


def test_microformats(build: Build) -> None:
    items = mf2py.parse(doc=build.path().read_text("utf-8"), html_parser="html5lib")["items"]
    found = {item["type"][0]: item["properties"] for item in items}
    person = found["h-card"]
    assert person["name"] == ["Ada Example"]
    assert person["additional-name"] == ["김예시"]
    assert person["job-title"] == ["Engineer"]
    assert person["org"] == ["The Lab"]
    assert person["category"] == ["speech", "gesture"]
    assert person["url"] == ["https://github.com/ada"]
    assert person["email"] == ["mailto:ada%40example.org"]
    assert person["note"] == ["Notes on Ada."]
    assert person["photo"][0]["alt"] == "Ada"
    [work] = found["h-resume"]["experience"]
    assert work["properties"]["name"] == ["Intern"]
    assert work["properties"]["start"] == ["2010"]
    assert work["properties"]["end"] == ["2012"]
    assert work["properties"]["location"][0]["properties"]["name"] == ["The Lab"]
    project = found["h-entry"]
    assert project["name"] == ["Robots"]
    assert project["category"] == ["a", "b"]
    assert project["author"][0]["properties"]["name"] == ["Ada Example"]


def test_names_in_other_languages(build: Build) -> None:
    [name] = build.soup().select("bdi[lang=ko]")
    assert name.get_text() == "김예시"
