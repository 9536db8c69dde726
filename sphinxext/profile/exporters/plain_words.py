"""Rich text as plain words, for formats that have no marks: a link's address stands behind it."""

from __future__ import annotations

from ..model.richtext import Block, RichText


def words(block: Block) -> str:
    """Write one block's words on one line (code keeps its lines)."""
    parts = []
    for span in block.spans:
        parts.append(span.text)
        if span.href and span.href.removeprefix("mailto:") not in span.text:
            parts.append(f" ({span.href})")
    text = "".join(parts)
    return text if block.kind == "code" else " ".join(text.split())


def prose(text: RichText, *, lists: bool = False) -> list[str]:
    """Write the paragraphs that stand outside of lists; with ``lists``, the items too."""
    found = [block for block in text if lists or not (block.level or block.kind == "item")]
    return [
        f"- {words(block)}" if block.kind == "item" else words(block)
        for block in found
        if words(block)
    ]


def highlights(text: RichText) -> list[str]:
    """Write the items of lists; what belongs to an item stands in its line."""
    out: list[str] = []
    for block in text:
        if block.kind == "item":
            out.append(words(block))
        elif block.level and out:
            out[-1] = f"{out[-1]} {words(block)}".strip()
    return [item for item in out if item]
