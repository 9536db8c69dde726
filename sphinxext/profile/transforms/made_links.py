"""Links of Markdown to files that are made for programs: ``[Follow us](feeds/site.xml)``."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..domain.made import is_made, path_of
from ..domain.profile_domain import ProfileDomain


class LinkMadeFiles(SphinxPostTransform):
    """Replace such links; only a web site has the files, elsewhere their words stand alone.

    It runs before MyST-Parser looks for what a link leads to and finds no such source.
    """

    default_priority = 8

    def run(self, **kwargs: Any) -> None:
        """Look at each link that Markdown has left open."""
        domain = ProfileDomain.of(self.env)
        for node in list(self.document.findall(addnodes.pending_xref)):
            if node.get("reftype") != "myst":
                continue
            docname = node.get("refdoc", self.env.docname)
            path = path_of(docname, node["reftarget"])
            if not path or not is_made(domain, path):
                continue
            words = [child for inner in node.children for child in inner.children]
            words = words or [nodes.literal(path, path)]
            if domain.on_web:
                link = nodes.reference("", "", *words, internal=True)
                link["refuri"] = domain.way(docname, path)
                words = [link]
            node.replace_self(words)
