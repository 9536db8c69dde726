"""Print tables from the code, so that the guide can't say anything else than the code does.

``options NAME``
    the options of a directive: name and meaning
``query-options``
    the options that all listings share
``settings``
    the settings of ``conf.py``: name, default and meaning
``problems``
    the warnings: subtype and meaning
``networks``
    the networks an account can be on: name, label and address
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.pycode import ModuleAnalyzer
from sphinx.util.docutils import SphinxDirective

from sphinxext.profile.config import Settings
from sphinxext.profile.directives import DIRECTIVES
from sphinxext.profile.directives.listing import QUERY_HELP, ListingDirective
from sphinxext.profile.log import Problem
from sphinxext.profile.model.networks import NETWORKS


class Options(SphinxDirective):
    """``options profile``; what has a page of its own, accounts and queries, is left to it."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        directive = DIRECTIVES[self.arguments[0]]
        known = directive.OPTIONS  # type: ignore[attr-defined]
        elsewhere = {*NETWORKS, *(QUERY_HELP if issubclass(directive, ListingDirective) else ())}
        rows = [
            (literal(f":{name}:"), words(option.help))
            for name, option in known.items()
            if name not in elsewhere
        ]
        found: list[nodes.Node] = table(("Option", "Meaning"), rows, (1, 3)) if rows else []
        if known.keys() & NETWORKS.keys():
            found += self.parse_text_to_nodes(
                "Every [network](/guide/networks.md) is an option too, such as `:github:`."
            )
        return found


class QueryOptions(SphinxDirective):
    def run(self) -> list[nodes.Node]:
        rows = [(literal(f":{name}:"), words(text)) for name, text in QUERY_HELP.items()]
        return table(("Option", "Meaning"), rows, (1, 3))


class SettingsTable(SphinxDirective):
    def run(self) -> list[nodes.Node]:
        rows = [
            (
                literal(f"profile_{item.name}"),
                literal(repr(item.default)),
                words(item.metadata["help"]),
            )
            for item in fields(Settings)
        ]
        return table(("Setting", "Default", "Meaning"), rows, (7, 3, 10))


class Problems(SphinxDirective):
    def run(self) -> list[nodes.Node]:
        rows = [(literal(f"profile.{p.value}"), words(meaning(p))) for p in Problem]
        return table(("Subtype", "Meaning"), rows, (1, 3))


class Networks(SphinxDirective):
    def run(self) -> list[nodes.Node]:
        rows = [
            (literal(f":{n.name}:"), [nodes.Text(n.label)], literal(n.url_template))
            for n in NETWORKS.values()
        ]
        return table(("Option", "Network", "Address"), rows, (2, 2, 4))


def meaning(problem: Problem) -> str:
    """Return a member's docstring; it stands in the source alone, so it is read from there."""
    comments = ModuleAnalyzer.for_module(Problem.__module__).find_attr_docs()
    return " ".join(comments["Problem", problem.name]).strip()


def literal(text: str) -> list[nodes.Node]:
    return [nodes.literal("", text)]


def words(text: str) -> list[nodes.Node]:
    """Read ``literals`` (and names of the code) in a text."""
    parts = re.split(r"``(.+?)``|:\w+:`~?\.?(.+?)`", text)
    return [
        nodes.literal("", part) if number % 3 else nodes.Text(part)
        for number, part in enumerate(parts)
        if part
    ]


def table(
    head: Sequence[str], rows: Iterable[Sequence[list[nodes.Node]]], widths: Sequence[int]
) -> list[nodes.Node]:
    """Make a table of inline nodes, behind the widths of its columns in the printed book."""
    spec = "".join(rf"\X{{{width}}}{{{sum(widths)}}}" for width in widths)
    group = nodes.tgroup(cols=len(head))
    group += [nodes.colspec(colwidth=width) for width in widths]
    group += nodes.thead("", row([nodes.Text(text)] for text in head))
    group += nodes.tbody("", *(row(cells) for cells in rows))
    return [
        addnodes.tabular_col_spec(spec=spec),
        nodes.table("", group, classes=["site-reference"]),
    ]


def row(cells: Iterable[list[nodes.Node]]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", *cell)) for cell in cells))


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_directive("options", Options)
    app.add_directive("query-options", QueryOptions)
    app.add_directive("settings", SettingsTable)
    app.add_directive("problems", Problems)
    app.add_directive("networks", Networks)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
