"""Whether there is room for what an open page holds: none is wider than the window, none cut."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

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

HEADER = """() => [...document.querySelectorAll(".bd-header :is(button, img, .logo__title)")]
    .filter((it) => it.checkVisibility() && !it.closest(".dropdown-menu"))
    .map((it) => { const box = it.getBoundingClientRect();
        return {name: it.className, left: box.left, right: box.right, top: box.top,
            bottom: box.bottom, cut: it.scrollWidth > it.clientWidth + 1}; })"""


def sideways(page: Page) -> list[str]:
    """Give what makes a reader of *page* scroll sideways."""
    return list(page.evaluate(WIDER_THAN_WINDOW))


def crowded_header(page: Page) -> list[str]:
    """Give the parts of the page's header that are cut or lie over one another."""
    parts = page.evaluate(HEADER)
    assert len(parts) > 2
    return [f"{it['name']} is cut" for it in parts if it["cut"]] + [
        f"{one['name']} and {other['name']} overlap"
        for one, other in combinations(parts, 2)
        if min(one["right"], other["right"]) - max(one["left"], other["left"]) > 1
        and min(one["bottom"], other["bottom"]) - max(one["top"], other["top"]) > 1
    ]
