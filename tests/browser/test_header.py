"""The header of a page: its name is read whole and its buttons stand apart, however little room."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from tests.browser.site import ALL_MODES, KEY_PAGES, Mode, turn

if TYPE_CHECKING:
    from playwright.sync_api import Page

PARTS = """() => [...document.querySelectorAll(".bd-header :is(button, img, .logo__title)")]
    .filter((it) => it.checkVisibility() && !it.closest(".dropdown-menu"))
    .map((it) => { const box = it.getBoundingClientRect();
        return {name: it.className, left: box.left, right: box.right, top: box.top,
            bottom: box.bottom, cut: it.scrollWidth > it.clientWidth + 1}; })"""


@pytest.mark.parametrize("name", KEY_PAGES)
def test_header_has_room_for_its_parts(open_page: Callable[[str, Mode], Page], name: str) -> None:
    page = open_page(name, ALL_MODES[0])
    faults: list[str] = []
    for mode in ALL_MODES:
        turn(page, mode)
        parts = page.evaluate(PARTS)
        assert len(parts) > 2
        faults += [f"{mode}: {it['name']} is cut" for it in parts if it["cut"]]
        faults += [
            f"{mode}: {one['name']} and {other['name']} overlap"
            for one, other in combinations(parts, 2)
            if min(one["right"], other["right"]) - max(one["left"], other["left"]) > 1
            and min(one["bottom"], other["bottom"]) - max(one["top"], other["top"]) > 1
        ]
    assert not faults, "\n".join(faults)
