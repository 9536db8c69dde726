"""PNG files of sixteen shades, written quickly where many are alike.

Format: https://www.w3.org/TR/png-3/.  Half a byte a pixel and a palette make a card of words a
quarter as large as in full colour.  Pillow writes such files too, in four times the time.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence

#: Pieces into which a picture is cut; what cards have in common mostly fills several whole.
_BANDS = 9


class ShadesPng:
    """Writes pictures of one size in one palette of sixteen colours (red, green and blue)."""

    def __init__(self, width: int, height: int, palette: Sequence[tuple[int, int, int]]) -> None:
        colours = b"".join(map(bytes, palette))
        header = struct.pack(">IIBBBBB", width, height, 4, 3, 0, 0, 0)
        self._start = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"PLTE", colours)
        #: Bytes of a row: the number of its filter, and two pixels a byte.
        self.stride = 1 + (width + 1) // 2
        self._band = -(-height // _BANDS) * self.stride
        self._last = [(b"", b"")] * _BANDS

    def write(self, rows: bytes) -> bytes:
        """Write a picture, of rows that begin with the number of a filter.

        Each band is compressed by itself, so that one that is as in the picture before needn't be.
        """
        out = [b"\x78\x01"]
        for number in range(_BANDS):
            band = rows[number * self._band : (number + 1) * self._band]
            if band != self._last[number][0]:
                self._last[number] = band, _deflated(band)
            out.append(self._last[number][1])
        out += b"\x03\x00", struct.pack(">I", zlib.adler32(rows))
        return b"".join((self._start, _chunk(b"IDAT", b"".join(out)), _chunk(b"IEND", b"")))


def _deflated(band: bytes) -> bytes:
    """Compress a part of a stream of RFC 1951 that others may follow, whatever came before."""
    state = zlib.compressobj(1, zlib.DEFLATED, -zlib.MAX_WBITS)
    return state.compress(band) + state.flush(zlib.Z_FULL_FLUSH)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
