"""LaTeX: the places that references and the printed indices lead to, and pictures' widths.

Everything else is written as the standard nodes are that ours derive from.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docutils import nodes
from sphinx.writers.latex import LaTeXTranslator

from .. import nodes as own

Visit = Callable[[LaTeXTranslator, Any], None]


def _visit_block(self: LaTeXTranslator, node: nodes.Element) -> None:
    """Begin a block; Sphinx gives containers no label of their own."""
    if node["ids"]:
        self.body.append("\n" + self.hypertarget_to(node, anchor=True) + "%\n")
    self.visit_container(node)


def _depart_block(self: LaTeXTranslator, node: nodes.Element) -> None:
    self.depart_container(node)


def _visit_entry(self: LaTeXTranslator, node: nodes.Element) -> None:
    """Label an entry's dates: what LaTeX writes before an item's label is lost."""
    if node["ids"] and isinstance(node[0], nodes.term):
        node[0]["ids"] = [*node["ids"], *node[0]["ids"]]
    self.visit_definition_list_item(node)


def _depart_entry(self: LaTeXTranslator, node: nodes.Element) -> None:
    self.depart_definition_list_item(node)


def _visit_item(self: LaTeXTranslator, node: nodes.Element) -> None:
    """Label an item; a card has no bullet, which would stand at the foot of its picture."""
    if "profile-card" in getattr(next(iter(node), node), "attributes", {}).get("classes", ()):
        self.body.append(r"\item[] {} ")
    else:
        self.visit_list_item(node)
    if node["ids"]:
        self.body.append(self.hypertarget_to(node, anchor=True) + "%\n")


def _depart_item(self: LaTeXTranslator, node: nodes.Element) -> None:
    self.depart_list_item(node)


def _visit_portrait(self: LaTeXTranslator, node: nodes.Element) -> None:
    """Keep a picture from filling the page's width, as one without a size of its own would."""
    width = "40%" if isinstance(node.parent, own.profile_project) else "20%"
    for picture in node.findall(nodes.image):
        picture.attributes.setdefault("width", width)
    self.visit_container(node)


#: Our node -> what LaTeX does on the way in and out.
LATEX: dict[type[nodes.Element], tuple[Visit, Visit]] = {
    **dict.fromkeys(own.BLOCKS, (_visit_block, _depart_block)),
    own.profile_entry: (_visit_entry, _depart_entry),
    own.profile_item: (_visit_item, _depart_item),
    own.profile_portrait: (_visit_portrait, _depart_block),
}
