"""One server and one browser for all checks; a page and a mode are parameters."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.site import (
    AXE,
    MODES,
    POLICY,
    Mode,
    browsing,
    missing,
    missing_browser,
    pages,
    served,
    window,
)

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a check once for each page of the built site."""
    if "page_name" in metafunc.fixturenames:
        metafunc.parametrize("page_name", pages() or ["no-site"])


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark every check of this folder, so that `-m "not browser"` leaves it out."""
    if item.path.is_relative_to(os.path.dirname(__file__)):
        item.add_marker(pytest.mark.browser)


def need(what: str) -> None:
    """Skip if there is something in *what* that is missing, or fail where it is required."""
    if what and os.environ.get("BROWSER_REQUIRED"):
        pytest.fail(what)
    if what:
        pytest.skip(what)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give the running browser: one in a process, since Playwright allows no second."""
    need(missing_browser())
    with browsing() as running:
        yield running


@pytest.fixture(scope="session")
def site(browser: Browser) -> Iterator[str]:
    """Give the address of the built site."""
    need(missing())
    with served(policy=POLICY) as address:
        yield address


@pytest.fixture(scope="session")
def open_page(site: str, browser: Browser) -> Iterator[Callable[[str, Mode], Page]]:
    """Give a function that opens a page of the site in a mode; the window is used again."""
    contexts: dict[Mode, BrowserContext] = {}
    opened: list[Page] = []

    def open_one(name: str, mode: Mode) -> Page:
        if mode not in contexts:
            contexts[mode] = window(browser, mode)
            contexts[mode].clock.install()  # so that nobody waits for what a script puts off
        while opened:
            opened.pop().close()
        page = contexts[mode].new_page()
        opened.append(page)
        page.goto(site + name, wait_until="load")
        return page

    yield open_one
    for context in contexts.values():
        context.close()


FORGET = """if (origin !== "null") {
    localStorage.clear();
    sessionStorage.clear();
}"""
"""Run before a page's own scripts, it has the page find nothing that an earlier one kept."""


@pytest.fixture(scope="session")
def tab(site: str, browser: Browser) -> Iterator[Page]:
    """Give one page that goes through the whole site.

    To go on in it costs less than half of a new one: it has the files that pages have in common,
    and axe-core as it was compiled.  No page finds what an earlier one kept for itself.
    """
    context = window(browser, MODES[0])
    context.clock.install()
    context.add_init_script(FORGET)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def tab_without_script(site: str, browser: Browser) -> Iterator[Page]:
    """Give one page, at desk width, in which no script runs."""
    context = window(browser, Mode(1280, script=False))
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """Give axe-core's source."""
    return AXE.read_text("utf-8")
