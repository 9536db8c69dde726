"""``project-card``: states a project."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from docutils import nodes
from sphinx.util import docname_join

from ..log import Problem
from ..model.nearest import hint
from ..model.project import Project
from ..model.quoting import shown
from ..model.urls import is_external
from ..render.project import card
from ..sources.build import build
from . import options
from .base import RecordDirective, plain_words
from .options import BadValueError, Option


class ProjectCardDirective(RecordDirective):
    """State what a project is, and show it as a card."""

    OPTIONS: ClassVar[Mapping[str, Option]] = options.of_record("project")

    def run(self) -> list[nodes.Node]:
        """Return the project's card, as a grid item where it stands in a grid."""
        found = self.read()
        if place := self.shown_record("project"):
            return place
        body = self.content_nodes()
        heading = self.heading_nodes()
        name = self.named("the project's title", plain_words(heading))
        when, when_text = self.when(found, "project")
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
            heading=heading,
            extra=self.refused_lines(),
        )
        return self.in_place(node)

    def _with_page(self, found: dict[str, Any]) -> dict[str, Any]:
        """Put the address of the project's page in the place of its words."""
        return {**found, "page": self._page(found["page"])} if found.get("page") else found

    def _page(self, words: str) -> str:
        """Return ``doc:NAME`` for a page of this site, a checked URL, or ``""``."""
        docname = docname_join(self.env.docname, words.removesuffix(".md").removesuffix(".rst"))
        if docname in self.env.found_docs:
            return f"doc:{docname}"
        try:
            address = options.url(words)
            if not is_external(address):
                near = hint(docname, self.env.found_docs)
                message = f"{shown(words)} is neither a page of this site nor an address{near}"
                raise BadValueError(Problem.REFERENCE, message)
        except BadValueError as error:
            self.refuse("page", words, error)
            return ""
        return address
