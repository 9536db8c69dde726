"""Content lines, as iCalendar (RFC 5545) and vCard (RFC 6350) share them."""

from __future__ import annotations

from collections.abc import Iterable

#: The most octets of a line before it is folded, by both standards.
WIDTH = 75


def escape(text: str) -> str:
    """Escape a text value: backslash, comma, semicolon and line ends; no other control stays."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(sign for sign in lines if sign in "\n\t" or _is_allowed(sign))
    for sign in "\\,;":
        kept = kept.replace(sign, f"\\{sign}")
    return kept.replace("\n", "\\n")


def _is_allowed(sign: str) -> bool:
    """Tell whether both standards let a character stand: no control, no half of a pair."""
    return sign >= " " and not "\x7f" <= sign <= "\x9f" and not "\ud800" <= sign <= "\udfff"


def fold(line: str) -> str:
    """Fold a line at :data:`WIDTH` octets without cutting a character in two."""
    if len(line) * 4 <= WIDTH:
        return line
    out: list[str] = []
    part, size = "", 0
    for sign in line:
        octets = len(sign.encode("utf-8", "surrogatepass"))
        if size + octets > WIDTH:
            out.append(part)
            # A folded line begins with a blank, which counts.
            part, size = " ", 1
        part += sign
        size += octets
    return "\r\n".join([*out, part])


def document(lines: Iterable[str]) -> str:
    """Write content lines as a document."""
    return "".join(f"{fold(line)}\r\n" for line in lines)
