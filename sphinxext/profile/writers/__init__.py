"""How a format shows our nodes: one registrar; what a format doesn't name is inherited."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from ..nodes import NODES
from . import index_pages, pictures, publication_pages
from .html import HTML
from .latex import LATEX
from .man import MAN
from .texinfo import TEXINFO

#: Format -> the nodes that have visitors of their own in it.
_FORMATS: dict[str, dict[Any, Any]] = {
    "html": HTML,
    "latex": LATEX,
    "man": MAN,
    "texinfo": TEXINFO,
}


def register(app: Sphinx) -> None:
    """Register every node once, with the visitors of each format that has its own."""
    index_pages.register(app)
    pictures.register(app)
    publication_pages.register(app)
    for node in NODES:
        visitors = {name: table[node] for name, table in _FORMATS.items() if node in table}
        app.add_node(node, **visitors)
