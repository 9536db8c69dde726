"""The body of a directive, parsed unless it stands too deep."""

from __future__ import annotations

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

#: Blocks in one another, beyond which Python's stack would end in the parsers.
DEEPEST = 20

_DEPTH = "profile: blocks around"


def too_deep(directive: SphinxDirective) -> bool:
    """Tell whether a directive stands in as many blocks of ours as may be."""
    return int(directive.env.temp_data.get(_DEPTH) or 0) >= DEEPEST


def parsed(directive: SphinxDirective) -> list[nodes.Node]:
    """Parse the body, counting the blocks that it stands in."""
    around = directive.env.temp_data
    depth = int(around.get(_DEPTH) or 0)
    around[_DEPTH] = depth + 1
    try:
        return directive.parse_content_to_nodes()
    finally:
        around[_DEPTH] = depth


def as_typed(directive: SphinxDirective) -> list[nodes.Node]:
    """Show the body as it was typed."""
    words = "\n".join(directive.content)
    return [nodes.literal_block(words, words)]
