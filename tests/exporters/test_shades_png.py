"""Pictures of few colours: read by Pillow, and the same whatever was written before."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from sphinxext.profile.exporters.shades_png import ShadesPng

GREYS = [(value * 17,) * 3 for value in range(16)]


def draw(png: ShadesPng, pixels: bytes) -> bytes:
    """Write a picture, pixel by pixel."""
    width = png.stride - 1
    for row in range(len(png.rows) // png.stride):
        start = row * png.stride
        png.rows[start : start + width] = pixels[row * width : (row + 1) * width]
    return png.write()


@pytest.mark.parametrize(
    ("width", "height"), [(1, 1), (3, 5), (8, 9), (20, 40), (7, 100), (900, 300)]
)
@pytest.mark.parametrize("pattern", [1, 3, 200], ids=["noise", "mixed", "plain"])
def test_what_was_written_is_read(width: int, height: int, pattern: int) -> None:
    pixels = bytes(number // pattern % 16 for number in range(width * height))
    with Image.open(io.BytesIO(draw(ShadesPng(width, height, GREYS), pixels))) as f:
        f.load()
        assert (f.format, f.mode, f.size) == ("PNG", "P", (width, height))
        assert f.convert("RGB").tobytes() == bytes(part for p in pixels for part in GREYS[p])


def test_a_picture_is_the_same_after_any_other() -> None:
    png = ShadesPng(2, 22, GREYS)
    first = draw(png, bytes(range(16)) + bytes(28))
    assert draw(png, bytes([7] * 44)) != first
    assert draw(png, bytes(range(16)) + bytes(28)) == first
