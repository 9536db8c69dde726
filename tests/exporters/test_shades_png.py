"""Pictures of few colours: read by Pillow, and the same whatever was written before."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
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


#: A picture of two by twenty pixels: how many rows of which colour.
COLUMNS = st.lists(st.tuples(st.integers(1, 12), st.sampled_from([0, 0, 0, 7, 15])), max_size=9)


@given(st.lists(COLUMNS, min_size=1, max_size=5))
def test_a_picture_is_the_same_after_any_others(columns: list[list[tuple[int, int]]]) -> None:
    many = ShadesPng(2, 22, GREYS)
    for column in columns:
        colours = [colour for count, colour in column for _ in range(count)]
        pixels = bytes(colour for colour in ([*colours, *[0] * 22])[:22] for _ in range(2))
        assert draw(many, pixels) == draw(ShadesPng(2, 22, GREYS), pixels)


def test_equal_parts_are_compressed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    packed: list[bytes] = []
    png = ShadesPng(1, 90, GREYS)
    pack = png._piece
    monkeypatch.setattr(png, "_piece", lambda data: packed.append(data) or pack(data))
    lines = bytearray(90)
    lines[21] = lines[41] = 5
    draw(png, lines)
    assert len(packed) == 5
    packed.clear()
    lines[42] = 7
    draw(png, lines)
    assert packed == [b"\0\0\5\0\7" + bytes(5)]
