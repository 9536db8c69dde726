"""Pages with Jekyll's front matter: built without a warning, titled, described, in the menu."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from docutils import nodes

from sphinxext.profile.transforms import front_matter
from tests.support import WORDY_BUILDERS, Build, Lab
from tests.support.versions import before

PAGE = (Path(__file__).parents[1] / "data" / "jekyll" / "about-us.md").read_text("utf-8")
CONF = {"html_title": "Lab"}

MakeLab = Callable[..., Lab]


@pytest.fixture
def site(lab: MakeLab) -> Lab:
    """A source folder with a root page that names no other page."""
    return lab({"index.md": "# Home\n\nWelcome.\n"}, **CONF)


def headings(build: Build, name: str) -> list[tuple[str, str]]:
    found = build.soup(name).select(".body :is(h1, h2, h3, h4, h5)")
    return [(h.name, h.get_text().rstrip("¶#")) for h in found]


def description(build: Build, name: str) -> list[str]:
    return [m["content"] for m in build.soup(name).select("meta[name=description]")]


def menu(build: Build) -> list[str]:
    assert build.app
    return build.app.env.toctree_includes.get("index", [])


def test_the_jekyll_page_builds_as_it_is(site: Lab) -> None:
    built = site.write({"about-us.md": PAGE}).build().assert_clean()
    assert built.app
    assert built.soup("about-us").title.get_text() == "About Us — Lab"
    assert built.app.env.titles["about-us"].astext() == "About Us"
    assert description(built, "about-us") == ["Who we are, what we do"]
    assert headings(built, "about-us")[:4] == [
        ("h1", "About Us"),
        ("h2", "About MIMIC"),
        ("h2", "Taehoon Kim"),
        ("h3", "Education"),
    ]
    assert menu(built) == ["about-us"]  # the page says "nav-menu: true"


@pytest.mark.builders
@pytest.mark.parametrize("builder", WORDY_BUILDERS)
def test_every_builder_takes_the_jekyll_page(site: Lab, builder: str) -> None:
    built = site.write({"about-us.md": PAGE}).build(builder)
    built.assert_clean().assert_holds("About Us", "Nosith Inc.")


def test_both_texts_can_be_translated(site: Lab) -> None:
    catalogue = site.write({"about-us.md": PAGE}).build("gettext").read("about-us.pot")
    assert 'msgid "About Us"' in catalogue
    assert 'msgid "Who we are, what we do"' in catalogue


@pytest.mark.parametrize(
    ("body", "title", "expected"),
    [
        ("Words.", "Lab — Words", [("h1", "Lab — Words")]),
        ("# A\n\n## B", "T", [("h1", "A"), ("h2", "B")]),
        ("Words.\n\n# A", "T", [("h1", "T"), ("h2", "A")]),
        ("# A\n\n# B", "T", [("h1", "T"), ("h2", "A"), ("h2", "B")]),
        ("# A\n\n# B", "A", [("h1", "A"), ("h2", "B")]),
        ("# A\n\n## T\n\n# B", "T", [("h1", "T"), ("h2", "A"), ("h3", "T"), ("h2", "B")]),
        ("(here)=\n# A", "T", [("h1", "A")]),
        ("", "T", [("h1", "T")]),
    ],
    ids=[
        "no heading",
        "one",
        "text first",
        "several",
        "the same",
        "repeated",
        "with a target",
        "nothing",
    ],
)
def test_title(site: Lab, body: str, title: str, expected: list[tuple[str, str]]) -> None:
    site.write({"p.md": f"---\nlayout: page\ntitle: {title}\n---\n\n{body}\n"})
    built = site.build().assert_clean()
    assert built.soup("p").title.get_text() == f"{title} — Lab"
    assert headings(built, "p") == expected
    ids = [tag["id"] for tag in built.soup("p").select("[id]")]
    assert len(ids) == len(set(ids))


def test_values_are_escaped(site: Lab) -> None:
    value = '"><script>alert(1)</script> & *stars*'
    head = f"layout: page\ntitle: '{value}'\ndescription: '{value}'"
    built = site.write({"p.md": f"---\n{head}\n---\n\nWords.\n"}).build()
    assert description(built, "p") == [value]
    assert "<script>alert(1)</script> & *stars*" in built.soup("p").title.get_text()
    assert "<script>alert" not in built.read("p.html")


def test_a_description_in_the_ordinary_way_wins(site: Lab) -> None:
    head = "layout: page\ndescription: one\nmyst:\n  html_meta:\n    description: two"
    built = site.write({"p.md": f"---\n{head}\n---\n\n# A\n"}).build()
    assert description(built, "p") == ["two"]


def test_restructuredtext_is_heeded_alike(site: Lab) -> None:
    head = ":layout: page\n:title: T\n:description: Words on it\n"
    built = site.write({"p.rst": f"{head}\nA\n=\n\nB\n=\n"}).build().assert_clean()
    assert headings(built, "p") == [("h1", "T"), ("h2", "A"), ("h2", "B")]
    assert description(built, "p") == ["Words on it"]


def test_a_page_without_these_keys_stays_as_it_is(site: Lab) -> None:
    built = site.write({"p.md": "---\norphan: true\n---\n\n# A\n\n# B\n"}).build()
    assert built.app
    sections = [n["ids"] for n in built.app.env.get_doctree("p") if isinstance(n, nodes.section)]
    assert sections == [["a"], ["b"]]
    # Without words of its own the page is described by its title.
    assert description(built, "p") == ["A – Lab"]


def test_a_plain_page_outside_the_toctree_still_warns(site: Lab) -> None:
    built = site.write({"p.md": "---\ntitle: T\n---\n\n# A\n"}).build()
    assert "isn't included in any toctree" in built.warnings


def test_the_menu_follows_each_edit(site: Lab) -> None:
    def say(name: str, value: str) -> None:
        site.write({f"{name}.md": f"---\nnav-menu: {value}\n---\n\n# {name}\n"})

    say("b", "true")
    say("a", "false")
    assert menu(site.build().assert_clean()) == ["b"]
    say("a", "true")
    assert menu(site.build().assert_clean()) == ["a", "b"]
    say("b", "false")
    assert menu(site.build().assert_clean()) == ["a"]
    site.remove("a.md")
    assert menu(site.build().assert_clean()) == []


def test_the_menu_names_no_page_twice(site: Lab) -> None:
    page = "---\nnav-menu: true\n---\n\n# Page\n"
    site.write({"index.md": "# Home\n\n```{toctree}\na\n```\n", "a.md": page, "b.md": page})
    assert menu(site.build().assert_clean()) == ["a", "b"]


def test_the_menu_is_whole_with_parallel_reading(site: Lab) -> None:
    names = [f"p{number:02}" for number in range(12)]
    site.write({f"{name}.md": "---\nnav-menu: true\n---\n\n# Page\n" for name in names})
    built = site.build_subprocess("html", "-j2").assert_clean()
    found = built.soup("index").select_one("link[rel=next]")
    assert found is not None
    assert found["href"] == "p00.html"
    for name, following in pairwise(names):
        assert built.soup(name).select_one("link[rel=next]")["href"] == f"{following}.html"


@pytest.mark.parametrize(
    "page",
    [
        "---\nnav-menu: [\n---\n\n# A\n",
        "---\n- nav-menu\n---\n\n# A\n",
        pytest.param(
            "---\nnav-menu: !!python/object:x.y {}\n---\n\n# A\n",
            marks=pytest.mark.skipif(
                before("myst-parser", "5.2"), reason="MyST-Parser itself stops at this tag"
            ),
        ),
        "---\n---\n\n# A\n",
        "---\nnav-menu: true\n\nwithout an end\n",
    ],
)
def test_broken_front_matter_is_left_to_myst(site: Lab, page: str) -> None:
    built = site.write({"p.md": page}).build()
    assert menu(built) == []
    assert built.path("p").exists()


class Bomb(list[object]):
    """Nine levels of aliases of YAML, which would be a gigabyte of words."""

    def __repr__(self) -> str:
        raise MemoryError


def test_a_list_is_no_yes_and_not_written_out() -> None:
    assert not front_matter._is_yes([Bomb()])
    assert front_matter._is_yes(value=True)
    assert front_matter._is_yes(" Yes ")
