"""A profile whose name is the page's title needn't say it twice."""

from __future__ import annotations

from typing import cast

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.transforms import SphinxTransform

from ..nodes import (
    profile_header,
    profile_organization,
    profile_person,
    profile_project,
    profile_title,
)


class DropNameSaidByPage(SphinxTransform):
    """Remove the heading of a record that stands right below a section title of the same words.

    Before::

        section: title "Taehoon Kim", profile_person: profile_header: profile_title "Taehoon Kim"

    After, the heading is gone and the block keeps the words in ``p-name`` for microformats.
    """

    default_priority = 500

    def apply(self, **kwargs: object) -> None:
        """Find records whose section already names them."""
        blocks = (profile_person, profile_organization, profile_project)
        for block in self.document.findall(lambda node: isinstance(node, blocks)):
            section = block.parent
            while section is not None and not isinstance(section, nodes.section):
                section = section.parent
            if section is None or not isinstance(section.children[0], nodes.title):
                continue
            words = section.children[0].astext()
            for heading in list(block.findall(profile_title)):
                links = list(
                    heading.findall(lambda n: isinstance(n, nodes.reference | pending_xref))
                )
                if links or not isinstance(heading.parent, profile_header):
                    continue
                if heading.astext() == words:
                    cast("nodes.Element", block)["p-name"] = words
                    heading.parent.remove(heading)
