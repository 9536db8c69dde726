"""Documents of two markups, compared without what only says how they were parsed."""

from __future__ import annotations

from docutils import nodes

from tests.support.lab import Build

#: What the two parsers write down differently, though no reader can tell.
NOISE = ("source", "rawsource", "line", "xml:space", "bullet", "language", "profile-lines")


def plain(build: Build, docname: str = "index") -> str:
    """Write a page as pseudo-XML without the noise of parsers."""
    assert build.app
    doctree = build.app.env.get_doctree(docname)
    for node in doctree.findall(nodes.Element):
        for name in NOISE:
            node.attributes.pop(name, None)
    return doctree.children[-1].pformat()


def same_document(one: Build, other: Build, docname: str = "index") -> None:
    """Fail where a page differs; the differing lines are shown."""
    assert plain(one, docname).splitlines() == plain(other, docname).splitlines()
