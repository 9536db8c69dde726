"""``entry``: states one entry of a timeline with options."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import ClassVar

from docutils import nodes
from sphinx.environment import BuildEnvironment

from ..log import Problem
from ..model.dates import DateRange
from ..model.event import Event
from ..model.slug import slug
from ..nodes import profile_entry
from ..render.event import Shown, timeline
from ..sources.build import build
from . import options
from .base import RecordDirective
from .options import Option

_CONTEXT = "profile-timeline"


@dataclass(frozen=True)
class Entry:
    """An entry with what this page shows of it."""

    event: Event
    shown: Shown


@dataclass
class EntryContext:
    """What a timeline gives its entries, and what they give back."""

    kind: str
    people: tuple[str, ...]
    entries: list[Entry] = field(default_factory=list)
    ids: dict[str, int] = field(default_factory=dict)

    @contextmanager
    def open(self, env: BuildEnvironment) -> Iterator[None]:
        """Be the timeline around what is parsed now."""
        outer = env.temp_data.get(_CONTEXT)
        env.temp_data[_CONTEXT] = self
        try:
            yield
        finally:
            env.temp_data[_CONTEXT] = outer


def event_id(context: EntryContext, name: str, when: DateRange | None, when_text: str) -> str:
    """Make an id of whose event it is, when it began and what it is; doubles are numbered."""
    begin = (when.start or when.end) if when else None
    moment = begin.isoformat() if begin else when_text
    found = slug(" ".join((*context.people[:1], moment, name)))
    count = context.ids[found] = context.ids.get(found, 0) + 1
    return found if count == 1 else f"{found}-{count}"


class EntryDirective(RecordDirective):
    """State one entry of the timeline around it."""

    OPTIONS: ClassVar[Mapping[str, Option]] = options.of_record("event")

    def run(self) -> list[nodes.Node]:
        """Return the entry for the timeline around it, or a timeline of this entry alone."""
        found = self.read()
        outer: EntryContext | None = self.env.temp_data.get(_CONTEXT)
        context = outer or EntryContext("milestone", ())
        body = self.content_nodes()
        name = self.named("the entry's title")
        when, when_text = self.when(found)
        people = found.get("person", context.people)
        own = EntryContext(context.kind, people, ids=context.ids)
        event = build(
            Event,
            {"kind": context.kind, **found, "person": people},
            id=found.get("id") or event_id(own, name, when, when_text),
            name=name,
            body=self.words_of(body),
            when=when,
            when_text=when_text,
        )
        stated = self.note(event)
        title = self.parse_inline(self.heading)[0] if self.heading else ()
        shown = Shown(
            event,
            self.env.docname,
            stated.anchor,
            title=title,
            body=body,
            extra=self.refused_lines(),
        )
        if outer is None:
            self.warn(Problem.STRUCTURE, "entry: there is no timeline around it; it stands alone")
            return [self.located(node) for node in timeline([shown], self.language)]  # type: ignore[arg-type]
        outer.entries.append(Entry(event, shown))
        return [profile_entry("", entry=str(len(outer.entries) - 1))]
