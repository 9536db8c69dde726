"""Social cards: of what they are drawn, when, and with which fonts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sphinxext.profile.exporters import card_drawing
from sphinxext.profile.exporters.card_drawing import Drawer
from tests.exporters.linked_lab import BARE, SHARED, cards, people, properties
from tests.exporters.rich_lab import BASE, FILES
from tests.support import Lab
from tests.support.edits import PIXEL


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


@pytest.mark.parametrize("builder", ["epub", "latex", "text"])
def test_books_have_no_cards(lab: Callable[..., Lab], builder: str, tmp_path: Path) -> None:
    written = lab(FILES, **SHARED).build(builder).written
    assert written
    assert not {name for name in written if "_cards" in name}
