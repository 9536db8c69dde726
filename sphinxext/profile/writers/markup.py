"""Pieces of HTML written directly: text, attributes and formatted spans, all escaped."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape

from ..model.richtext import Block, RichText, Span

_TAGS = {
    "strong": "strong",
    "emphasis": "em",
    "code": "code",
    "sub": "sub",
    "sup": "sup",
}

#: Writes a formula.
Math = Callable[[str], str]


def text(words: str) -> str:
    """Write words between tags."""
    return escape(words, quote=False)


def attribute(words: str) -> str:
    """Write words between the quotes of an attribute."""
    return escape(words)


def spans(found: Iterable[Span], math: Math) -> str:
    """Write formatted words on one line."""
    out = []
    for span in found:
        if not span.marks and not span.href:
            out.append(escape(span.text, quote=False))
            continue
        words = span.text
        piece = math(words) if "math" in span.marks else escape(words, quote=False)
        for mark in reversed(span.marks):
            if tag := _TAGS.get(mark):
                piece = f"<{tag}>{piece}</{tag}>"
        if span.href:
            piece = f'<a class="reference external" href="{escape(span.href)}">{piece}</a>'
        out.append(piece)
    return "".join(out)


def blocks(found: RichText, math: Math) -> str:
    """Write a text of several blocks; lists are of one level, as abstracts have them."""
    out: list[str] = []
    open_list = ""
    for block in found:
        wanted = ("ol" if block.ordered else "ul") if block.kind == "item" else ""
        if open_list and wanted != open_list:
            out.append(f"</{open_list}>\n")
        if wanted and wanted != open_list:
            out.append(f"<{wanted}>\n")
        open_list = wanted
        out.append(_block(block, math))
    if open_list:
        out.append(f"</{open_list}>\n")
    return "".join(out)


def _block(block: Block, math: Math) -> str:
    words = spans(block.spans, math)
    match block.kind:
        case "item":
            return f"<li>{words}</li>\n"
        case "code":
            return f"<pre>{escape(block.text, quote=False)}</pre>\n"
        case "math":
            return f"<p>{math(block.text)}</p>\n"
        case "quote":
            return f"<blockquote><p>{words}</p></blockquote>\n"
        case _:
            return f"<p>{words}</p>\n"
