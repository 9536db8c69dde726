"""The short form of an entry: the parts of a definition, told by convention."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from docutils import nodes
from sphinx import addnodes

from . import options


class Parts(NamedTuple):
    """``**title**, organization`` on the first line, or ``**title** aside``; the rest is body."""

    title: Sequence[nodes.Node] = ()
    aside: Sequence[nodes.Node] = ()
    organization: Sequence[nodes.Node] = ()
    body: Sequence[nodes.Node] = ()


def split_definition(definition: nodes.definition) -> Parts:
    """Part a definition.

    The title is the strong text that the first line begins with, and the whole line where it
    doesn't.  What follows behind a comma is the organization; anything else is an aside.
    """
    children = list(definition.children)
    if not children or not isinstance(children[0], nodes.paragraph):
        return Parts(body=children)
    line, body = _without_blanks(children[0].children), children[1:]
    if not line or not isinstance(line[0], nodes.strong):
        return Parts(title=line, body=body)
    first = line[0].children
    words, rest = _leading_words(line[1:])
    if not words.startswith(","):
        return Parts(first, _without_blanks(line[1:]), (), body)
    words = words.removeprefix(",").lstrip()
    return Parts(first, (), [nodes.Text(words), *rest] if words else _without_blanks(rest), body)


def _leading_words(line: Sequence[nodes.Node]) -> tuple[str, list[nodes.Node]]:
    """Take off the plain words that a line begins with."""
    taken = 0
    while taken < len(line) and isinstance(line[taken], nodes.Text):
        taken += 1
    words = "".join(node.astext() for node in line[:taken])
    return words.replace("\n", " ").lstrip(), list(line[taken:])


def _without_blanks(line: Sequence[nodes.Node]) -> list[nodes.Node]:
    """Drop the blanks before a line's first words."""
    out = list(line)
    while out and isinstance(out[0], nodes.Text) and not out[0].astext().strip():
        del out[0]
    if out and isinstance(out[0], nodes.Text):
        out[0] = nodes.Text(out[0].astext().lstrip())
    return out


def organization_words(line: Sequence[nodes.Node]) -> str:
    """Return the words that name an organization; a reference counts as what it refers to."""
    return options.text("".join(_target(node) or node.astext() for node in line))


def _target(node: nodes.Node) -> str:
    if isinstance(node, addnodes.pending_xref) and node.get("refdomain") == "profile":
        return str(node["reftarget"])
    return ""


def is_plain(line: Sequence[nodes.Node]) -> bool:
    """Tell whether a line has no markup."""
    return all(isinstance(node, nodes.Text) for node in line)
