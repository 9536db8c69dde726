"""An organization becomes a card."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

from ..i18n import _
from ..model.networks import account_link
from ..model.organization import Organization
from ..model.richtext import first_block
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
    brief: bool = False,
    extra: Sequence[nodes.Node] = (),
) -> profile_organization:
    """Make the card of an organization; a ``brief`` one has its first paragraph."""
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
    text = first_block(organization.body) if brief else organization.body
    words = richtext(text) if body is None else list(body)
    if words:
        node += profile_body("", *words, classes=["profile-body", "p-note"])
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


def type_label(kind: str) -> str:
    """Return the words over organizations of a type in the site's language."""
    known = {
        "lab": _("Laboratories"),
        "center": _("Centers"),
        "department": _("Departments"),
        "university": _("Universities"),
        "school": _("Schools"),
        "company": _("Companies"),
        "funder": _("Funders"),
        "government": _("Government"),
        "ngo": _("Non-governmental organizations"),
        "group": _("Groups"),
    }
    return known.get(kind, kind)


def _name(organization: Organization, docname: str, listed: bool) -> Nodes:
    """Make the name, a link in a listing, and the short form behind it."""
    found: Nodes = [name(organization.name, "", "p-name", "p-org")]
    if listed:
        own = own_link("org", organization.id, organization.name, docname)
        found = [nodes.inline("", "", own, classes=["p-name", "p-org"])]
    if organization.short:
        found += [nodes.Text(" ("), said(organization.short, "p-nickname"), nodes.Text(")")]
    return found
