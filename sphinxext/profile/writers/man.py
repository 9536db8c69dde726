"""Manual pages: room between the parts of a block, and headings that look like some.

Everything else is written as the standard nodes are that ours derive from.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docutils import nodes
from sphinx.writers.manpage import ManualPageTranslator

from .. import nodes as own

Visit = Callable[[ManualPageTranslator, Any], None]


def _is_first(node: nodes.Element) -> bool:
    """Tell whether nothing is shown in the parent before the node: no picture leaves no trace."""
    if node.parent is None:
        return False
    before = node.parent.children[: node.parent.index(node)]
    return not any(
        child.children or not isinstance(child, own.profile_portrait) for child in before
    )


def _visit_block(self: ManualPageTranslator, node: nodes.Element) -> None:
    """Part a block from what stands before it: its own first paragraph doesn't."""
    begins_with_words = bool(node.children) and isinstance(node[0], nodes.paragraph)
    if begins_with_words and not _is_first(node):
        self.ensure_eol()
        self.body.append(".sp\n")


def _depart_block(self: ManualPageTranslator, _node: nodes.Element) -> None:
    """Leave nothing behind a block."""


def _visit_title(self: ManualPageTranslator, node: nodes.Element) -> None:
    """Set a heading in bold; one that begins a list's item stays beside the bullet."""
    first = node
    while _is_first(first) and not isinstance(first.parent, nodes.list_item):
        first = first.parent
    self.ensure_eol()
    self.body.append("\\fB" if _is_first(first) else ".sp\n\\fB")


def _depart_title(self: ManualPageTranslator, _node: nodes.Element) -> None:
    self.body.append("\\fP\n")


_PARTED = (*own.BLOCKS, own.profile_header, own.profile_body)

#: Our node -> what a manual page does on the way in and out.
MAN: dict[type[nodes.Element], tuple[Visit, Visit]] = {
    **dict.fromkeys(_PARTED, (_visit_block, _depart_block)),
    own.profile_title: (_visit_title, _depart_title),
}
