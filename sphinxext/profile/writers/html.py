"""HTML: semantic elements around the same children that every other format writes."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from .. import nodes as own
from .citations import visit_citations
from .filter import visit_filter
from .pictures import depart_picture, visit_picture
from .source import visit_source

Visit = Callable[[HTML5Translator, Any], None]
Visitors = tuple[Visit, Visit | None]

#: Text size that one, two or three letters of initials have in a square of 100.
_INITIAL_SIZES = {1: 48, 2: 40, 3: 30}


def _own_class(node: nodes.Element) -> str:
    """Return the class that every node of ours has in HTML: ``profile-dates``."""
    return node.tagname.replace("_", "-")


def _element(tag: str, *carried: str) -> Visitors:
    """Write a node as an element; ``carried`` attributes of the node become the element's."""

    def visit(self: HTML5Translator, node: nodes.Element) -> None:
        attributes = {name: node[name] for name in carried if node.get(name)}
        self.body.append(self.starttag(node, tag, CLASS=_own_class(node), **attributes))
        if node.get("p-name"):
            # The page's title says the name; microformats look for it here.
            value = self.attval(node["p-name"])
            self.body.append(f'<data class="p-name" value="{value}"></data>\n')

    def depart(self: HTML5Translator, _node: nodes.Element) -> None:
        self.body.append(f"</{tag}>\n")

    return visit, depart


def _inline(tag: str, *carried: str) -> Visitors:
    def visit(self: HTML5Translator, node: nodes.Element) -> None:
        attributes = {name: node[name] for name in carried if node.get(name)}
        self.body.append(self.starttag(node, tag, "", CLASS=_own_class(node), **attributes))

    def depart(self: HTML5Translator, _node: nodes.Element) -> None:
        self.body.append(f"</{tag}>")

    return visit, depart


def _visit_title(self: HTML5Translator, node: own.profile_title) -> None:
    level = min(max(_level(self, node), 2), 6)
    self.body.append(self.starttag(node, f"h{level}", ""))
    self.context.append(f"</h{level}>\n")


def _level(self: HTML5Translator, node: nodes.Element) -> int:
    """Return the heading level: one below the section's, one more for each titled block around."""
    depth = 0
    ancestor = node.parent
    while ancestor is not None and not isinstance(ancestor, nodes.section | nodes.document):
        heading = _heading_of(ancestor)
        depth += heading is not None and heading is not node
        ancestor = ancestor.parent
    return int(self.section_level) + 1 + depth


def _heading_of(block: nodes.Element) -> nodes.Element | None:
    """Find the heading that a block begins with, its own or that of its header."""
    for child in block.children:
        if isinstance(child, own.profile_title):
            return child
        if isinstance(child, own.profile_header):
            return _heading_of(child)
    return None


def _depart_title(self: HTML5Translator, _node: nodes.Element) -> None:
    self.body.append(self.context.pop())


def _visit_portrait(self: HTML5Translator, node: own.profile_portrait) -> None:
    self.body.append(self.starttag(node, "div"))
    letters = node.get("initials", "")
    if letters:
        size = _INITIAL_SIZES.get(len(letters), 30)
        self.body.append(
            '<svg class="profile-initials" viewBox="0 0 100 100" aria-hidden="true" '
            'focusable="false"><text x="50" y="50" dy="0.35em" text-anchor="middle" '
            f'font-size="{size}">{escape(letters)}</text></svg>\n'
        )


def _depart_portrait(self: HTML5Translator, _node: nodes.Element) -> None:
    self.body.append("</div>\n")


def _visit_summary(self: HTML5Translator, node: own.profile_disclosure) -> None:
    self.body.append(self.starttag(node, "details"))
    head = node.children[0]
    self.body.append(f"<summary>{escape(head.astext())}</summary>\n")
    node.remove(head)


#: Node class -> its visitors for HTML and EPUB.
HTML: dict[type[nodes.Element], Visitors] = {
    own.profile_person: _element("article"),
    own.profile_organization: _element("article"),
    own.profile_project: _element("article"),
    own.profile_news: _element("article"),
    own.profile_publication: _element("article"),
    own.profile_cv: _element("article"),
    own.profile_header: _element("header"),
    own.profile_body: _element("div"),
    own.profile_group: _element("section"),
    own.profile_portrait: (_visit_portrait, _depart_portrait),
    own.profile_picture: (visit_picture, depart_picture),
    own.profile_title: (_visit_title, _depart_title),
    own.profile_list: _element("ul"),
    own.profile_item: _element("li"),
    own.profile_timeline: _element("ol"),
    own.profile_entry: _element("li"),
    own.profile_dates: _element("div"),
    own.profile_details: _element("div"),
    own.profile_time: _inline("time", "datetime"),
    own.profile_name: _inline("bdi", "lang"),
    own.profile_source: (visit_source, None),
    own.profile_citations: (visit_citations, None),
    own.profile_filter: (visit_filter, None),
    own.profile_disclosure: (_visit_summary, _element("details")[1]),
}
