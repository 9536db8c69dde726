"""How much of a project a listing shows: a grid has room for one paragraph."""

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
- an item

First **paragraph**.

Second paragraph.
:::
"""


@pytest.mark.parametrize(
    ("layout", "shown"),
    [
        ("grid", {"First paragraph."}),
        ("list", {"an item", "First paragraph.", "Second paragraph."}),
        ("compact", set()),
    ],
)
def test_layout(lab: Callable[..., Lab], layout: str, shown: set[str]) -> None:
    files = {"index.md": PAGE.format(layout=layout), "one.md": PROJECT}
    built = lab(files).build().assert_clean()
    text = built.text("index", f".profile-as-{layout}")
    assert "A project" in text
    assert {p for p in ("an item", "First paragraph.", "Second paragraph.") if p in text} == shown
