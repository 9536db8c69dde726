"""Links to pages in messages: the tags of Open Graph, and the cards that go with them."""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from sphinxext.profile.exporters import card_drawing
from sphinxext.profile.exporters.card_drawing import Drawer
from tests.exporters.reading import metas
from tests.exporters.rich_lab import BASE, CONF, FILES
from tests.support import Build, Lab
from tests.support.edits import PIXEL

SHARED = {**CONF, "extensions": ["sphinxext.opengraph", "sphinxext.profile"]}
BARE = {**SHARED, "profile_data": [], "profile_bibliography": []}
PAPER = "publications/thesis"
PAGES = ("index", "ada", "bo", "engine", "news", PAPER, "genindex")


def properties(build: Build, page: str) -> dict[str, str]:
    """Give the Open Graph properties of a page, each of which is there once."""
    found = build.soup(page).select("head meta[property]")
    names = Counter(str(meta["property"]) for meta in found)
    assert {name: n for name, n in names.items() if n > 1 and name != "og:see_also"} == {}
    return {str(meta["property"]): str(meta["content"]) for meta in found}


def cards(build: Build) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (build.outdir / "_cards").glob("*")}


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


def test_a_card_is_drawn_anew_only_when_it_shows_something_else(
    lab: Callable[..., Lab], monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    draw = Drawer.draw

    def count(self: Drawer, found: list[dict[str, str]]) -> list[bytes]:
        drawn.extend(card["title"] for card in found)
        return draw(self, found)

    monkeypatch.setattr(Drawer, "draw", count)
    made = lab({"index.md": "# L\n\n```{toctree}\na\nb\n```\n", **people("Ada", "Bo")}, **BARE)
    first = cards(made.build())
    assert sorted(drawn) == ["Ada", "Bo", "Lab 1.0 documentation"]
    drawn.clear()
    assert cards(made.build(fresh=True)) == first
    assert drawn == []
    made.write({"a.md": people("Ada")["a.md"].replace("Ada\n:id", "Ada\n:role: Head\n:id")})
    second = cards(made.build())
    assert drawn == ["Ada"]
    assert len(second) == 3
    assert len(second.keys() - first.keys()) == 1
    drawn.clear()
    monkeypatch.setattr("sphinxext.profile.exporters.social_cards.signature", lambda _: "others")
    assert cards(made.build()) == second
    assert sorted(drawn) == ["Ada", "Bo", "Lab 1.0 documentation"]


def test_a_page_names_the_new_card_when_only_the_design_changed(
    lab: Callable[..., Lab], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made = lab({"index.md": "# L\n\n```{toctree}\na\n```\n", **people("Ada")}, **BARE)
    first = cards(made.build().assert_clean())
    changed = tmp_path / "card.typ"
    changed.write_text(card_drawing.TEMPLATE.read_text("utf-8").replace("70pt", "71pt"), "utf-8")
    monkeypatch.setattr(card_drawing, "TEMPLATE", changed)
    build = made.build().assert_clean()
    named = {properties(build, page)["og:image"] for page in ("index", "a", "genindex")}
    assert {name.removeprefix(f"{BASE}_cards/") for name in named} == set(cards(build))
    assert not first.keys() & cards(build).keys()


def people(*names: str) -> dict[str, str]:
    return {
        f"{name[0].lower()}.md": f"# {name}\n\n:::{{profile}} {name}\n:id: {name.lower()}\n:::\n"
        for name in names
    }


def test_a_picture_that_cannot_be_drawn_costs_the_picture(lab: Callable[..., Lab]) -> None:
    files = {**people("Ada", "Bo"), "index.md": "# L\n\n```{toctree}\na\nb\n```\n"}
    for name in ("a", "b"):
        files[f"{name}.md"] = files[f"{name}.md"].replace(
            ":id:", f":image: {name}.png\n:alt: A\n:id:"
        )
    build = lab({**files, "a.png": b"no picture", "b.png": PIXEL}, **BARE).build()
    (warning,) = build.warning_lines
    assert warning.startswith("a.md:")
    assert "a social card: " in warning
    assert "[profile.output]" in warning
    assert properties(build, "a")["og:image"].startswith(f"{BASE}_cards/person-ada-")
    colours = {name.partition("-")[2][:3]: content[25] for name, content in cards(build).items()}
    palette, full = 3, 6
    assert (colours["ada"], colours["bo-"]) == (palette, full)
    assert len(cards(build)) == 3


@pytest.mark.parametrize(
    "conf",
    [
        {"extensions": ["sphinxext.profile"]},
        {"html_baseurl": ""},
        {"profile_social_cards": False},
    ],
    ids=["no-opengraph", "no-address", "off"],
)
def test_no_card_is_drawn_that_nobody_could_ask_for(
    lab: Callable[..., Lab], conf: dict[str, object]
) -> None:
    files = {**people("Ada", "Bo"), "index.md": "# L\n\n```{toctree}\na\nb\n```\n"}
    build = lab(files, **{**BARE, **conf}).build().assert_clean()
    assert "og:image" not in properties(build, "a")
    assert not (build.outdir / "_cards").exists()


PAPERS = """
@book{one, title = {On looms}, author = {Park, Ada}, year = {2020}, selected = {true}}
@book{two, title = {On engines}, author = {Park, Ada}, year = {2021}}
"""


@pytest.mark.parametrize(
    ("kinds", "drawn"),
    [
        (True, {"person-ada", "publication-one", "publication-two"}),
        (["person", "selected"], {"person-ada", "publication-one"}),
        (["project"], set()),
    ],
    ids=["all", "selected", "projects"],
)
def test_cards_are_drawn_of_what_is_asked_for(
    lab: Callable[..., Lab], kinds: object, drawn: set[str]
) -> None:
    listed = "# L\n\n```{toctree}\na\n```\n\n```{publications}\n```\n"
    conf = {"profile_bibliography": ["papers.bib"], "profile_publication_pages": True}
    files = {"index.md": listed, "papers.bib": PAPERS, **people("Ada")}
    build = lab(files, **{**BARE, **conf, "profile_social_cards": kinds}).build().assert_clean()
    assert {name.rpartition("-")[0] for name in cards(build)} == {*drawn, "site"}
    other = properties(build, "publications/two")["og:image"].removeprefix(f"{BASE}_cards/")
    assert other.startswith("publication-two-" if kinds is True else "site-")


@pytest.mark.parametrize(
    ("name", "conf", "all_fonts"),
    [
        ("Ada Őry – “a”", {}, False),
        ("김에이다", {}, True),
        ("Ada", {"profile_cv_fonts": ["Lato"]}, True),
    ],
    ids=["latin", "korean", "chosen"],
)
def test_all_fonts_are_loaded_for_more_than_latin_letters_alone(
    lab: Callable[..., Lab],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    name: str,
    conf: dict[str, object],
    all_fonts: bool,
) -> None:
    class Fonts:
        def __init__(self, **options: object) -> None:
            loaded.append(options)

        def families(self) -> list[str]:
            return ["Lato", "Noto Sans CJK KR"]

    def set_with(self: Drawer, cards: list[dict[str, str]]) -> list[bytes]:
        fonts.update((card["title"], self._words["fonts"]) for card in cards)
        return [b""] * len(cards)

    loaded: list[dict[str, object]] = []
    fonts: dict[str, list[str]] = {}
    monkeypatch.setattr("typst.Fonts", Fonts)
    monkeypatch.setattr(
        "sphinxext.profile.exporters.social_cards.first_there", lambda _: ("Lato", tmp_path)
    )
    monkeypatch.setattr(Drawer, "draw", set_with)
    files = {"index.md": "# L\n\n```{toctree}\na\n```\n", "a.md": people("A")["a.md"]}
    files["a.md"] = files["a.md"].replace("# A\n", f"# {name}\n").replace("} A\n", f"}} {name}\n")
    lab(files, **{**BARE, **conf}).build()
    assert fonts[name] == ["Lato", "Noto Sans CJK KR"]
    narrow = {"include_system_fonts": False, "font_paths": [str(tmp_path)]}
    assert (narrow in loaded) == (not conf)
    assert ({"font_paths": []} in loaded) == all_fonts


def test_a_card_of_what_has_none_is_told(lab: Callable[..., Lab]) -> None:
    build = lab({"index.md": "# L\n"}, **{**BARE, "profile_social_cards": ["news"]}).build()
    (warning,) = build.warning_lines
    assert "True, False or a list of 'person', 'project', 'publication', 'selected'" in warning


def test_without_typst_a_portrait_is_shown(
    lab: Callable[..., Lab], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sphinxext.profile.exporters.social_cards.typst_version", lambda: "")
    ada = "# Ada\n\n:::{profile} Ada\n:id: ada\n:image: a.png\n:alt: Ada's face\n:::\n"
    files = {"index.md": "# L\n\n```{toctree}\na\n```\n", "a.md": ada, "a.png": b"png"}
    build = lab(files, **BARE).build().assert_clean()
    tags = properties(build, "a")
    assert tags["og:image"] == f"{BASE}_images/a.png"
    assert tags["og:image:alt"] == "Ada's face"
    assert "no social cards are drawn" in build.status


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


@pytest.mark.parametrize("builder", ["epub", "latex", "text"])
def test_books_have_no_cards(lab: Callable[..., Lab], builder: str, tmp_path: Path) -> None:
    written = lab(FILES, **SHARED).build(builder).written
    assert written
    assert not {name for name in written if "_cards" in name}
