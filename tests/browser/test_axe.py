"""Accessibility: axe-core finds no violation of WCAG 2.0 to 2.2, levels A and AA, anywhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.site import ALL_MODES, KEY_PAGES, MODES, Mode, turn

if TYPE_CHECKING:
    from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RULES = ("heading-order", "page-has-heading-one", "empty-heading", "landmark-one-main")
"""Rules beyond WCAG's."""

RUN = """async ([tags, rules]) => {
    await Promise.all(document.getAnimations().map((it) => it.finished.catch(() => {})));
    const runOnly = {type: "tag", values: tags};
    return axe.run(document, {runOnly, rules, resultTypes: ["violations"]});
}"""
ENHANCED = """() => axe.run(
    {include: [["article p"], ["article li"], ["article dd"]], exclude: [["article a"], ["code"]]},
    {runOnly: {type: "rule", values: ["color-contrast-enhanced"]}},
)"""


def test_axe(open_page: Callable[[str, Mode], Page], axe: str, page_name: str) -> None:
    """The page has no violation in any mode; it is loaded once and turned from mode to mode."""
    page = open_page(page_name, MODES[0])
    page.evaluate(axe)
    faults: list[str] = []
    for mode in ALL_MODES:
        turn(page, mode)
        rules = {name: {"enabled": True} for name in RULES}
        # A page can't ask which colours the system has put in the place of its own.
        rules["color-contrast"] = {"enabled": mode.extra != "forced"}
        found = page.evaluate(RUN, [TAGS, rules])
        assert found["passes"], "axe-core checked nothing"
        faults += [f"{mode}: {fault}" for fault in faults_in(found)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("mode", MODES[2:], ids=str)
@pytest.mark.parametrize("name", KEY_PAGES)
def test_running_text_has_contrast_of_level_aaa(
    open_page: Callable[[str, Mode], Page], axe: str, name: str, mode: Mode
) -> None:
    """What is read at length has 7:1, more than what WCAG's level AA asks for."""
    page = open_page(name, mode)
    page.evaluate(axe)
    found = page.evaluate(ENHANCED)
    assert found["passes"], "axe-core checked nothing"
    assert not faults_in(found), "\n".join(faults_in(found))


def faults_in(found: dict[str, Any]) -> list[str]:
    """Say each violation that axe-core found: its rule, the element, what is wrong with it."""
    return [
        f"{fault['id']} ({fault['help']}): {node['html'][:160]} | "
        + " ".join(check["message"] for check in node["any"] + node["all"] + node["none"])[:240]
        for fault in found["violations"]
        for node in fault["nodes"]
    ]
