"""LaTeX: what links and the printed indices lead to is there."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.support import Build, Lab

HOME = """
# Lab

:::{organization} The Lab
:id: lab
:::

{person}`김예시` works on {project}`robots`, see {event}`first-step`.

:::{people}
:::

```{toctree}
page
```
"""
PAGE = """
# Page

:::{profile} 김예시
:member-of: lab
:tags: one
:::

::::{timeline} Career
:::{entry} A step
:id: first-step
:date: 2020
:::
::::

:::{project-card} Robots
:id: robots
:people: 김예시
:image: robots.png
:alt: A robot.
:::
"""
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c626001000000ffff03000006000557"
    "bfabd40000000049454e44ae426082"
)


@pytest.fixture
def book(lab: Callable[..., Lab]) -> str:
    files = {"index.md": HOME, "page.md": PAGE, "robots.png": PIXEL}
    built: Build = lab(files).build("latex").assert_clean()
    (tex,) = built.outdir.glob("*.tex")
    return tex.read_text("utf-8")


def test_each_reference_has_a_label(book: str) -> None:
    wanted = set(re.findall(r"\\(?:hyperref\[|pageref\{)\\detokenize\{([^}]+)\}", book))
    labels = re.findall(r"\\label\{\\detokenize\{([^}]+)\}\}", book)
    assert {name.partition(":")[2] for name in wanted} >= {
        "person-_uae40_uc608_uc2dc",  # as Sphinx writes 김예시 in a label
        "project-robots",
        "event-first-step",
        "organization-lab",
    }
    assert wanted <= set(labels)
    assert len(labels) == len(set(labels))


def test_pictures_leave_room(book: str) -> None:
    assert re.search(r"\\sphinxincludegraphics\[width=0\.4\d*\\linewidth\]\{\{robots\}", book)


BIB = "@article{a, title={A paper}, author={Kim, Ada}, year=2020, people={김예시}}"
LISTS = """
See {pub}`a`.

:::{publications}
:::

:::{cv}
:person: 김예시
:::
"""


def test_items_have_labels_and_cards_no_bullets(lab: Callable[..., Lab]) -> None:
    files = {"index.md": HOME + LISTS, "page.md": PAGE, "robots.png": PIXEL, "papers.bib": BIB}
    built = lab(files, profile_bibliography=["papers.bib"]).build("latex").assert_clean()
    tex = next(built.outdir.glob("*.tex")).read_text("utf-8")
    assert re.search(
        r"\\item \{\} \\phantomsection\\label\{\\detokenize\{[^}]*publication-a\}\}", tex
    )
    assert re.search(r"\\hyperref\[\\detokenize\{[^}]*publication-a\}", tex)
    assert re.search(r"\\item\[\] \{\}\s+\\begin\{sphinxuseclass\}\{profile-person\}", tex)
