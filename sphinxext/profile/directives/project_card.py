"""``project-card``: states a project."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from docutils import nodes
from sphinx.util import docname_join

from ..model.project import LINK_RELS, Project
from ..model.record import Link, Mention
from ..nodes import profile_project
from ..render.project import card
from . import options
from .base import RecordDirective
from .options import Option


class ProjectCardDirective(RecordDirective):
    """State what a project is, and show it as a card."""

    OPTIONS: ClassVar[Mapping[str, Option]] = {
        "id": Option(options.identifier, "What others refer to; made of the title by default."),
        "people": Option(options.mentions, "Ids of people, with roles: ``jane-doe (Lead)``."),
        "role": Option(options.text, "The role of those people who have none beside their id."),
        "partners": Option(options.organizations, "Partners, parted by semicolons."),
        "funder": Option(options.organizations, "Who pays, parted by semicolons."),
        "grant": Option(options.text, "Name or number of the grant."),
        "start": Option(options.text, "When it began."),
        "end": Option(options.text, "When it ended, or ``present``."),
        "status": Option(options.status, "active, planned, paused or completed."),
        "tags": Option(options.several, "Tags, parted by commas."),
        "publications": Option(options.several, "Citation keys, parted by commas."),
        "image": Option(options.text, "A picture beside the page."),
        "alt": Option(options.text, "What the picture shows, for those who don't see it."),
        "links": Option(options.links, "Further links, each as ``label <url>``."),
        "page": Option(options.text, "The project's own page: a page of this site or a URL."),
        **{
            rel: Option(options.url, f"{label}: its address.")
            for rel, label in LINK_RELS.items()
            if rel != "page"
        },
    }

    def run(self) -> list[nodes.Node]:
        """Return the project's card, as a grid item where it stands in a grid."""
        found = self.read()
        body = self.content_nodes()
        name = self.named("the project's title")
        when, when_text = self.when(found)
        role = found.get("role", "")
        project = Project(
            id=self.identify(found, name),
            name=name,
            body=self.words_of(body),
            links=(*self._links(found), *found.get("links", ())),
            image=self.image(found),
            tags=found.get("tags", ()),
            people=tuple(Mention(m.text, m.role or role) for m in found.get("people", ())),
            partners=found.get("partners", ()),
            funder=found.get("funder", ()),
            grant=found.get("grant", ""),
            when=when,
            when_text=when_text,
            status=found.get("status", ""),
            publications=found.get("publications", ()),
        )
        stated = self.note(project)
        node = card(
            project,
            self.env.docname,
            self.language,
            anchor=stated.anchor,
            body=body,
            extra=self.refused_lines(),
        )
        self.located(node)
        return [self._in_grid(node)]

    def _links(self, found: Mapping[str, Any]) -> list[Link]:
        links = []
        for rel, label in LINK_RELS.items():
            if found.get(rel):
                url = self._page(found[rel]) if rel == "page" else found[rel]
                links.append(Link(label, url, rel))
        return [item for item in links if item.url]

    def _page(self, words: str) -> str:
        """Return ``doc:NAME`` for a page of this site, a checked URL, or ``""``."""
        stem = words.removesuffix(".md").removesuffix(".rst")
        docname = docname_join(self.env.docname, stem)
        if docname in self.env.found_docs:
            return f"doc:{docname}"
        try:
            return options.url(words)
        except options.BadValueError as error:
            self.refuse("page", words, error)
            return ""

    def _in_grid(self, node: profile_project) -> nodes.Element:
        """Wrap the card as sphinx-design wraps a grid's items, if a grid's row holds it."""
        parent = getattr(self.state_machine, "node", None)
        if parent is None or parent.get("design_component") != "grid-row":
            return node
        classes = ["sd-col", "sd-d-flex-column"]
        return nodes.container("", node, is_div=True, design_component="grid-item", classes=classes)
