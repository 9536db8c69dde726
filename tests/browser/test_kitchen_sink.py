"""What is too long, missing, or of another script: a lab of hard cases stays inside its window."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.layout import WIDER_THAN_WINDOW
from tests.browser.site import Mode, served, window
from tests.support import Lab

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SINK = Path(__file__).parent / "kitchen_sink"
PAGES = tuple(sorted(path.stem for path in SINK.glob("*.md")))

TWICE = "html { font-size: 200% !important; }"
WORDS = """(selector) => [...document.querySelectorAll(selector)].map((it) => {
    const words = document.createRange();
    words.selectNodeContents(it);
    const box = words.getBoundingClientRect();
    return {right: box.right, top: box.top, bottom: box.bottom};
})"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    lab = Lab(tmp_path_factory.mktemp("sink"))
    files: dict[str, str | bytes] = {path.name: path.read_bytes() for path in SINK.iterdir()}
    lab.write(
        files,
        html_theme="pydata_sphinx_theme",
        profile_bibliography=["papers.bib"],
        profile_preset="paper",
        suppress_warnings=["profile.date"],  # one date is none, and has to be shown
    )
    with served(Path(lab.build("html").assert_clean().outdir)) as found:
        yield found


def opened(browser: Browser, address: str, name: str, width: int) -> Page:
    page = window(browser, Mode(width)).new_page()
    page.goto(f"{address}{name}.html", wait_until="load")
    return page


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_its_window(browser: Browser, address: str, name: str) -> None:
    page = opened(browser, address, name, 320)
    wide = {"from the left": page.evaluate(WIDER_THAN_WINDOW)}
    page.evaluate("document.documentElement.dir = 'rtl'")
    wide["from the right"] = page.evaluate(WIDER_THAN_WINDOW)
    page.evaluate("document.documentElement.dir = 'ltr'")
    page.set_viewport_size({"width": 640, "height": 900})
    page.add_style_tag(content=TWICE)
    wide["letters twice the size"] = page.evaluate(WIDER_THAN_WINDOW)
    page.context.close()
    assert {mode: found for mode, found in wide.items() if found} == {}


def test_dates_of_a_timeline_stand_in_one_column(browser: Browser, address: str) -> None:
    page = opened(browser, address, "person", 1280)
    found = page.evaluate(WORDS, "#career .profile-dates")
    page.context.close()
    assert len(found) == 6  # two of them of the roles at one employer
    edges = [box["right"] for box in found]
    assert max(edges) - min(edges) <= 1
    assert all(after["top"] >= before["bottom"] - 1 for before, after in pairwise(found))


def test_many_authors_are_folded_and_unfold(browser: Browser, address: str) -> None:
    page = opened(browser, address, "publications", 1280)
    entry = page.locator("#publication-many")
    assert not entry.get_by_text("Ada Anderstein", exact=True).is_visible()
    entry.locator(".profile-more summary").click()
    assert entry.get_by_text("Ada Anderstein", exact=True).is_visible()
    page.context.close()
