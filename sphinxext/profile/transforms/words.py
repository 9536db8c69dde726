"""Words inside a line: translated one by one, then plain parts of the line."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.gettext import MessageCatalogBuilder

from ..nodes import profile_name, profile_words


def keep_words(app: Sphinx, doctree: nodes.document) -> None:
    """Take the mark for translators off words inside a line, and the node where it has no class.

    This runs behind the translation (``Locale``, 20) and in front of Sphinx's
    ``RemoveTranslatableInline`` (999), which takes such nodes for placeholders and moves what they
    hold to the end of the line.  The gettext builder still needs the marks to gather messages.
    """
    if isinstance(app.builder, MessageCatalogBuilder):
        return
    for node in list(doctree.findall(profile_name)) + list(doctree.findall(profile_words)):
        node.attributes.pop("translatable", None)
        node.attributes.pop("translated", None)
        if isinstance(node, profile_words) and not node["classes"]:
            node.parent.replace(node, node.children)
