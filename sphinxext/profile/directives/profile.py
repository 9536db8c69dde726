"""``profile``: states a person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from docutils import nodes

from ..model.networks import ALIASES
from ..model.person import Person
from ..render.person import profile
from ..sources.build import build
from . import options
from .base import RecordDirective
from .names import names
from .options import Option


class ProfileDirective(RecordDirective):
    """State who somebody is, and show it."""

    PREFIX = "name."
    SYNONYMS = ALIASES
    OPTIONS: ClassVar[Mapping[str, Option]] = options.of_record("person")

    def run(self) -> list[nodes.Node]:
        """Return the profile's nodes."""
        found = self.read()
        if place := self.shown_record("person"):
            return place
        body = self.content_nodes()
        name = self.named("the person's name")
        when, when_text = self.when(found, "person")
        person = build(
            Person,
            found,
            id=self.identify(found, name),
            name=name,
            names=names(found),
            body=self.words_of(body),
            image=self.image(found),
            when=when,
            when_text=when_text,
        )
        stated = self.note(person)
        node = profile(
            person,
            self.env.docname,
            self.language,
            anchor=stated.anchor,
            body=body,
            extra=self.refused_lines(),
        )
        return self.in_place(node)
