"""Words without an end in plain text.

Sphinx's text writer breaks lines with Python's ``textwrap``, whose time grows with the square of a
word's length and more: a string of 20,000 brackets takes hours.  It cuts words at the width of a
line anyway, so that here they are cut first.
"""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.text import MAXWIDTH

_LONG = re.compile(rf"\S{{{10 * MAXWIDTH}}}\S+")
_PART = re.compile(rf"\S{{1,{MAXWIDTH - 10}}}")


class CutLongWords(SphinxPostTransform):
    """Cut words of more than ten lines in the text builder."""

    default_priority = 950
    formats = ("text",)

    def run(self, **kwargs: Any) -> None:
        """Treat all words that are wrapped; code is not."""
        for node in list(self.document.findall(nodes.Text)):
            fixed = isinstance(node.parent, nodes.FixedTextElement)
            if len(node) > 10 * MAXWIDTH and not fixed and _LONG.search(node):
                words = _LONG.sub(lambda match: " ".join(_PART.findall(match[0])), node)
                node.parent.replace(node, nodes.Text(words))
