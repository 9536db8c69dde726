"""Fill the places of listings with fresh nodes, in every builder."""

from __future__ import annotations

from collections.abc import Iterable
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
        places = list(self.document.findall(profile_listing))
        shown = domain.compared.filled.pop(self.env.docname, None)
        if shown is None or len(shown) != len(places):
            shown = self._fill(domain, places)
            marks = domain.compared.narrow
            marks[self.env.docname] = narrow_mark(domain, self.env.docname, shown)
        for place, found in zip(places, shown, strict=True):
            place.parent.replace(place, found)
        domain.compared.written.add(self.env.docname)

    def _fill(
        self, domain: ProfileDomain, places: Iterable[profile_listing]
    ) -> list[list[nodes.Node]]:
        language = str(self.config.language or "en")
        given: set[str] = set()
        downloads: list[str] = []
        return [
            fill(
                place.attributes,
                Listed(domain, self._docname(place), language, given, downloads),
            )
            for place in places
        ]

    def _docname(self, place: nodes.Element) -> str:
        """Return the page a place stands on; in one big document, the page it came from."""
        node: nodes.Node | None = place
        while node is not None:
            if isinstance(node, nodes.Element) and node.get("docname"):
                return str(node["docname"])
            node = node.parent
        return str(self.env.docname)
