"""Rich text as Markdown in which every sign an author wrote stays the sign it was.

It is Python-Markdown's, as RenderCV reads it: a backslash before any other sign than these would be
shown, and an underscore inside a word is no mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..model.richtext import Block, RichText, Span

_SIGNS = re.compile(r"([\\`*\[\]]|(?<!\w)_|_(?!\w))")
_MARKS = {"strong": "**", "emphasis": "*"}


def escape(words: str) -> str:
    """Escape plain words."""
    return _SIGNS.sub(r"\\\1", words)


def line(spans: Iterable[Span]) -> str:
    """Write marked words on one line."""
    return " ".join("".join(_span(span) for span in spans).split())


def _span(span: Span) -> str:
    is_code = "code" in span.marks and "`" not in span.text
    text = f"`{span.text}`" if is_code else escape(span.text)
    # A mark holds no blanks at its ends.
    inner = text.strip()
    if inner:
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        for mark in reversed(span.marks):
            sign = _MARKS.get(mark, "")
            inner = f"{sign}{inner}{sign}"
        if span.href:
            inner = f"[{inner}]({span.href.replace('(', '%28').replace(')', '%29')})"
        text = f"{before}{inner}{after}"
    return text


def prose(text: RichText, *, lists: bool = False) -> list[str]:
    """Write the paragraphs that stand outside of lists; with ``lists``, the items too."""
    found = [block for block in text if lists or not (block.level or block.kind == "item")]
    return [_block(block) for block in found if block.text.strip()]


def _block(block: Block) -> str:
    return f"- {line(block.spans)}" if block.kind == "item" else line(block.spans)


def highlights(text: RichText) -> list[str]:
    """Write the items of lists; what belongs to an item stands in its line."""
    out: list[str] = []
    for block in text:
        if block.kind == "item":
            out.append(line(block.spans))
        elif block.level and out:
            out[-1] = f"{out[-1]} {line(block.spans)}".strip()
    return [item for item in out if item]
