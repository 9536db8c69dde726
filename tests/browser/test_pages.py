"""Every page of the site: accessible, quiet, private, as wide as the window, whole without script.

To open a page and to turn it from mode to mode takes longer than to look at it, so each page is
opened once, and all that can be seen in a mode is looked at while it is there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.browser.accessibility import pale_words, violations
from tests.browser.layout import crowded_header, sideways
from tests.browser.site import ALL_MODES, KEY_PAGES, MODES, Mode, set_window, turn

if TYPE_CHECKING:
    from playwright.sync_api import Page

DESK = Mode(1280)
LINKS = "(found) => found.map((it) => it.getAttribute('href'))"


@dataclass(frozen=True)
class Heard:
    """What a page does aloud while it is open: its errors, and the addresses it asked for."""

    faults: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    @contextmanager
    def listening(self, page: Page) -> Iterator[None]:
        """Write down what *page* does meanwhile."""
        ears = {
            "console": lambda it: self.faults.append(it.text) if it.type == "error" else None,
            "pageerror": lambda it: self.faults.append(str(it)),
            "request": lambda it: self.asked.append(it.url),
            "requestfailed": lambda it: self.faults.append(f"failed: {it.url}"),
            "response": lambda it: self.faults.append(it.url) if it.status >= 400 else None,
        }
        for event, ear in ears.items():
            page.on(event, ear)  # type: ignore[call-overload]
        yield
        for event, ear in ears.items():
            page.remove_listener(event, ear)


def test_page_in_every_mode_and_without_script(
    site: str, tab: Page, tab_without_script: Page, axe: str, page_name: str
) -> None:
    """All that is checked of every page; a fault says in which mode it was seen."""
    tab.goto("about:blank")  # what the page before still does is heard no more
    set_window(tab, MODES[0])
    heard = Heard()
    faults: list[str] = []
    with heard.listening(tab):
        tab.goto(site + page_name, wait_until="load")
        tab.evaluate(axe)
        assert tab.evaluate("() => document.body.children.length") > 0
        for mode in ALL_MODES:
            turn(tab, mode)
            faults += [f"{mode}: {fault}" for fault in faults_in(tab, page_name, mode)]
        tab.wait_for_load_state("networkidle")
    faults += loud(heard, site)
    turn(tab, DESK)
    tab_without_script.goto(site + page_name, wait_until="load")
    faults += missing_without_script(tab, tab_without_script, page_name)
    assert not faults, "\n".join(faults)


def faults_in(page: Page, name: str, mode: Mode) -> list[str]:
    """Give what is wrong with *page* in *mode*, in which it stands.

    axe-core finds no violation.  Nobody has to scroll sideways; 320 px with letters twice the size
    is one of the modes.  On a page of each kind, what is read at length has more contrast than
    WCAG's level AA asks for, and the header is read whole with its buttons apart.
    """
    faults = violations(page, mode) + sideways(page)
    if name in KEY_PAGES:
        faults += crowded_header(page)
    if name in KEY_PAGES and mode in MODES[2:]:
        faults += pale_words(page)
    return faults


def loud(heard: Heard, site: str) -> list[str]:
    """Give console errors, breaches of the policy, what is missing, requests to other hosts."""
    assert heard.asked, "the page asked for nothing, not even for itself"
    away = [url for url in heard.asked if not url.startswith((site, "data:", "blob:"))]
    return heard.faults + [f"away: {url}" for url in away]


def missing_without_script(scripted: Page, still: Page, name: str) -> list[str]:
    """Give the words and links that *scripted* has and *still*, with script off, lacks."""
    # Controls that only a script can answer appear with it; they say nothing of their own.
    scripted.locator(".profile-filter, .profile-copy").evaluate_all(
        "found => found.forEach(it => it.remove())"
    )
    shown = scripted.locator("main").inner_text()
    links = scripted.locator("main a[href]").evaluate_all(LINKS)
    plain = still.locator("main").inner_text()
    lost = Counter(links) - Counter(still.locator("main a[href]").evaluate_all(LINKS))
    words = Counter(shown.split())
    assert words, "the page shows nothing"
    if name == "search.html":
        assert "JavaScript" in plain, "a search without script must say that it needs one"
    else:
        lost += words - Counter(plain.split())
    return [f"without script: {word} is missing" for word in lost]
