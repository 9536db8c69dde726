"""An organization becomes a card."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

from ..i18n import _
from ..model.networks import account_link
from ..model.organization import Organization
from ..nodes import profile_body, profile_header, profile_organization
from .common import (
    Nodes,
    facts,
    further_names,
    links,
    name,
    organizations,
    own_link,
    paragraph,
    portrait,
    said,
    tags,
    title,
)
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
    if organization.name:
        header += title(*_name(organization, docname, listed))
    header += further_names(organization.names)
    if organization.place.text:
        header += paragraph(organization.place.text, classes=["profile-place", "p-adr"])
    node += header
    text = richtext(organization.body) if body is None else list(body)
    if text:
        node += profile_body("", *text, classes=["profile-body", "p-note"])
    parent = [organization.parent] if organization.parent else []
    node += facts(
        (
            (_("Part of"), organizations(parent, docname, "parent")),
            (_("Founded"), [said(organization.founded)] if organization.founded else []),
        )
    )
    accounts = [account_link(account) for account in organization.accounts]
    node += tags(organization.tags)
    node += links([*accounts, *organization.links], docname)
    node += list(extra)
    return node


def _name(organization: Organization, docname: str, listed: bool) -> Nodes:
    """Make the name, a link in a listing, and the short form behind it."""
    found: Nodes = [name(organization.name, "", "p-name", "p-org")]
    if listed:
        own = own_link("org", organization.id, organization.name, docname)
        found = [nodes.inline("", "", own, classes=["p-name", "p-org"])]
    if organization.short:
        found += [nodes.Text(" ("), said(organization.short, "p-nickname"), nodes.Text(")")]
    return found
