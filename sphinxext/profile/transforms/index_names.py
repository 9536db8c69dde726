"""Name the indices where they can't be linked to."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..domain.indices import INDICES


class NameIndices(SphinxPostTransform):
    """Replace ``{ref}`profile-people``` by "Index of people" where the index is no page.

    A printed book has the index at its end, other formats have none; Sphinx would write the label
    itself, or a link to nothing.
    """

    # Before Sphinx resolves references (10).
    default_priority = 8
    builders = ("latex", "text", "man", "texinfo", "singlehtml", "xml", "pseudoxml")

    def run(self, **kwargs: Any) -> None:
        """Replace references to all indices."""
        names = {f"profile-{index.name}": index.localname for index in INDICES}
        for node in list(self.document.findall(pending_xref)):
            name = names.get(node.get("reftarget", "")) if node.get("reftype") == "ref" else None
            if name:
                words = node.astext() if node.get("refexplicit") else name
                node.replace_self(nodes.inline("", words))
