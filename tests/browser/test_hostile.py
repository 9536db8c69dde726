"""Every page of hostile cases in a real browser, with all that can be clicked clicked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.site import Mode, window
from tests.hostile.cases import MARK, make_lab, on_pages
from tests.hostile.conftest import built

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Route

CLICK = """() => {
  // What leads to another page is not followed; whatever a script would answer to is.
  addEventListener("click", (event) => {
    const way = event.target.closest("a[href]");
    if (way && !/^\\s*(java|vb)script:|^\\s*data:/i.test(way.href)) event.preventDefault();
  });
  addEventListener("submit", (event) => event.preventDefault());
  let count = 0;
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  for (const target of document.querySelectorAll("a, button, summary, input, select, [tabindex]")) {
    target.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
    target.focus();
    target.click();
    count += 1;
  }
  return count;
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(make_lab(tmp_path_factory.mktemp("hostile"), on_pages()), "html").outdir


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = window(browser, Mode(1280))
    yield context.new_page()
    context.close()


def test_no_script_of_a_value_runs(site: Path, page: Page) -> None:
    ran: list[str] = []
    asked: list[str] = []

    def block(route: Route) -> None:
        # MathJax is Sphinx's own, from another host in its usual settings.
        if "mathjax" not in route.request.url:
            asked.append(route.request.url)
        route.abort()

    page.expose_function(MARK, lambda: ran.append(page.url))
    page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: ran.append(f"{page.url}: {error}"))
    page.route(re.compile("^(?!file:)"), block)
    clicked = 0
    names = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
    pages = [name for name in names if not name.startswith("_")]
    for name in pages:
        page.goto((site / name).as_uri(), wait_until="load")
        clicked += page.evaluate(CLICK)
    assert len(pages) > 150
    assert clicked > 10 * len(pages)
    assert ran == []
    assert asked == []


def test_a_script_would_have_been_seen(tmp_path: Path, page: Page) -> None:
    """The check above sees each way in which a value could run."""
    ways = (
        f"<script>{MARK}()</script>",
        f"<img src=x onerror={MARK}()>",
        f"<a href='javascript:{MARK}()'>x</a>",
        f"<a href='java\tscript:{MARK}()'>x</a>",
        f"<button onfocus={MARK}()>x</button>",
        f"<a onmouseover={MARK}() href=y>x</a>",
    )
    for number, way in enumerate(ways):
        (tmp_path / f"{number}.html").write_text(f"<!doctype html><p>{way}</p>", "utf-8")
    ran: list[str] = []
    page.expose_function(MARK, lambda: ran.append(page.url))
    for number in range(len(ways)):
        page.goto((tmp_path / f"{number}.html").as_uri(), wait_until="load")
        page.evaluate(CLICK)
        page.wait_for_timeout(50)
        assert ran.pop(0).endswith(f"/{number}.html"), ways[number]
        ran.clear()
