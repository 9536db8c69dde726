"""Key pages look as they did when somebody last looked at them, in every mode and on paper.

The pictures in ``pictures/`` were looked at by eye; ``nox -s pictures`` takes them anew after a
change that is meant.  They are small and compared with tolerance, since browsers differ in how
they smooth letters; a block that moved or lost its colour is far beyond it.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.site import KEY_PAGES, MODES, PICTURES, Mode, pictures_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

#: How far a colour may be off (of 255), and how many points (of 100) may be further off.
COLOUR, POINTS = 40, 2.0


def differing(one: bytes, other: bytes) -> float:
    """Give the percentage of points that differ; all of them where the sizes do."""
    from PIL import Image, ImageChops

    first, second = (Image.open(BytesIO(data)).convert("L") for data in (one, other))
    if first.size != second.size:
        return 100.0
    far = ImageChops.difference(first, second).point(lambda value: 255 if value > COLOUR else 0)
    return 100 * far.histogram()[255] / (far.width * far.height)


@pytest.mark.parametrize("name", KEY_PAGES)
def test_page_looks_as_before(
    open_page: Callable[[str, Mode], Page], tmp_path: Path, name: str
) -> None:
    faults = {}
    for known, found in pictures_of(open_page(name, MODES[0]), name):
        off = differing((PICTURES / known).read_bytes(), found)
        if off > POINTS:
            (tmp_path / known).write_bytes(found)
            faults[known] = f"{off:.1f} %"
    assert not faults, f"{faults} of the points differ; what was found is in {tmp_path}"
