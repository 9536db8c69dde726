"""PNG files of few colours, written quickly.

Format: https://www.w3.org/TR/png-3/.  A byte a pixel and a palette make a card of words a quarter
as large as in full colour.  What is drawn on is laid out as the file has it, so that nothing is
packed or copied before it is compressed; half a byte a pixel would make the file no smaller.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence


class ShadesPng:
    """Writes pictures of one size with up to 256 colours (red, green and blue).

    ``rows`` is what to draw on: from the top, the number of a colour for each pixel, and a byte of
    zeros behind each row.  That byte is the number of the next row's filter.
    """

    def __init__(self, width: int, height: int, palette: Sequence[tuple[int, int, int]]) -> None:
        colours = b"".join(map(bytes, palette))
        header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
        self._start = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"PLTE", colours)
        self._end = _chunk(b"IEND", b"")
        self.stride = width + 1
        whole = memoryview(bytearray(1 + self.stride * height))
        self.rows = whole[1:]
        self._data = whole[:-1]

    def filled(self, colour: int) -> bytes:
        """Return rows of one colour, by its number."""
        return (bytes([colour]) * (self.stride - 1) + b"\0") * (len(self.rows) // self.stride)

    def write(self) -> bytes:
        """Write the picture that is there now."""
        from isal import isal_zlib

        return self._start + _chunk(b"IDAT", isal_zlib.compress(self._data, 1)) + self._end


def _chunk(name: bytes, data: bytes) -> bytes:
    length, checksum = len(data), zlib.crc32(data, zlib.crc32(name))
    return b"".join((struct.pack(">I", length), name, data, struct.pack(">I", checksum)))
