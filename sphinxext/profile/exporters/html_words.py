"""Rich text as HTML that is well-formed XML as well: what feeds hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from html import escape
from typing import Any

from ..model.richtext import RichText, Span, refs
from .cv_data import blocks
from .signs import clean

#: Mark -> element; a formula stands as it was typed.
_ELEMENTS = {
    "strong": "strong",
    "emphasis": "em",
    "code": "code",
    "math": "code",
    "sub": "sub",
    "sup": "sup",
}


def html(text: RichText, address: Callable[[tuple[str, str]], str]) -> str:
    """Write a text; a link that leads nowhere from outside the site stays as words.

    ``address`` tells where a reference (role and target) leads, or ``""``.
    """
    if any(refs(text)):
        text = tuple(
            replace(block, spans=tuple(_linked(span, address) for span in block.spans))
            for block in text
        )
    return _inner(blocks(text))


def _linked(span: Span, address: Callable[[tuple[str, str]], str]) -> Span:
    return replace(span, href=address(span.ref)) if span.ref and not span.href else span


def paragraph(words: str) -> str:
    """Write plain words as a paragraph; no words make none."""
    return f"<p>{escape(clean(words))}</p>" if words else ""


def _inner(found: Iterable[dict[str, Any]]) -> str:
    return "".join(map(_block, found))


def _block(block: dict[str, Any]) -> str:
    if block["kind"] == "list":
        name = "ol" if block["ordered"] else "ul"
        items = "".join(f"<li>{_inner(item)}</li>" for item in block["items"])
        return f"<{name}>{items}</{name}>"
    words = "".join(map(_span, block["spans"]))
    match block["kind"]:
        case "code":
            return f"<pre><code>{words}</code></pre>"
        case "math":
            return f"<p><code>{words}</code></p>"
        case "quote":
            return f"<blockquote><p>{words}</p></blockquote>"
        case "heading":
            return f"<p><strong>{words}</strong></p>"
    return f"<p>{words}</p>"


def _span(span: dict[str, Any]) -> str:
    words = escape(clean(span["text"]))
    for mark in reversed(span["marks"]):
        if name := _ELEMENTS.get(mark):
            words = f"<{name}>{words}</{name}>"
    return f'<a href="{escape(clean(span["url"]))}">{words}</a>' if span["url"] else words
