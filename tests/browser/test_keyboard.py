"""The keyboard is enough: everything is reached in order, and seen when it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.browser.site import KEY_PAGES, Mode

if TYPE_CHECKING:
    from playwright.sync_api import Page

OpenPage = Callable[[str, Mode], "Page"]

NUMBER = """() => {
    const asks = "a[href], button, input, select, summary, [tabindex='0']";
    const shown = [...document.querySelectorAll(asks)].filter((it) =>
        it.checkVisibility({visibilityProperty: true}) && !it.disabled && it.tabIndex >= 0);
    // Of a group of radio buttons the keyboard reaches the chosen one.
    const reached = shown.filter((it) => it.type !== "radio" || it.checked);
    reached.forEach((it, at) => { it.dataset.number = at; });
    return reached.map((it) => it.outerHTML.slice(0, 120));
}"""
FOCUSED = """() => {
    const it = document.activeElement;
    const around = it.type === "radio" ? it.nextElementSibling || it : it;
    const style = getComputedStyle(around);
    const seen = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0)
        || style.boxShadow !== "none";
    return {number: it.dataset.number ?? "", seen, what: it.outerHTML.slice(0, 120)};
}"""


@pytest.mark.parametrize("name", KEY_PAGES)
def test_all_is_reached_and_seen(open_page: OpenPage, name: str) -> None:
    """Tab leads from the skip link through everything that can be followed, opened or filled in."""
    page = open_page(name, Mode(1280))
    page.wait_for_timeout(400)  # the theme makes what scrolls reachable a moment after loading
    wanted = page.evaluate(NUMBER)
    assert len(wanted) > 10
    reached: dict[str, bool] = {}
    first = ""
    for _ in range(len(wanted) + 5):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUSED)
        first = first or at["what"]
        if at["number"] in reached:
            break
        if at["number"]:
            reached[at["number"]] = at["seen"]
    assert "#main-content" in first
    missed = [wanted[at] for at in range(len(wanted)) if str(at) not in reached]
    assert not missed, "\n".join(missed)
    unseen = [wanted[int(at)] for at, seen in reached.items() if not seen]
    assert not unseen, "\n".join(unseen)


def test_the_skip_link_leads_to_the_content(open_page: OpenPage) -> None:
    page = open_page("people/taehoon-kim.html", Mode(1280))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("() => !!document.activeElement.closest('main')")


def test_the_search_opens_and_closes(open_page: OpenPage) -> None:
    page = open_page("index.html", Mode(1280))
    page.keyboard.press("Control+k")
    page.locator("dialog[open] input").wait_for()
    assert page.evaluate("() => document.activeElement.matches('dialog input')")
    page.keyboard.press("Escape")
    page.locator("dialog[open]").wait_for(state="detached")


def test_the_colours_can_be_chosen(open_page: OpenPage) -> None:
    """The page keeps light or dark, as chosen, on the next page too."""
    page = open_page("index.html", Mode(1280))
    page.locator("button.theme-switch-button:visible").first.focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Dark").locator("visible=true").first.click()
    assert page.evaluate("() => document.documentElement.dataset.theme") == "dark"
    page.goto(page.url.replace("index", "publications"))
    assert page.evaluate("() => document.documentElement.dataset.theme") == "dark"
    page.evaluate("() => localStorage.clear()")


def test_the_search_finds(open_page: OpenPage) -> None:
    page = open_page("index.html", Mode(1280))
    page.keyboard.press("Control+k")
    page.keyboard.type("quantization")
    page.keyboard.press("Enter")
    page.locator("#search-results a").first.wait_for()
    assert "Quantization" in page.locator("#search-results").inner_text()
    # Sphinx keeps the words, and would mark them on whatever page is opened next in this window.
    page.evaluate("() => localStorage.clear()")
