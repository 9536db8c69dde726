"""What axe-core finds in an open page: violations of WCAG 2.0 to 2.2, levels A and AA."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.browser.site import Mode

if TYPE_CHECKING:
    from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RULES = ("heading-order", "page-has-heading-one", "empty-heading", "landmark-one-main")
"""Rules beyond WCAG's."""

# All rules run in every mode: what is shown, and so what any rule sees, depends on the width.
# axe-core would parse all style sheets anew for each run; only `css-orientation-lock` reads them,
# which counts as experimental and isn't among these rules (`PARSES` is how this is checked).
RUN = """async ([tags, rules]) => {
    await Promise.all(document.getAnimations().map((it) => it.finished.catch(() => {})));
    const runOnly = {type: "tag", values: tags};
    const preload = {assets: ["media"]};
    const found = await axe.run(
        document, {runOnly, rules, preload, resultTypes: ["violations"]});
    return {passes: found.passes.length, violations: found.violations,
        ran: ["passes", "violations", "incomplete", "inapplicable"]
            .flatMap((kind) => found[kind].map((it) => it.id))};
}"""
PARSES = "css-orientation-lock"
ENHANCED = """async () => {
    const found = await axe.run(
        {include: [["article p"], ["article li"], ["article dd"]],
            exclude: [["article a"], ["code"]]},
        {runOnly: {type: "rule", values: ["color-contrast-enhanced"]},
            resultTypes: ["violations"]});
    return {passes: found.passes.length, violations: found.violations};
}"""


def violations(page: Page, mode: Mode) -> list[str]:
    """Give what axe-core, loaded into *page*, finds wrong in it as it stands in *mode*."""
    rules = {name: {"enabled": True} for name in RULES}
    # A page can't ask which colours the system has put in the place of its own.
    rules["color-contrast"] = {"enabled": mode.extra != "forced"}
    found = page.evaluate(RUN, [TAGS, rules])
    assert found["passes"], "axe-core checked nothing"
    assert PARSES not in found["ran"], "this rule needs the style sheets among what is preloaded"
    return _said(found)


def pale_words(page: Page) -> list[str]:
    """Give what is read at length and has less than 7:1, which level AAA asks for."""
    found = page.evaluate(ENHANCED)
    assert found["passes"], "axe-core checked nothing"
    return _said(found)


def _said(found: dict[str, Any]) -> list[str]:
    """Say each violation that axe-core found: its rule, the element, what is wrong with it."""
    return [
        f"{fault['id']} ({fault['help']}): {node['html'][:160]} | "
        + " ".join(check["message"] for check in node["any"] + node["all"] + node["none"])[:240]
        for fault in found["violations"]
        for node in fault["nodes"]
    ]
