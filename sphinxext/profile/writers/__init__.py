"""How a format shows our nodes: one registrar; what a format doesn't name is inherited."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from ..nodes import NODES
from .html import HTML
from .latex import LATEX


def register(app: Sphinx) -> None:
    """Register every node once, with the visitors of each format that has its own."""
    for node in NODES:
        visitors: dict[str, Any] = {}
        if node in HTML:
            visitors["html"] = HTML[node]
        if node in LATEX:
            visitors["latex"] = LATEX[node]
        app.add_node(node, **visitors)
