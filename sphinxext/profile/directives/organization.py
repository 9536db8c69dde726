"""``organization``: states a lab, school, company or funder."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from docutils import nodes

from ..model.organization import Organization
from ..render.organization import card
from . import options
from .accounts import ACCOUNT_OPTIONS, PLACE_OPTIONS, accounts, names, place
from .base import RecordDirective
from .options import Option


class OrganizationDirective(RecordDirective):
    """State what an organization is, and show it."""

    PREFIXES = ("name.",)
    OPTIONS: ClassVar[Mapping[str, Option]] = {
        "id": Option(options.identifier, "What others refer to; made of the name by default."),
        "short": Option(options.text, "Short name or acronym."),
        "type": Option(options.organization_type, "lab, university, company, funder, …"),
        "parent": Option(options.text, "The organization it is part of, by id or name."),
        "founded": Option(options.text, "When it was founded."),
        "image": Option(options.text, "A logo beside the page."),
        "alt": Option(options.text, "What the picture shows, for those who don't see it."),
        "links": Option(options.links, "Further links, each as ``label <url>``."),
        "aliases": Option(options.several, "Other names, parted by commas."),
        "tags": Option(options.several, "Tags, parted by commas."),
        "hidden": Option(options.flag, "State it without showing anything."),
        **PLACE_OPTIONS,
        **ACCOUNT_OPTIONS,
    }

    def run(self) -> list[nodes.Node]:
        """Return the organization's nodes."""
        found = self.read()
        body = self.content_nodes()
        name = self.named("the organization's name")
        organization = Organization(
            id=self.identify(found, name),
            name=name,
            names=names(found),
            body=self.words_of(body),
            links=found.get("links", ()),
            image=self.image(found),
            tags=found.get("tags", ()),
            aliases=found.get("aliases", ()),
            short=found.get("short", ""),
            type=found.get("type", ""),
            parent=found.get("parent", ""),
            founded=found.get("founded", ""),
            accounts=accounts(found),
            place=place(found),
        )
        stated = self.note(organization)
        if found.get("hidden"):
            return [self.located(nodes.target("", "", ids=[stated.anchor]))]
        node = card(
            organization,
            self.env.docname,
            anchor=stated.anchor,
            body=body,
            extra=self.refused_lines(),
        )
        return [self.located(node)]
