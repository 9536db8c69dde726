"""How much of a project a listing shows: a grid has room for a paragraph and who takes part."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support import Lab

PAGE = """
# Projects

:::{{projects}}
:layout: {layout}
:::

```{{toctree}}
one
```
"""
PROJECT = """
# One

:::{project-card} A project
:partners: Example Company
:grant: Grant 7

- an item

First **paragraph**.

Second paragraph.
:::
"""
PARTS = ("an item", "First paragraph.", "Second paragraph.", "Example Company", "Grant 7")


@pytest.mark.parametrize(
    ("layout", "shown"),
    [
        ("grid", {"First paragraph.", "Example Company"}),
        ("list", set(PARTS)),
        ("compact", set()),
    ],
)
def test_layout(lab: Callable[..., Lab], layout: str, shown: set[str]) -> None:
    files = {"index.md": PAGE.format(layout=layout), "one.md": PROJECT}
    built = lab(files).build().assert_clean()
    text = built.text("index", f".profile-as-{layout}")
    assert "A project" in text
    assert {part for part in PARTS if part in text} == shown
