"""Texinfo: the places that references and the indices lead to.

Sphinx gives containers and list items no anchor there, and puts the missing ones behind the last
page; everything else is written as the standard nodes are that ours derive from.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docutils import nodes
from sphinx.writers.texinfo import TexinfoTranslator

from .. import nodes as own

Visit = Callable[[TexinfoTranslator, Any], None]


def _visit_block(self: TexinfoTranslator, node: nodes.Element) -> None:
    for identifier in node["ids"]:
        self.add_anchor(identifier, node)


def _depart(self: TexinfoTranslator, _node: nodes.Element) -> None:
    """Leave nothing behind a block."""


def _visit_entry(self: TexinfoTranslator, node: nodes.Element) -> None:
    """Give an entry's anchor to its dates, which begin the item."""
    if node["ids"] and isinstance(node[0], nodes.term):
        node[0]["ids"] = [*node["ids"], *node[0]["ids"]]
    self.visit_definition_list_item(node)


#: Our node -> what Texinfo does on the way in and out.
TEXINFO: dict[type[nodes.Element], tuple[Visit, Visit]] = {
    **dict.fromkeys(own.BLOCKS, (_visit_block, _depart)),
    own.profile_entry: (_visit_entry, _depart),
}
