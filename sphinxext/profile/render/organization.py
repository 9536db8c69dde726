"""An organization becomes a card."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

from ..i18n import _
from ..model.networks import account_link
from ..model.organization import Organization
from ..nodes import profile_body, profile_header, profile_organization
from .common import facts, links, name, paragraph, portrait, tags, title, xref
from .richtext import richtext


def card(
    organization: Organization,
    docname: str,
    *,
    anchor: str = "",
    body: Sequence[nodes.Node] | None = None,
    resolved: bool = False,
    listed: bool = False,
    extra: Sequence[nodes.Node] = (),
) -> profile_organization:
    """Make the card of an organization."""
    node = profile_organization("", classes=["profile-organization", "profile-card", "h-card"])
    if anchor:
        node["ids"] = [anchor]
    header = profile_header("", classes=["profile-header"])
    if organization.image:
        header += portrait(organization.image, organization.name, resolved=resolved)
    words: list[nodes.Node] = [name(organization.name)]
    if listed:
        words = [xref("org", organization.id, docname=docname)]
    if organization.short:
        words += [nodes.Text(f" ({organization.short})")]
    for language, other in organization.names:
        words += [nodes.Text(" "), name(other, language)]
    header += title(*words, classes=["p-name", "p-org"])
    if organization.place.text:
        header += paragraph(organization.place.text, classes=["profile-place", "p-adr"])
    node += header
    text = richtext(organization.body) if body is None else list(body)
    if text:
        node += profile_body("", *text, classes=["profile-body", "p-note"])
    parent = [xref("org", organization.parent, organization.parent, docname=docname, loose=True)]
    node += facts(
        (
            (_("Part of"), parent if organization.parent else []),
            (_("Founded"), [nodes.Text(organization.founded)] if organization.founded else []),
        )
    )
    accounts = [account_link(account) for account in organization.accounts]
    node += tags(organization.tags)
    node += links([*accounts, *organization.links], docname)
    node += list(extra)
    return node
