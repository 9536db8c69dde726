"""``organization``: states a lab, school, company or funder."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from docutils import nodes

from ..model.networks import ALIASES
from ..model.organization import Organization
from ..render.organization import card
from ..sources.build import build
from . import options
from .base import RecordDirective
from .names import names
from .options import Option


class OrganizationDirective(RecordDirective):
    """State what an organization is, and show it."""

    PREFIX = "name."
    SYNONYMS = ALIASES
    OPTIONS: ClassVar[Mapping[str, Option]] = {
        **options.of_record("organization"),
        "hidden": Option(options.flag, "State it without showing anything."),
    }

    def run(self) -> list[nodes.Node]:
        """Return the organization's nodes."""
        found = self.read()
        if place := self.shown_record("organization"):
            return place
        body = self.content_nodes()
        name = self.named("the organization's name")
        organization = build(
            Organization,
            found,
            id=self.identify(found, name),
            name=name,
            names=names(found),
            body=self.words_of(body),
            image=self.image(found),
        )
        stated = self.note(organization)
        if found.get("hidden"):
            anchors = [stated.anchor] if stated.anchor else []
            return [self.located(nodes.target("", "", ids=anchors)), *self.refused_lines()]
        node = card(
            organization,
            self.env.docname,
            anchor=stated.anchor,
            body=body,
            extra=self.refused_lines(),
        )
        return self.in_place(node)
