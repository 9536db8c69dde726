"""Links to pages in messages: the tags of Open Graph."""

from __future__ import annotations

import struct
from collections.abc import Callable

import pytest

from tests.exporters.linked_lab import BARE, SHARED, cards, people, properties
from tests.exporters.reading import metas
from tests.exporters.rich_lab import BASE, FILES
from tests.support import Build, Lab

PAPER = "publications/thesis"
PAGES = ("index", "ada", "bo", "engine", "news", PAPER, "genindex")


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@pytest.fixture(scope="module")
def shared(shared_lab: Callable[..., Lab]) -> Build:
    return shared_lab({**FILES, "bo.md": BO}, **SHARED).build().assert_clean()


BO = """\
---
og:title: A title of one's own
og:image: https://elsewhere.example/bo.png
---

# Cy Guest

:::{profile} Cy Guest
:id: cy
:role: Guest "of" <honour>
:::
"""


NEWS = "# Hello\n\n:::{news} Hello\n:date: 2024-02-03\n:::\n"


def test_news_say_when_they_were_told(lab: Callable[..., Lab]) -> None:
    files = {"index.md": "# L\n\n```{toctree}\nhello\n```\n", "hello.md": NEWS}
    own = {"ogp_custom_meta_tags": ['<meta name="twitter:card" content="summary">']}
    build = lab(files, **{**BARE, **own}).build().assert_clean()
    assert properties(build, "hello")["og:type"] == "article"
    assert properties(build, "hello")["article:published_time"] == "2024-02-03"
    assert metas(build, "hello").count(("twitter:card", "summary")) == 1
    assert ("twitter:card", "summary_large_image") not in metas(build, "hello")


def test_each_page_says_what_it_is_once(shared: Build) -> None:
    found = {page: properties(shared, page) for page in PAGES}
    assert {page: tags["og:type"] for page, tags in found.items()} == {
        **dict.fromkeys(PAGES, "website"),
        "bo": "profile",
        PAPER: "article",
    }
    for page, tags in found.items():
        described = [text for name, text in metas(shared, page) if name == "description"]
        assert [tags["og:description"]] == described
        assert tags["og:url"] == f"{BASE}{page}.html"
        assert tags["og:site_name"] == "Lab 1.0 documentation"
    assert found[PAPER]["og:title"] == "On thesis & more"
    assert found[PAPER]["article:published_time"] == "2007-05-04"
    assert found["bo"]["og:description"] == 'Guest "of" <honour>'


def test_what_a_page_states_of_itself_counts_more(shared: Build) -> None:
    tags = properties(shared, "bo")
    assert tags["og:title"] == "A title of one's own"
    assert tags["og:image"] == "https://elsewhere.example/bo.png"
    assert "og:image:width" not in tags
    assert ("twitter:card", "summary_large_image") not in metas(shared, "bo")


def test_each_record_has_its_card_and_all_other_pages_that_of_the_site(shared: Build) -> None:
    made = cards(shared)
    assert {size(content) for content in made.values()} == {(1200, 630)}
    images = {page: properties(shared, page)["og:image"] for page in PAGES if page != "bo"}
    names = {page: image.removeprefix(f"{BASE}_cards/") for page, image in images.items()}
    assert set(names.values()) <= set(made)
    assert names[PAPER].startswith("publication-thesis-")
    assert names["engine"].startswith("project-loom-")
    assert len({names[page] for page in ("index", "ada", "news", "genindex")}) == 1
    assert names["index"].startswith("site-")
    assert all(("twitter:card", "summary_large_image") in metas(shared, page) for page in names)
    assert properties(shared, PAPER)["og:image:alt"] == "On thesis & more"


def test_what_conf_py_shows_instead_of_the_site_is_left(lab: Callable[..., Lab]) -> None:
    files = {**people("Ada"), "index.md": "# L\n\n```{toctree}\na\n```\n"}
    own = {"ogp_image": "https://x.example/all.png", "ogp_site_name": "Us"}
    build = (
        lab(
            {**files, "off.md": "---\norphan: true\nogp_disable: true\n---\n# Off\n"},
            **{**BARE, **own},
        )
        .build()
        .assert_clean()
    )
    assert properties(build, "index")["og:image"] == "https://x.example/all.png"
    assert properties(build, "index")["og:site_name"] == "Us"
    assert "/person-ada-" in properties(build, "a")["og:image"]
    assert properties(build, "off") == {}


def test_pages_are_not_read_through_for_words_that_are_known(
    lab: Callable[..., Lab], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(
        "sphinxext.opengraph.get_description", lambda _, length, titles: asked.append(length) or ""
    )
    files = {**people("Ada"), "index.md": "# L\n\n```{toctree}\na\nown\n```\n"}
    files["own.md"] = "---\nogp_description_length: 40\n---\n# Own\n"
    lab(files, **BARE).build().assert_clean()
    assert sorted(asked) == [0, 0, 40]
    asked.clear()
    # A card that sphinxext-opengraph draws itself shows the words.
    lab(files, **{**BARE, "profile_social_cards": False}).build().assert_clean()
    assert sorted(asked) == [40, 200, 200]
