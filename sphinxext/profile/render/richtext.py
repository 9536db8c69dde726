"""Rich text becomes nodes: what a listing shows of a body that was written on another page."""

from __future__ import annotations

from typing import cast

from docutils import nodes

from ..model.richtext import Block, RichText, Span
from .common import reference

_MARKS: dict[str, type[nodes.TextElement]] = {
    "strong": nodes.strong,
    "emphasis": nodes.emphasis,
    "code": nodes.literal,
    "sub": nodes.subscript,
    "sup": nodes.superscript,
    "math": nodes.math,
}


def spans(found: tuple[Span, ...]) -> list[nodes.Node]:
    """Make the inline nodes of a block."""
    out: list[nodes.Node] = []
    for span in found:
        node: nodes.Node = nodes.Text(span.text)
        for mark in reversed(span.marks):
            node = _MARKS[mark]("", "", node) if mark in _MARKS else node
        if span.href:
            node = nodes.reference("", "", node, refuri=span.href, internal=False)
        elif span.ref:
            node = reference(*span.ref, node)
        out.append(node)
    return out


def richtext(text: RichText) -> list[nodes.Node]:
    """Make the nodes of a text: paragraphs, nested lists, code, formulas, quotations."""
    top: list[nodes.Node] = []
    open_lists: list[nodes.Element] = []
    for block in text:
        del open_lists[block.level :]
        if block.kind == "item":
            _open_item(block, top, open_lists)
        else:
            node = _block(block)
            if open_lists and block.level:
                _last_item(open_lists[-1]).append(node)
            else:
                top.append(node)
    return top


def _open_item(block: Block, top: list[nodes.Node], open_lists: list[nodes.Element]) -> None:
    while len(open_lists) < max(block.level, 1):
        new = nodes.enumerated_list() if block.ordered else nodes.bullet_list()
        if open_lists:
            if not open_lists[-1].children:
                open_lists[-1] += nodes.list_item()
            _last_item(open_lists[-1]).append(new)
        else:
            top.append(new)
        open_lists.append(new)
    open_lists[-1] += nodes.list_item("", nodes.paragraph("", "", *spans(block.spans)))


def _last_item(found: nodes.Element) -> nodes.Element:
    return cast("nodes.Element", found.children[-1])


def _block(block: Block) -> nodes.Element:
    match block.kind:
        case "code":
            # The language isn't known, and a guess would warn where it fails.
            return nodes.literal_block(block.text, block.text, language="none")
        case "math":
            return nodes.math_block(
                block.text, block.text, nowrap=False, number=None, **{"no-wrap": False}
            )
        case "quote":
            return nodes.block_quote("", nodes.paragraph("", "", *spans(block.spans)))
        case "heading":
            return nodes.paragraph("", "", nodes.strong("", "", *spans(block.spans)))
        case _:
            return nodes.paragraph("", "", *spans(block.spans))
