"""Links in formats that have none: the address stands behind the words."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..nodes import NODES, profile_link


class WriteAddresses(SphinxPostTransform):
    """Replace links in plain text and manual pages.

    A link that an option asked for becomes ``GitHub <https://github.com/name>``, since "GitHub"
    alone tells a reader nothing.  A link inside the site becomes its words: what docutils 0.22 puts
    behind it in a manual page (``<#person-name>``) leads nowhere.
    """

    default_priority = 900
    formats = ("text", "man")

    def run(self, **kwargs: Any) -> None:
        """Treat all links that stand in our blocks."""
        for node in list(self.document.findall(nodes.reference)):
            if isinstance(node, profile_link):
                address = node["refuri"].removeprefix("mailto:").removeprefix("tel:")
                behind = [] if address == node.astext() else [nodes.Text(f" <{address}>")]
                node.parent.replace(node, [*node.children, *behind])
            elif node.get("internal") and _is_ours(node):
                node.parent.replace(node, node.children)


def _is_ours(node: nodes.Element) -> bool:
    """Tell whether a link is a reference to a record or stands in a block of one."""
    if any("profile-xref" in inner["classes"] for inner in node.findall(nodes.inline)):
        return True
    ancestor: nodes.Element | None = node.parent
    while ancestor is not None and not isinstance(ancestor, nodes.section):
        if isinstance(ancestor, NODES):
            return True
        ancestor = ancestor.parent
    return False
