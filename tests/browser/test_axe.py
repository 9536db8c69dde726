"""Accessibility: axe-core finds no violation of WCAG 2.0 to 2.2, levels A and AA, anywhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.browser.site import MODES, Mode

if TYPE_CHECKING:
    from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """async (tags) => {
    await Promise.all(document.getAnimations().map((it) => it.finished.catch(() => {})));
    return axe.run(document, {runOnly: {type: "tag", values: tags}});
}"""


def test_axe(open_page: Callable[[str, Mode], Page], axe: str, page_name: str) -> None:
    """The page has no violation, on a phone and on a desk, in light and dark."""
    page = open_page(page_name, MODES[0])
    page.evaluate(axe)
    faults: list[str] = []
    for mode in MODES:
        turn(page, mode)
        found = page.evaluate(RUN, TAGS)
        assert found["passes"], "axe-core checked nothing"
        faults += [f"{mode}: {fault}" for fault in faults_in(found)]
    assert not faults, "\n".join(faults)


def turn(page: Page, mode: Mode) -> None:
    """Give the open *page* the size and colours of *mode*."""
    page.set_viewport_size({"width": mode.width, "height": 900})
    page.emulate_media(color_scheme="dark" if mode.scheme == "dark" else "light")
    # A theme with a script of its own for colours follows a moment later.
    follows = "(scheme) => [undefined, scheme].includes(document.documentElement.dataset.theme)"
    page.wait_for_function(follows, arg=mode.scheme, timeout=5000)


def faults_in(found: dict[str, Any]) -> list[str]:
    """Say each violation that axe-core found: its rule, the element, what is wrong with it."""
    return [
        f"{fault['id']} ({fault['help']}): {node['html'][:160]} | "
        + " ".join(check["message"] for check in node["any"] + node["all"] + node["none"])[:240]
        for fault in found["violations"]
        for node in fault["nodes"]
    ]
