"""Left and right in the sheets of the theme become start and end of a line."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

LOGICAL = runpy.run_path(str(Path(__file__).parents[2] / "docs" / "_ext" / "logical.py"))["logical"]


@pytest.mark.parametrize(
    ("physical", "logical"),
    [
        ("margin-left:auto", "margin-inline-start:auto"),
        ("color:red;padding-right: 1rem", "color:red;padding-inline-end: 1rem"),
        (
            "border-left-width:1px;border-left:0",
            "border-inline-start-width:1px;border-inline-start:0",
        ),
        ("left:0;right: auto", "inset-inline-start:0;inset-inline-end: auto"),
        ("text-align:left;float:right", "text-align:start;float:inline-end"),
        ("clear : left", "clear : inline-start"),
        ("border-top-left-radius:0", "border-start-start-radius:0"),
        ("border-bottom-right-radius:0", "border-end-end-radius:0"),
        ("padding:0 1px 2px 3px;top:0", "padding-block:0 2px;padding-inline:3px 1px;top:0"),
    ],
)
def test_sides_become_start_and_end(physical: str, logical: str) -> None:
    assert LOGICAL(physical) == logical


@pytest.mark.parametrize(
    "declarations",
    [
        "left:50%;transform:translate(-50%)",  # a part of the box's own size
        "--left:0;scroll-margin-block:1px;background-position:left",
        "margin:0 auto;padding:1px 2px 3px;text-align:center",
        "margin:calc(1px + 2px) 0 0 1px",
    ],
)
def test_what_has_no_side_stays(declarations: str) -> None:
    assert LOGICAL(declarations) == declarations
