"""How a page describes itself: its description, or else its first paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from docutils import nodes

from ..model.packing import Packed
from ..model.richtext import summary
from ..sources.node_text import richtext

#: Characters of a paragraph that stand for a page's description.
LENGTH = 200

#: What stands beside the text of a page and doesn't begin it.
_ASIDE = (
    nodes.Admonition,
    nodes.table,
    nodes.figure,
    nodes.footnote,
    nodes.citation,
    nodes.sidebar,
    nodes.topic,
    nodes.field_list,
    nodes.docinfo,
    nodes.system_message,
)


@dataclass(frozen=True, slots=True)
class PageWords(Packed):
    """``description`` is what the page states of itself, ``first`` its first paragraph."""

    description: str = ""
    first: str = ""

    @property
    def best(self) -> str:
        """What describes the page in its own words."""
        return self.description or self.first


def words_of_page(doctree: nodes.document) -> PageWords:
    """Read the description and the first paragraph of a page as it was read."""
    metas = (m for m in doctree.findall(nodes.meta) if m.get("name") == "description")
    stated = next(metas, None)
    paragraphs = (p for p in doctree.findall(nodes.paragraph) if not _is_aside(p))
    texts = (summary(richtext([p]), LENGTH) for p in paragraphs)
    return PageWords(
        " ".join(str(stated["content"]).split()) if stated is not None else "",
        next((text for text in texts if text), ""),
    )


def _is_aside(node: nodes.Node) -> bool:
    parent = node.parent
    while parent is not None:
        if isinstance(parent, _ASIDE):
            return True
        parent = parent.parent
    return False
