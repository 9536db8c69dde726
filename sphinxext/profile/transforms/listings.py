"""Fill the places of listings with fresh nodes, in every builder."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..domain.profile_domain import ProfileDomain
from ..domain.query import Query
from ..nodes import profile_listing
from .answers import LISTINGS, show_record
from .listed import Listed


class FillListings(SphinxPostTransform):
    """Replace each place by what its query finds.

    It runs before Sphinx resolves references, so that the links it makes fit each builder.
    """

    default_priority = 8

    def run(self, **kwargs: Any) -> None:
        """Fill all places of the page."""
        domain = ProfileDomain.of(self.env)
        given: set[str] = set()
        downloads: list[str] = []
        for place in list(self.document.findall(profile_listing)):
            language = str(self.config.language or "en")
            listed = Listed(domain, self._docname(place), language, given, downloads)
            place.replace_self(_filled(place, listed))

    def _docname(self, place: nodes.Element) -> str:
        """Return the page a place stands on; in one big document, the page it came from."""
        node: nodes.Node | None = place
        while node is not None:
            if isinstance(node, nodes.Element) and node.get("docname"):
                return str(node["docname"])
            node = node.parent
        return str(self.env.docname)


def _filled(place: profile_listing, listed: Listed) -> list[nodes.Node]:
    if "profile-show" in place:
        return show_record(listed, *place["profile-show"])
    query = Query.loads(place["profile-query"])
    found = LISTINGS[query.objtype](listed, query, place)
    if not found:
        return []
    block = nodes.container("", *found, is_div=True, classes=place["classes"])
    return [block]
