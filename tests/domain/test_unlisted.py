"""Records of pages that ``profile_unlisted`` names are examples: shown, linked to, not listed."""

from __future__ import annotations

from collections.abc import Callable

from tests.support import Lab

REAL = """
# Home

:::{profile} Real Person
:id: real
:tags: speech
:::

:::{people}
:::

{person}`example`, {person}`real`

```{toctree}
guide/page
```
"""
EXAMPLE = """
# Guide

:::{profile} Example Person
:id: example
:affiliation: Example University
:tags: speech, gesture
:::

:::{project-card} Example
:people: example
:tags: gesture
:::
"""


def build(lab: Callable[..., Lab], unlisted: list[str]) -> tuple[str, str, str]:
    files = {"index.md": REAL, "guide/page.md": EXAMPLE}
    built = lab(files, profile_unlisted=unlisted).build().assert_clean()
    assert built.app
    objects = " ".join(o[0] for o in built.app.env.get_domain("profile").get_objects())
    everybody = built.text("index", ".profile-listing")
    return everybody, objects, built.text("profile-tags", "table")


def test_examples_are_in_no_listing_and_no_index(lab: Callable[..., Lab]) -> None:
    everybody, objects, tags = build(lab, ["guide/*"])
    assert "Real Person" in everybody
    assert "Example Person" not in everybody
    assert objects == "real"
    assert "Real Person" in tags
    assert "gesture" not in tags


def test_without_the_setting_everything_is_listed(lab: Callable[..., Lab]) -> None:
    everybody, objects, tags = build(lab, [])
    assert "Example Person" in everybody
    assert "example" in objects.split()
    assert "gesture" in tags
