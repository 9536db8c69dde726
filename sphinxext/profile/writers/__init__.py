"""How a format shows our nodes: one registrar; what a format doesn't name is inherited."""

from __future__ import annotations

from sphinx.application import Sphinx

from ..nodes import NODES
from .html import HTML


def register(app: Sphinx) -> None:
    """Register every node once, with the visitors of each format that has its own."""
    for node in NODES:
        visitors = {"html": HTML[node]} if node in HTML else {}
        app.add_node(node, **visitors)  # type: ignore[arg-type]
