"""Every page of the site: quiet, private, as wide as the window, whole without script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.browser.site import ALL_MODES, Mode, turn, window

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

OpenPage = Callable[[str, Mode], "Page"]

LINKS = "(found) => found.map((it) => it.getAttribute('href'))"

WIDER_THAN_WINDOW = """() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll("body *")]
        .filter((it) => {
            const box = it.getBoundingClientRect();
            return box.width && (box.right > width + 1 || box.left < -1);
        })
        .map((it) => it.outerHTML.slice(0, 120));
    return wide.slice(0, 5).concat([`${document.documentElement.scrollWidth} > ${width}`]);
}"""


def test_page_is_quiet_and_stays_home(site: str, browser: Browser, page_name: str) -> None:
    """No console error, no breach of the policy, nothing missing, no request to another host."""
    faults: list[str] = []
    asked: list[str] = []
    context = window(browser, Mode(1280))
    page = context.new_page()
    page.on("console", lambda it: faults.append(it.text) if it.type == "error" else None)
    page.on("pageerror", lambda it: faults.append(str(it)))
    page.on("request", lambda it: asked.append(it.url))
    page.on("requestfailed", lambda it: faults.append(f"failed: {it.url}"))
    page.on("response", lambda it: faults.append(it.url) if it.status >= 400 else None)
    page.goto(site + page_name, wait_until="networkidle")
    context.close()
    assert asked, "the page asked for nothing, not even for itself"
    away = [url for url in asked if not url.startswith((site, "data:", "blob:"))]
    assert not faults, "\n".join(faults)
    assert not away, "\n".join(away)


def test_no_sideways_scroll(open_page: OpenPage, page_name: str) -> None:
    """Nobody has to scroll sideways, in no mode; 320 px with letters twice the size is one."""
    page = open_page(page_name, ALL_MODES[0])
    assert page.evaluate("() => document.body.children.length") > 0
    faults: list[str] = []
    for mode in ALL_MODES:
        turn(page, mode)
        wide = page.evaluate(WIDER_THAN_WINDOW)
        faults += [f"{mode}: {fault}" for fault in wide]
    assert not faults, "\n".join(faults)


def test_all_words_without_script(open_page: OpenPage, page_name: str) -> None:
    """With script off, the page has every word and every link that it has with script on."""
    scripted = open_page(page_name, Mode(1280))
    # Controls that only a script can answer appear with it; they say nothing of their own.
    scripted.locator(".profile-filter, .profile-copy").evaluate_all(
        "found => found.forEach(it => it.remove())"
    )
    shown = scripted.locator("main").inner_text()
    links = scripted.locator("main a[href]").evaluate_all(LINKS)
    still = open_page(page_name, Mode(1280, script=False))
    plain = still.locator("main").inner_text()
    assert Counter(links) - Counter(still.locator("main a[href]").evaluate_all(LINKS)) == Counter()
    words, left = Counter(shown.split()), Counter(plain.split())
    assert words, "the page shows nothing"
    if page_name == "search.html":
        assert "JavaScript" in plain, "a search without script must say that it needs one"
    else:
        assert words - left == Counter()
