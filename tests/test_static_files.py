"""Style sheets: ours comes with every page, a preset's behind it, the site's own last."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support import Lab

PAGES = {"index.md": "# Lab\n", "_static/lab.css": ":root { --profile-radius: 0; }\n"}
CONF = {"html_static_path": ["_static"], "html_css_files": ["lab.css"]}


def sheets(tree: Lab, **conf: object) -> list[str]:
    build = tree.build("html", conf={**CONF, **conf})
    links = build.soup().select("link[rel=stylesheet]")
    return [str(link["href"]).partition("?")[0].removeprefix("_static/") for link in links]


def test_preset_stands_between_our_sheet_and_the_sites(lab: Callable[..., Lab]) -> None:
    found = sheets(lab(PAGES), profile_preset="garden")
    ours = ["profile.css", "presets/theme.css", "presets/garden.css", "lab.css"]
    assert [name for name in found if name in ours] == ours


@pytest.mark.parametrize("preset", ["", "gardn"])
def test_without_a_preset_the_theme_is_followed(lab: Callable[..., Lab], preset: str) -> None:
    found = sheets(lab(PAGES), profile_preset=preset)
    assert "profile.css" in found
    assert not [name for name in found if name.startswith("presets/")]


def test_preset_can_be_changed_without_a_clean_build(lab: Callable[..., Lab]) -> None:
    tree = lab(PAGES)
    assert "presets/garden.css" in sheets(tree, profile_preset="garden")
    assert "presets/signal.css" in sheets(tree, profile_preset="signal")


def test_sheet_for_paper_is_for_paper_alone(lab: Callable[..., Lab]) -> None:
    (link,) = lab(PAGES).build("html").soup().select('link[href*="print.css"]')
    assert link["media"] == "print"
