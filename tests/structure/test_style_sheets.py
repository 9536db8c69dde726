"""Style sheets: their tokens are documented, their presets can be read, and they weigh little."""

from __future__ import annotations

import gzip
import re
from itertools import product

import pytest

from sphinxext.profile.config import PRESETS
from tests.structure.tree import PACKAGE, ROOT

STATIC = PACKAGE / "static"
SHEET = (STATIC / "profile.css").read_text("utf-8")
SAMPLES = {path.stem: path.read_text("utf-8") for path in (STATIC / "presets").glob("*.css")}
SHIPPED = SHEET + "".join(SAMPLES.values())

SET = re.compile(r"--profile-([a-z-]+):")
USED = re.compile(r"var\(--profile-([a-z-]+)")
GROUNDS = ("background", "surface", "tint")
COLOURS = (*GROUNDS, "text", "muted", "border", "accent", "on-accent", "link")

# Lengths that one block works out for itself, as the place of a timeline's line.
INNER = {"dot", "line"}

AAA = 7.0
KILOBYTE = 1024


def tokens() -> set[str]:
    block = re.search(r":root \{(.*?)\}", SHEET, re.DOTALL)
    assert block
    return set(SET.findall(block[1]))


def test_every_token_is_used_and_documented() -> None:
    documented = re.findall(r"^\| `--profile-([a-z-]+)`", guide(), re.MULTILINE)
    assert len(tokens()) > 10
    assert tokens() == set(documented)
    assert len(documented) == len(set(documented))
    assert set(USED.findall(SHIPPED)) == tokens() | INNER


def guide() -> str:
    return (ROOT / "docs" / "guide" / "design.md").read_text("utf-8")


def test_presets_are_those_of_the_setting() -> None:
    assert set(SAMPLES) == {*PRESETS, "theme"}
    assert len(PRESETS) >= 3


@pytest.mark.parametrize("preset", PRESETS)
def test_preset_sets_all_that_the_theme_takes_from_it(preset: str) -> None:
    # What it left out would be taken from the theme, which takes it from there: from nowhere.
    taken = set(USED.findall(SAMPLES["theme"]))
    found = set(SET.findall(SAMPLES[preset]))
    assert taken >= set(COLOURS)
    assert taken - found == set()
    assert found - tokens() == set()


@pytest.mark.parametrize(("preset", "scheme"), list(product(PRESETS, (0, 1))))
def test_words_of_preset_have_contrast(preset: str, scheme: int) -> None:
    colours = {name: pair[scheme] for name, pair in pairs(SAMPLES[preset]).items()}
    assert set(colours) == set(COLOURS)
    words = product(("text", "muted", "link", "accent"), GROUNDS)
    found = {
        f"{front} on {back}": round(contrast(colours[front], colours[back]), 2)
        for front, back in (*words, ("on-accent", "accent"))
    }
    assert {pair: ratio for pair, ratio in found.items() if ratio < AAA} == {}


def pairs(sheet: str) -> dict[str, tuple[str, str]]:
    """Give each colour of a preset, for light and for dark."""
    found = re.findall(r"--profile-([a-z-]+): light-dark\((#\w+), (#\w+)\)", sheet)
    return {name: (light, dark) for name, light, dark in found}


def contrast(one: str, other: str) -> float:
    """Compute the ratio of WCAG 2.2 for two colours."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    channels = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_contrast_is_computed_as_wcag_does() -> None:
    assert round(contrast("#fff", "#000"), 1) == 21
    assert round(contrast("#777777", "#fff"), 2) == 4.48


@pytest.mark.parametrize(("suffix", "most"), [(".css", 12 * KILOBYTE), (".js", 6 * KILOBYTE)])
def test_all_that_a_page_loads_of_ours_is_light(suffix: str, most: int) -> None:
    folders = (STATIC, ROOT / "docs" / "_static")
    found = [path for folder in folders for path in sorted(folder.rglob(f"*{suffix}"))]
    assert found
    assert sum(len(gzip.compress(path.read_bytes())) for path in found) < most
