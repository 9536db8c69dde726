"""``project-card``: states a project."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from docutils import nodes
from sphinx.util import docname_join

from ..model.project import Project
from ..nodes import profile_project
from ..render.project import card
from ..sources.build import build
from . import options
from .base import RecordDirective
from .options import Option


class ProjectCardDirective(RecordDirective):
    """State what a project is, and show it as a card."""

    OPTIONS: ClassVar[Mapping[str, Option]] = options.of_record("project")

    def run(self) -> list[nodes.Node]:
        """Return the project's card, as a grid item where it stands in a grid."""
        found = self.read()
        body = self.content_nodes()
        name = self.named("the project's title")
        when, when_text = self.when(found)
        project = build(
            Project,
            self._with_page(found),
            id=self.identify(found, name),
            name=name,
            body=self.words_of(body),
            image=self.image(found),
            when=when,
            when_text=when_text,
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

    def _with_page(self, found: dict[str, Any]) -> dict[str, Any]:
        """Put the address of the project's page in the place of its words."""
        return {**found, "page": self._page(found["page"])} if found.get("page") else found

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
