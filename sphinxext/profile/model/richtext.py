"""Formatted text that any output can write: paragraphs and lists of marked spans.

A page shows the nodes that the author's Markdown became.  Everything else (a listing on
another page, a CV, a feed) starts from this small neutral form instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from .packing import Packed

#: ``nocase`` keeps the case of a word where a citation style changes it; it is never visible.
Mark = Literal["strong", "emphasis", "code", "math", "sub", "sup", "nocase"]
BlockKind = Literal["paragraph", "item", "code", "math", "quote", "heading"]


@dataclass(frozen=True, slots=True)
class Span(Packed):
    """A run of text with one set of marks, and a link target or ``""``.

    ``ref`` is what it refers to inside the site, as a role and its target: ``("person", "ada")``
    or ``("page", "projects/index")``.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    href: str = ""
    ref: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Block(Packed):
    """One paragraph, list item, code block, formula, quotation or heading.

    ``level`` is the depth of list nesting: 0 outside any list, 1 in a first-level item.
    An ``item`` starts a list item; a further block of the same item is a ``paragraph`` (or
    ``code`` ...) of the same level.  ``ordered`` tells a numbered item from a bulleted one.
    """

    kind: BlockKind
    spans: tuple[Span, ...]
    level: int = 0
    ordered: bool = False

    @property
    def text(self) -> str:
        """The words without any mark."""
        return "".join(span.text for span in self.spans)


RichText = tuple[Block, ...]


def from_plain(text: str) -> RichText:
    """Read plain text as paragraphs that blank lines part."""
    parts = (" ".join(part.split()) for part in text.replace("\r\n", "\n").split("\n\n"))
    return tuple(Block("paragraph", (Span(part),)) for part in parts if part)


def plain(text: RichText) -> str:
    """Write the words alone, one block a line."""
    return "\n".join(block.text for block in text)


def summary(text: RichText, limit: int = 0) -> str:
    """Return the first paragraph's words on one line, cut at a word to ``limit`` characters."""
    first = next((b for b in text if b.kind == "paragraph"), text[0] if text else None)
    words = " ".join(first.text.split()) if first else ""
    if not limit or len(words) <= limit:
        return words
    return words[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:.–—-") + "…"


def first_block(text: RichText) -> RichText:
    """Return the first paragraph, else the first block: what a card has room for."""
    return next(((b,) for b in text if b.kind == "paragraph"), text[:1])


def refs(text: RichText) -> Iterator[tuple[str, str]]:
    """Yield what a text refers to inside the site."""
    return (span.ref for block in text for span in block.spans if span.ref)


def items(text: RichText) -> Iterator[Block]:
    """Yield the list items, of any depth, in order."""
    return (block for block in text if block.kind == "item")


def joined(parts: Iterable[RichText]) -> RichText:
    """Put several texts one behind the other."""
    return tuple(block for part in parts for block in part)


_MARKDOWN = {"strong": "**", "emphasis": "*", "code": "`", "math": "$"}


def _span_markdown(span: Span) -> str:
    text = span.text
    for mark in reversed(span.marks):
        sign = _MARKDOWN.get(mark, "")
        text = f"{sign}{text}{sign}"
    return f"[{text}]({span.href})" if span.href else text


def to_markdown(text: RichText) -> str:
    """Write CommonMark, blocks parted by blank lines (items of one list by line ends)."""
    out: list[str] = []
    previous: Block | None = None
    for block in text:
        body = "".join(_span_markdown(span) for span in block.spans)
        indent = "  " * max(block.level - (block.kind == "item"), 0)
        if block.kind == "item":
            body = f"{'1.' if block.ordered else '-'} {body}"
        elif block.kind == "code":
            body = "```\n" + block.text.rstrip("\n") + "\n```"
        elif block.kind == "math":
            body = f"$$\n{block.text}\n$$"
        elif block.kind == "quote":
            body = f"> {body}"
        elif block.kind == "heading":
            body = f"**{body}**"
        if previous is not None:
            out.append("\n" if previous.level and block.kind == "item" else "\n\n")
        out.append("\n".join(indent + line if line else line for line in body.split("\n")))
        previous = block
    return "".join(out)
