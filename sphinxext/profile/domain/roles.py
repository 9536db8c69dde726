"""Roles: ``{person}``, ``{org}``, ``{project}``, ``{event}``, ``{news}`` and ``{pub}``."""

from __future__ import annotations

from typing import Any, ClassVar

from docutils import nodes
from sphinx.domains import Domain
from sphinx.roles import XRefRole

#: Forms of ``{pub}`` that say authors and year: in the sentence, and in parentheses.
PUB_FORMS = ("pub:t", "pub:p")


class PubRole(XRefRole):
    """Refer to publications by one key, or by several parted by commas."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Make one reference for each key."""
        if self.has_explicit_title or self.disabled:
            return super().run()
        found: list[nodes.Node] = []
        messages: list[nodes.system_message] = []
        for key in [part.strip() for part in self.target.split(",") if part.strip()] or [""]:
            self.target = self.title = key
            made, told = super().run()
            found += [nodes.Text("; "), *made] if found else made
            messages += told
        if self.name.endswith(":p"):
            found = [nodes.Text("("), *found, nodes.Text(")")]
        return found, messages


def domain_role(name: str) -> XRefRole:
    """Make a role that shows the record's name unless a title is given."""
    role = PubRole if name.partition(":")[0] in {"pub", "publication"} else XRefRole
    return role(warn_dangling=True)


class BareRole:
    """The short form of a domain role: ``{person}`` for ``{profile:person}``."""

    def __init__(self, name: str) -> None:
        self.name = f"profile:{name}"
        self.role = domain_role(name)

    def __call__(
        self, _typ: str, *args: Any, **kwargs: Any
    ) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Run the domain's role whatever the text calls it."""
        return self.role(self.name, *args, **kwargs)


class PubDomain(Domain):
    """Lets ``{pub:t}`` be written for ``{profile:pub:t}``: Sphinx reads a domain before a colon.

    It holds nothing.
    """

    name = "pub"
    label = "Publications"
    roles: ClassVar[dict[str, Any]] = {form.partition(":")[2]: BareRole(form) for form in PUB_FORMS}

    def merge_domaindata(self, docnames: object, otherdata: object) -> None:
        """Take over nothing."""

    def resolve_any_xref(self, *_args: object) -> list[Any]:
        """Find nothing."""
        return []
