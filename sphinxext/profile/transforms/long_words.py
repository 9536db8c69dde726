"""Words and paragraphs without an end in plain text.

Sphinx's text writer breaks lines with Python's ``textwrap``.  Its time grows with the square of a
word's length and more: a string of 20,000 brackets takes hours.  It cuts words at the width of a
line anyway, so that here they are cut first.  Of other words it measures each character, a second
and a half for a megabyte, wherever it is shown: paragraphs of that kind are broken into lines here.
"""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.text import MAXWIDTH

#: Characters of a paragraph that Sphinx breaks in a tenth of a second.
_LONG_PARAGRAPH = 50_000

_LONG = re.compile(rf"\S{{{10 * MAXWIDTH}}}\S+")
_PART = re.compile(rf"\S{{1,{MAXWIDTH - 10}}}")
# A title stands on one line.
_NOT_WRAPPED = (nodes.FixedTextElement, nodes.Inline, nodes.title)
# A line of whole words, else a part of a word.
_LINE = re.compile(rf"\S(?:.{{0,{MAXWIDTH - 11}}}(?!\S)|\S{{0,{MAXWIDTH - 11}}})", re.DOTALL)


class CutLongWords(SphinxPostTransform):
    """Break endless paragraphs, and cut words of more than ten lines, in the text builder."""

    default_priority = 950
    formats = ("text",)

    def run(self, **kwargs: Any) -> None:
        """Treat all words that are wrapped; code is not."""
        for element in list(self.document.findall(nodes.TextElement)):
            words = element.astext()
            if len(words) > _LONG_PARAGRAPH and not isinstance(element, _NOT_WRAPPED):
                lines = "\n".join(" ".join(line.split()) for line in _LINE.findall(words))
                element[:] = [nodes.literal_block(lines, lines)]
        for text in list(self.document.findall(nodes.Text)):
            fixed = isinstance(text.parent, nodes.FixedTextElement)
            if len(text) > 10 * MAXWIDTH and not fixed and _LONG.search(text):
                words = _LONG.sub(lambda match: " ".join(_PART.findall(match[0])), text)
                text.parent.replace(text, nodes.Text(words))
