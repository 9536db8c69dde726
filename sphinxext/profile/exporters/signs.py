"""Characters that may stand in files for machines, whatever an author wrote or pasted."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

#: What XML 1.0 (section 2.2) forbids or advises against: controls, half pairs, non-characters.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

_EMBEDDINGS, _ISOLATES = "\u202a\u202b\u202d\u202e", "\u2066\u2067\u2068"
_END_EMBEDDING, _END_ISOLATE = "\u202c", "\u2069"
_DIRECTION = re.compile(f"[{_EMBEDDINGS}{_ISOLATES}{_END_EMBEDDING}{_END_ISOLATE}]")

#: Signs that could end a script element or a line of JavaScript, and how JSON writes them.
_ESCAPES = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}

# With line ends and blanks Python's own encoder writes it, which takes ten times as long.
encoded = json.JSONEncoder(ensure_ascii=False).encode


def clean(text: str) -> str:
    """Take out what no file may hold; a change of direction ends with the text."""
    if text.isprintable():
        return text
    kept = _UNFIT.sub("", text)
    return _closed(kept) if _DIRECTION.search(kept) else kept


def line(text: str) -> str:
    """Clean a text and write it on one line."""
    return " ".join(clean(text).split())


def _closed(text: str) -> str:
    """Close what changes the direction, and drop closing signs that close nothing (UAX #9)."""
    out: list[str] = []
    open_: list[str] = []
    for sign in text:
        if sign in _EMBEDDINGS:
            open_.append(_END_EMBEDDING)
        elif sign in _ISOLATES:
            open_.append(_END_ISOLATE)
        elif sign == _END_EMBEDDING:
            if open_[-1:] != [sign]:
                continue
            open_.pop()
        elif sign == _END_ISOLATE:
            if sign not in open_:
                continue
            # It closes the embeddings within as well.
            while open_.pop() != sign:
                pass
        out.append(sign)
    return "".join((*out, *reversed(open_)))


def json_text(value: dict[str, Any]) -> str:
    """Write an object as JSON, the items of its lists a line each."""
    return put_together(
        {
            name: [encoded(item) for item in inner] if isinstance(inner, list) else encoded(inner)
            for name, inner in value.items()
        }
    )


def put_together(parts: Mapping[str, str | Sequence[str]]) -> str:
    """Write an object of values, and of lists of values, that are JSON already.

    No sign in it ends an element of HTML, wherever it is put.
    """
    lines = []
    for name, inner in parts.items():
        items = inner if isinstance(inner, str) else ",\n  ".join(inner)
        text = items if inner is items else f"[\n  {items}\n ]" if items else "[]"
        lines.append(f" {encoded(name)}: {text}")
    whole = escaped(",\n".join(lines), _ESCAPES)
    return f"{{\n{whole}\n}}\n"


def escaped(text: str, escapes: Mapping[str, str]) -> str:
    """Write signs in another way.

    In megabytes of text this is ten times as quick as a table of translation.
    """
    for sign, escape in escapes.items():
        # To find none is quicker than to replace none: that counts them, character by character.
        if sign in text:
            text = text.replace(sign, escape)
    return text
