"""PNG files of sixteen shades, written quickly where many are alike.

Format: https://www.w3.org/TR/png-3/.  Half a byte a pixel and a palette make a card of words a
quarter as large as in full colour.  Pillow writes such files too, in four times the time.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

#: Pieces into which a picture is cut; what cards have in common mostly fills several whole.
_BANDS = 12

#: The prime number that sums of Adler-32 are taken by.
_ADLER = 65521


class ShadesPng:
    """Writes pictures of one size in one palette of sixteen colours (red, green and blue)."""

    def __init__(self, width: int, height: int, palette: Sequence[tuple[int, int, int]]) -> None:
        colours = b"".join(map(bytes, palette))
        header = struct.pack(">IIBBBBB", width, height, 4, 3, 0, 0, 0)
        self._start = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"PLTE", colours)
        #: Bytes of a row: two pixels a byte, and a byte of zeros.
        self.stride = 1 + (width + 1) // 2
        self._band = -(-height // _BANDS) * self.stride
        # Words on paper are runs of one colour; to look for other likenesses takes longer.
        self._packer = zlib.compressobj(1, strategy=zlib.Z_RLE, wbits=-zlib.MAX_WBITS)
        self._first_filter = self._piece(b"\0")
        self._last = [self._piece(b"")] * _BANDS

    def write(self, rows: bytes) -> bytes:
        """Write a picture, of rows that end in a byte of zeros.

        That byte is the number of the next row's filter.  Each band is compressed by itself, so
        that one that is as in the picture before needn't be.
        """
        pieces = [self._first_filter]
        for number in range(_BANDS):
            start = number * self._band
            band = rows[start : min(start + self._band, len(rows) - 1)]
            if band != self._last[number].data:
                self._last[number] = self._piece(band)
            pieces.append(self._last[number])
        packed = b"".join(piece.packed for piece in pieces)
        data = b"\x78\x01" + packed + b"\x03\x00" + struct.pack(">I", _checksum(pieces))
        return b"".join((self._start, _chunk(b"IDAT", data), _chunk(b"IEND", b"")))

    def _piece(self, data: bytes) -> _Piece:
        """Compress a part that others may follow, whatever came before."""
        packed = self._packer.compress(data) + self._packer.flush(zlib.Z_FULL_FLUSH)
        return _Piece(data, packed, zlib.adler32(data))


class _Piece(NamedTuple):
    """A part of a stream of RFC 1951, and its Adler-32."""

    data: bytes
    packed: bytes
    checksum: int


def _checksum(pieces: Iterable[_Piece]) -> int:
    """Put the checksums of pieces together (RFC 1950): a sum of bytes, and a sum of those sums."""
    low, high = 1, 0
    for piece in pieces:
        high += (piece.checksum >> 16) + (low - 1) * len(piece.data)
        low += (piece.checksum & 0xFFFF) - 1
    return high % _ADLER << 16 | low % _ADLER


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
