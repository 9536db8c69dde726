"""Social cards as pictures: colours, words of any script, what can't be drawn in shades."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
import typst
from PIL import Image

from sphinxext.profile.exporters import card_drawing
from sphinxext.profile.exporters.card_drawing import HEIGHT, WIDTH, Drawer
from sphinxext.profile.exporters.cv_fonts import families

INK, ACCENT, QUIET, PAPER = (0x1D, 0x2A, 0x4D), (0x0B, 0x5A, 0x75), (33, 105, 129), (255, 255, 255)
#: Parts of a card, as left, top, right and bottom.
BAR, TITLE, FOOT = (0, 0, 18, HEIGHT), (70, 108, 1140, 400), (70, 570, 1140, HEIGHT)


def card(title: str = "Ada", *lines: str, **more: str) -> dict[str, Any]:
    return {"kind": "Person", "title": title, "lines": lines, "picture": "", "site": "Lab"} | more


@pytest.fixture(scope="module")
def fonts() -> typst.Fonts:
    return typst.Fonts()


@pytest.fixture
def drawer(fonts: typst.Fonts, tmp_path: Path) -> Drawer:
    chosen = families("modern", "en", (), fonts.families())
    return Drawer(tmp_path, fonts, {"fonts": chosen, "language": "en"})


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    assert image.size == (WIDTH, HEIGHT)
    return image


def inked(content: bytes, part: tuple[int, int, int, int]) -> int:
    """Count the pixels of a part that aren't paper."""
    image = opened(content).convert("L").crop(part)
    return sum(count for count, value in image.getcolors() or () if value < 255)


def test_cards_are_in_the_colours_of_the_palette(drawer: Drawer) -> None:
    (made,) = drawer.draw([card("Ada", "Head")])
    image = opened(made)
    assert image.mode == "P"
    colours = {colour for _, colour in image.convert("RGB").getcolors(99) or ()}
    assert {INK, ACCENT, QUIET, PAPER} <= colours
    assert len(colours) <= 16
    bar = image.convert("RGB").crop(BAR).getcolors()
    assert bar == [(18 * HEIGHT, ACCENT)]


def test_shades_look_as_full_colour_does(drawer: Drawer) -> None:
    cards = [card("A study of looms", "Ada Park, Bo Lee"), card("베틀에 관한 연구", "김태훈")]
    both = zip(drawer.draw(cards), drawer._coloured(cards), strict=True)
    for shaded, coloured in both:
        assert abs(inked(shaded, TITLE) / inked(coloured, TITLE) - 1) < 0.1
        assert inked(shaded, FOOT)


def test_a_card_is_the_same_wherever_it_is_drawn(drawer: Drawer) -> None:
    one, other = card("One", "words"), card("Another", "of them")
    others = [card(name, kind="Words that leave their card " * 99) for name in "abcdefghi"]
    first, _, second, *_, third, fourth = drawer.draw([one, others[0], other, *others, one, other])
    assert (third, fourth) == (first, second)
    assert drawer.draw([other]) == [second]
    assert drawer.draw([one]) == [first]


def test_what_cards_have_in_common_is_set_once(
    drawer: Drawer, monkeypatch: pytest.MonkeyPatch
) -> None:
    cards = [card("Ada"), card("Loom", kind="Project"), card("Bo"), card("Lab", kind="", site="")]
    alone = [picture for one in cards for picture in drawer.draw([one])]
    asked: list[Any] = []
    drawn = Drawer._set

    def noted(self: Drawer, found: list[dict[str, Any]], *args: Any, **options: Any) -> Any:
        asked.extend((one["kind"], one["parts"]) for one in found)
        return drawn(self, found, *args, **options)

    monkeypatch.setattr(Drawer, "_set", noted)
    assert drawer.draw(cards) == alone
    assert [kind for kind, parts in asked if "frame" in parts] == ["Person", "Project", ""]
    assert sum("words" in parts for _, parts in asked) == len(cards)


def test_letters_in_colours_of_their_own_keep_them(
    drawer: Drawer, monkeypatch: pytest.MonkeyPatch
) -> None:
    cards = [card("Plain"), card("Sparks"), card("Plain too")]
    shaded = drawer.draw(cards)
    drawn = Drawer._set

    def with_coloured(self: Drawer, found: list[dict[str, Any]], *args: Any, **options: Any) -> Any:
        (*made,) = drawn(self, found, *args, **options)
        if options["format"] == "pdf" and any(one.get("title") == "Sparks" for one in found):
            made[0] += b"/Type3"
        return made

    monkeypatch.setattr(Drawer, "_set", with_coloured)
    made = drawer.draw(cards)
    assert (made[0], made[2]) == (shaded[0], shaded[2])
    assert opened(made[1]).mode == "RGBA"


@pytest.mark.parametrize("missing", ["pypdfium2", "isal"])
def test_without_its_helpers_typst_draws(
    drawer: Drawer, missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(card_drawing, "installed", lambda name: "" if name == missing else "1.0")
    assert card_drawing.tools()[missing] == ""
    (made,) = drawer.draw([card("Ada", "Head")])
    image = opened(made).convert("RGB")
    assert image.crop(BAR).getcolors() == [(18 * HEIGHT, ACCENT)]
    assert QUIET in {colour for _, colour in image.getcolors(9999) or ()}


def test_a_picture_keeps_its_colours(drawer: Drawer, tmp_path: Path) -> None:
    Image.new("RGB", (30, 36), (200, 30, 30)).save(tmp_path / "ada.png")
    (made,) = drawer.draw([card(picture="ada.png")])
    assert opened(made).convert("RGB").getpixel((1000, 300)) == (200, 30, 30)


@pytest.mark.parametrize(
    "title",
    [
        "Ada",
        "Quantization and network architecture",
        "A title of middling length that needs two lines of the card",
        "long " * 80,
        "베틀" * 200,
        "W" * 400,
        "",
    ],
    ids=["name", "short", "two-lines", "long", "korean", "no-break", "none"],
)
def test_a_title_stays_in_its_room(drawer: Drawer, title: str) -> None:
    (made,) = drawer.draw([card(title, "one line", kind="")])
    assert bool(inked(made, TITLE))
    assert inked(made, (70, 0, WIDTH, 100)) == 0
    assert inked(made, (1140, 100, WIDTH, 550)) == 0
    assert inked(made, (70, 540, WIDTH, 550)) == 0
