"""Nodes become rich text: what a page's author wrote, for outputs that know no nodes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import cast

from docutils import nodes
from sphinx import addnodes
from sphinx.util import docname_join

from ..model.richtext import Block, Mark, RichText, Span
from ..model.urls import is_external

_MARKS: tuple[tuple[type[nodes.Node], Mark], ...] = (
    (nodes.strong, "strong"),
    (nodes.emphasis, "emphasis"),
    (nodes.literal, "code"),
    (nodes.math, "math"),
    (nodes.subscript, "sub"),
    (nodes.superscript, "sup"),
)


def richtext(found: Iterable[nodes.Node]) -> RichText:
    """Read body nodes; what has no words (a picture, a comment) leaves no block."""
    return tuple(block for node in found for block in _blocks(node, 0))


def _blocks(node: nodes.Node, level: int) -> Iterator[Block]:
    match node:
        case nodes.bullet_list() | nodes.enumerated_list():
            ordered = isinstance(node, nodes.enumerated_list)
            for item in node.children:
                yield from _item(cast("nodes.Element", item), level + 1, ordered)
        case nodes.literal_block() | nodes.doctest_block():
            yield Block("code", (Span(node.astext()),), level)
        case nodes.math_block():
            yield Block("math", (Span(node.astext().strip()),), level)
        case nodes.rubric() | nodes.title():
            yield Block("heading", spans(node), level)
        case nodes.block_quote():
            for child in node.children:
                for block in _blocks(child, level):
                    kind = "quote" if block.kind == "paragraph" else block.kind
                    yield Block(kind, block.spans, block.level, block.ordered)
        case nodes.comment() | nodes.target() | nodes.system_message() | nodes.image():
            return
        case nodes.TextElement() | nodes.Text():
            found = spans(node)
            if found:
                yield Block("paragraph", found, level)
        case nodes.Element():
            for child in node.children:
                yield from _blocks(child, level)


def _item(item: nodes.Element, level: int, ordered: bool) -> Iterator[Block]:
    blocks = [block for child in item.children for block in _blocks(child, level)]
    if not blocks or blocks[0].kind != "paragraph":
        yield Block("item", (), level, ordered)
    for index, block in enumerate(blocks):
        if index == 0 and block.kind == "paragraph":
            yield Block("item", block.spans, level, ordered)
        else:
            yield block


def spans(node: nodes.Node) -> tuple[Span, ...]:
    """Read the marked words of an inline container."""
    merged: list[Span] = []
    for span in _spans(node, Span("")):
        last = merged[-1] if merged else None
        if last and replace(last, text=span.text) == span:
            merged[-1] = replace(last, text=last.text + span.text)
        else:
            merged.append(span)
    return tuple(merged)


def _spans(node: nodes.Node, around: Span) -> Iterator[Span]:
    """Read the words of a node, marked as those ``around`` it are."""
    if isinstance(node, nodes.Text):
        yield replace(around, text=node.astext().replace("\n", " "))
        return
    if isinstance(
        node, nodes.comment | nodes.image | nodes.system_message | nodes.footnote_reference
    ):
        return
    if isinstance(node, nodes.reference) and is_external(node.get("refuri", "")):
        around = replace(around, href=node["refuri"])
    if isinstance(node, addnodes.pending_xref) and (ref := _referred(node)):
        around = replace(around, ref=ref)
        if not node.get("refexplicit"):
            # It has the words of what it leads to, which may not have been read yet.
            yield replace(around, text=ref[1])
            return
    if isinstance(node, nodes.raw):
        return
    found = next((mark for cls, mark in _MARKS if isinstance(node, cls)), None)
    # The inner literal of an unresolved reference is how Sphinx sets it, not what was written.
    if found and found not in around.marks and not isinstance(node.parent, addnodes.pending_xref):
        around = replace(around, marks=(*around.marks, found))
    for child in node.children:
        yield from _spans(child, around)


def _referred(node: addnodes.pending_xref) -> tuple[str, str] | None:
    """Tell which record or page a reference is to; other targets live on their own page alone."""
    if node.get("refdomain") == "profile":
        return node["reftype"], node["reftarget"]
    if node.get("refdomain") == "doc":  # a link of Markdown to a page's file
        return "page", node["reftarget"]
    if (node.get("refdomain"), node.get("reftype")) == ("std", "doc"):
        return "page", docname_join(node.get("refdoc", ""), node["reftarget"])
    return None
