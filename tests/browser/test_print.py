"""Pages on paper: all words of a page, and nothing of what only a screen has a use for."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.site import Mode
from tests.support import squash

if TYPE_CHECKING:
    from playwright.sync_api import Page

pypdf = pytest.importorskip("pypdf")

OpenPage = Callable[[str, Mode], "Page"]

#: One page of each kind.
PAGES = (
    *("index", "cv/taehoon-kim", "people/taehoon-kim", "publications"),
    *("publications/kim2022lverse", "guide/cv"),
)

ONLY_ON_SCREEN = (
    *("Skip to main content", "Search this site", "Back to top", "Download", "BibTeX · RIS"),
)

WORDS_TO_PRINT = """() => [...document.querySelectorAll(".bd-article :is(h1, h2, h3, p, li)")]
    .filter((it) => it.checkVisibility() && !it.querySelector("p, li, .profile-separator"))
    .map((it) => { const copy = it.cloneNode(true);
        copy.querySelectorAll(".headerlink").forEach((link) => link.remove());
        return copy.innerText; })"""

INK = """() => { const style = getComputedStyle(document.querySelector(".bd-article p"));
    return [style.color, getComputedStyle(document.body).backgroundColor]; }"""


def printed(page: Page, size: str) -> tuple[Any, str]:
    reader = pypdf.PdfReader(io.BytesIO(page.pdf(format=size)))
    return reader, "\n".join(sheet.extract_text() for sheet in reader.pages)


@pytest.mark.parametrize("name", PAGES)
def test_every_word_is_printed_and_no_navigation(open_page: OpenPage, name: str) -> None:
    page = open_page(f"{name}.html", Mode(1280))
    page.emulate_media(media="print")
    wanted = [words for words in page.evaluate(WORDS_TO_PRINT) if words.strip()]
    assert len(wanted) > 5
    for size in ("A4", "Letter"):
        _, text = printed(page, size)
        have = squash(text)
        # What the sheet adds behind a link stands between its words.
        lost = [words for words in wanted if "\n" not in words and not _within(words, have)]
        assert (size, lost) == (size, [])
        assert (size, [words for words in ONLY_ON_SCREEN if words in text]) == (size, [])


def _within(words: str, have: str) -> bool:
    """Tell whether all words are there, in their order, with addresses between them."""
    at = 0
    for word in words.split():
        at = have.find(squash(word), at)
        if at < 0:
            return False
    return True


def test_links_of_the_cv_show_where_they_lead(open_page: OpenPage) -> None:
    _, text = printed(open_page("cv/taehoon-kim.html", Mode(1280)), "A4")
    assert squash("https://doi.org/10.3390/electronics9050874") in squash(text)


def test_no_heading_is_the_last_on_a_sheet(open_page: OpenPage) -> None:
    page = open_page("cv/taehoon-kim.html", Mode(1280))
    headings = {
        squash(words) for words in page.locator(".bd-article :is(h1, h2, h3)").all_inner_texts()
    }
    reader, _ = printed(page, "A4")
    assert len(reader.pages) > 1
    for sheet in reader.pages:
        lines = [line for line in sheet.extract_text().splitlines() if line.strip()]
        assert squash(lines[-1]) not in headings


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_ink_is_black_on_white_in_every_mode(open_page: OpenPage, scheme: str) -> None:
    page = open_page("people/taehoon-kim.html", Mode(1280, scheme))
    page.emulate_media(media="print")
    assert page.evaluate(INK) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
