"""Fill the places of listings with fresh nodes, in every builder."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..domain.profile_domain import ProfileDomain
from ..nodes import profile_listing
from .filling import fill
from .listed import Listed
from .marking import narrow_mark


class FillListings(SphinxPostTransform):
    """Replace each place by what its query finds.

    It runs before Sphinx resolves references, so that the links it makes fit each builder.
    """

    default_priority = 8

    def run(self, **kwargs: Any) -> None:
        """Fill all places of the page, and note what the page shows now."""
        domain = ProfileDomain.of(self.env)
        language = str(self.config.language or "en")
        given: set[str] = set()
        downloads: list[str] = []
        shown: list[list[nodes.Node]] = []
        for place in list(self.document.findall(profile_listing)):
            listed = Listed(domain, self._docname(place), language, given, downloads)
            shown.append(fill(place.attributes, listed))
            place.parent.replace(place, shown[-1])
        domain.compared.written.add(self.env.docname)
        domain.compared.narrow[self.env.docname] = narrow_mark(domain, self.env.docname, shown)

    def _docname(self, place: nodes.Element) -> str:
        """Return the page a place stands on; in one big document, the page it came from."""
        node: nodes.Node | None = place
        while node is not None:
            if isinstance(node, nodes.Element) and node.get("docname"):
                return str(node["docname"])
            node = node.parent
        return str(self.env.docname)
