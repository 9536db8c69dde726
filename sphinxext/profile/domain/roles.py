"""Roles: ``{person}``, ``{org}``, ``{project}``, ``{event}``, ``{pub}`` and ``{news}``."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.roles import XRefRole


def domain_role() -> XRefRole:
    """Make a role that shows the record's name unless a title is given."""
    return XRefRole(warn_dangling=True)


class BareRole:
    """The short form of a domain role: ``{person}`` for ``{profile:person}``."""

    def __init__(self, name: str) -> None:
        self.name = f"profile:{name}"
        self.role = domain_role()

    def __call__(
        self, _typ: str, *args: Any, **kwargs: Any
    ) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Run the domain's role whatever the text calls it."""
        return self.role(self.name, *args, **kwargs)
