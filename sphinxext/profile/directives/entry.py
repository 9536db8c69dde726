"""``entry``: states one entry of a timeline with options."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, ClassVar, cast

from docutils import nodes
from sphinx.environment import BuildEnvironment

from ..log import Problem
from ..model.dates import DateRange
from ..model.event import Event
from ..model.slug import slug
from ..render.event import Shown, timeline
from ..sources.build import build
from . import options
from .base import RecordDirective, plain_words
from .options import Option

_CONTEXT = "profile-timeline"
_COUNTS = "profile-event-ids"


@dataclass(frozen=True)
class Entry:
    """An event with what this page shows of it."""

    event: Event
    shown: Shown
    location: str


@dataclass
class EntryContext:
    """What a timeline gives its entries, and what they give back."""

    kind: str
    people: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    entries: list[Entry] = field(default_factory=list)


@contextmanager
def around(env: BuildEnvironment, context: EntryContext | None) -> Iterator[None]:
    """Let a timeline, or none, be the one around what is parsed now."""
    outer = env.temp_data.get(_CONTEXT)
    env.temp_data[_CONTEXT] = context
    try:
        yield
    finally:
        env.temp_data[_CONTEXT] = outer


def event_id(
    env: BuildEnvironment,
    people: tuple[str, ...],
    name: str,
    when: DateRange | None,
    when_text: str,
) -> str:
    """Make an id of whose event it is (or the page's name), when it began and what it is.

    Doubles on a page are numbered.
    """
    begin = (when.start or when.end) if when else None
    moment = begin.isoformat() if begin else when_text
    found = slug(" ".join((people[0] if people else env.docname, moment, name)))
    counts: Any = env.temp_data.setdefault(_COUNTS, {})
    count = counts[found] = counts.get(found, 0) + 1
    return found if count == 1 else f"{found}-{count}"


class EntryDirective(RecordDirective):
    """State one entry of the timeline around it."""

    OPTIONS: ClassVar[Mapping[str, Option]] = options.of_record("event")

    def run(self) -> list[nodes.Node]:
        """Return a timeline of this entry alone, which a timeline around it takes into its own."""
        found = self.read()
        outer: EntryContext | None = self.env.temp_data.get(_CONTEXT)
        with around(self.env, None):
            body = self.content_nodes()
        entry = self._entry(found, outer or EntryContext("milestone"), body)
        alone = cast("nodes.Element", timeline([entry.shown], self.language)[0])
        if outer is None:
            self.warn(Problem.STRUCTURE, "entry: there is no timeline around it; it stands alone")
        else:
            alone["entry"] = str(len(outer.entries))
            outer.entries.append(entry)
        return [self.located(alone)]

    def _entry(
        self, found: Mapping[str, Any], context: EntryContext, body: list[nodes.Node]
    ) -> Entry:
        heading = self.heading_nodes()
        name = plain_words(heading) or ", ".join(
            found[part] for part in ("degree", "area") if part in found
        )
        name = self.named("the entry's title", name)
        defaults = {"kind": context.kind, "tags": context.tags, "person": context.people}
        values = {**defaults, **found}
        people = values["person"]
        when, when_text = self.when(values, "event")
        event = build(
            Event,
            values,
            id=found.get("id") or event_id(self.env, people, name, when, when_text),
            name=name,
            body=self.words_of(body),
            when=when,
            when_text=when_text,
        )
        stated = self.note(event)
        shown = Shown(
            event,
            self.env.docname,
            stated.anchor,
            title=heading,
            body=body,
            extra=self.refused_lines(),
        )
        return Entry(event, shown, self.at())
