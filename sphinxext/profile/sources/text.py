"""The bytes of a file as text: any line ends, with or without a byte order mark."""

from __future__ import annotations

import codecs
import re

from .issue import Issue

_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, problem: str) -> tuple[str, tuple[Issue, ...]]:
    """Return the text of a file and, where it is not UTF-8, the issue that says so.

    A file that is not UTF-8 is read as Windows-1252, whose letters are those of Latin-1.
    """
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), "utf-8")
    try:
        return clean(data.decode(encoding).removeprefix("\ufeff")), ()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        bad = f"0x{data[error.start]:02X}"
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    message = f"the file is not UTF-8 (byte {bad}); it is read as Windows-1252, save it as UTF-8"
    return clean(text), (Issue(problem, message, line),)


def clean(text: str) -> str:
    r"""Return text with ``\n`` at its line ends and without characters that no page can hold."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\f", " ")
    return _CONTROL.sub("\ufffd", text) if _CONTROL.search(text) else text
