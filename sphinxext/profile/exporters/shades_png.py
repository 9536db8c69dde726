"""PNG files of few colours, written quickly where many are alike.

Format: https://www.w3.org/TR/png-3/.  A byte a pixel and a palette make a card of words a quarter
as large as in full colour.  What is drawn on is laid out as the file has it, so that nothing is
packed or copied before it is compressed; half a byte a pixel would make the file no smaller.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

#: Rows that are looked at together: less than what is between two lines of words.
_STEP = 5
#: Steps with something on them that are compressed together: as high as a line of words.
_MOST = 10

#: The prime number that sums of Adler-32 are taken by.
_ADLER = 65521


class ShadesPng:
    """Writes pictures of one size with up to 256 colours (red, green and blue).

    ``rows`` is what to draw on: from the top, the number of a colour for each pixel, and a byte of
    zeros behind each row.  That byte is the number of the next row's filter.
    """

    def __init__(self, width: int, height: int, palette: Sequence[tuple[int, int, int]]) -> None:
        colours = b"".join(map(bytes, palette))
        header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
        self._start = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"PLTE", colours)
        self.stride = width + 1
        self.rows = bytearray(self.stride * height)
        self._view = memoryview(self.rows)
        self._size = len(self.rows) - 1
        self._packer = zlib.compressobj(1, wbits=-zlib.MAX_WBITS)
        self._first_filter = self._piece(b"\0")
        #: What was compressed of the picture before, by where it begins.
        self._last: dict[int, _Piece] = {}
        self._blank = b""
        self._blanks: dict[int, _Piece] = {}

    def write(self) -> bytes:
        """Write the picture that is there now.

        Each part is compressed by itself, so that one that is as in the picture before needn't be,
        nor rows like those at the top, as which most are.
        """
        step = bytes(self._view[: _STEP * self.stride])
        if step != self._blank:
            self._blank, self._blanks = step, {}
        found: dict[int, _Piece] = {}
        for start, end, is_blank in self._parts():
            found[start] = self._of_blank(end - start) if is_blank else self._of_words(start, end)
        self._last = found
        pieces = [self._first_filter, *found.values()]
        packed = b"".join(piece.packed for piece in pieces)
        data = b"\x78\x01" + packed + b"\x03\x00" + struct.pack(">I", _checksum(pieces))
        return b"".join((self._start, _chunk(b"IDAT", data), _chunk(b"IEND", b"")))

    def _parts(self) -> Iterator[tuple[int, int, bool]]:
        """Yield where parts start and end, and whether all of their rows are blank."""
        blank, rows, step = self._blank, self.rows, len(self._blank)
        start, was_blank = 0, True
        for here in range(0, self._size, step):
            is_blank = rows.startswith(blank, here)
            is_full = not is_blank and here - start >= _MOST * step
            if here and (is_blank != was_blank or is_full):
                yield start, here, was_blank
                start = here
            was_blank = is_blank
        yield start, self._size, False

    def _of_blank(self, length: int) -> _Piece:
        if length not in self._blanks:
            self._blanks[length] = self._piece(self._blank * (length // len(self._blank)))
        return self._blanks[length]

    def _of_words(self, start: int, end: int) -> _Piece:
        last = self._last.get(start)
        if last and len(last.data) == end - start and self.rows.startswith(last.data, start):
            return last
        return self._piece(bytes(self._view[start:end]))

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
