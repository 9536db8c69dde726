"""Pictures of sixteen shades: read by Pillow, and the same whatever was written before."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from sphinxext.profile.exporters.shades_png import ShadesPng

GREYS = [(value * 17,) * 3 for value in range(16)]


def rows_of(image: Image.Image, stride: int) -> bytes:
    return image.tobytes("raw", "P;4", stride)


def picture(width: int, height: int, pixels: bytes) -> Image.Image:
    return Image.frombytes("P", (width, height), pixels)


@pytest.mark.parametrize(("width", "height"), [(1, 1), (3, 5), (8, 9), (20, 40), (7, 100)])
def test_what_was_written_is_read(width: int, height: int) -> None:
    pixels = bytes(number % 16 for number in range(width * height))
    png = ShadesPng(width, height, GREYS)
    with Image.open(
        io.BytesIO(png.write(rows_of(picture(width, height, pixels), png.stride)))
    ) as f:
        f.load()
        assert (f.format, f.mode, f.size) == ("PNG", "P", (width, height))
        assert list(f.convert("RGB").getdata()) == [GREYS[pixel] for pixel in pixels]


@given(st.lists(st.lists(st.integers(0, 15), min_size=20, max_size=20), min_size=1, max_size=5))
def test_a_picture_is_the_same_after_any_others(columns: list[list[int]]) -> None:
    many = ShadesPng(2, 20, GREYS)
    for column in columns:
        pixels = bytes(pixel for pixel in column for _ in range(2))
        rows = rows_of(picture(2, 20, pixels), many.stride)
        assert many.write(rows) == ShadesPng(2, 20, GREYS).write(rows)


def test_equal_bands_are_compressed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    packed: list[bytes] = []
    png = ShadesPng(2, 90, GREYS)
    pack = png._piece
    monkeypatch.setattr(png, "_piece", lambda data: packed.append(data) or pack(data))
    blank = bytes(2 * 90)
    png.write(rows_of(picture(2, 90, blank), png.stride))
    packed.clear()
    png.write(rows_of(picture(2, 90, blank[:-1] + b"\5"), png.stride))
    assert len(packed) == 1
