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
from ..model.event import KINDS, Event
from ..model.slug import slug
from ..nodes import profile_entry
from ..render.event import Shown, timeline
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

    OPTIONS: ClassVar[Mapping[str, Option]] = {
        "id": Option(options.identifier, "What others refer to; made of person, title and date."),
        "kind": Option(options.kind, f"One of {', '.join(KINDS)}; the timeline's by default."),
        "person": Option(
            options.several, "Ids of those it happened to; the timeline's by default."
        ),
        "organization": Option(options.text, "Where: an organization's id, or its name in words."),
        "start": Option(options.text, "When it began."),
        "end": Option(options.text, "When it ended, or ``present``."),
        "date": Option(options.text, "When it was, or a range such as ``2018 – 2021``."),
        "location": Option(options.text, "Town or place."),
        "url": Option(options.url, "An address to link the title to."),
        "projects": Option(options.several, "Ids of projects it belongs to."),
        "tags": Option(options.several, "Tags, parted by commas."),
        "degree": Option(options.text, "Education: the degree, such as ``B.S.``"),
        "area": Option(options.text, "Education: the field of study."),
        "score": Option(options.text, "Education: the grade."),
        "courses": Option(options.several, "Education: courses, parted by commas."),
        "amount": Option(options.text, "Grants and awards: the sum, as it is to be read."),
        "links": Option(options.links, "Further links, each as ``label <url>``."),
    }

    def run(self) -> list[nodes.Node]:
        """Return the entry for the timeline around it, or a timeline of this entry alone."""
        found = self.read()
        outer: EntryContext | None = self.env.temp_data.get(_CONTEXT)
        context = outer or EntryContext("milestone", ())
        body = self.content_nodes()
        name = self.named("the entry's title")
        when, when_text = self.when(found)
        people = found.get("person", context.people)
        organization = found.get("organization", "")
        own = EntryContext(context.kind, people, ids=context.ids)
        event = Event(
            id=found.get("id") or event_id(own, name, when, when_text),
            name=name,
            body=self.words_of(body),
            links=found.get("links", ()),
            tags=found.get("tags", ()),
            kind=found.get("kind", context.kind),
            when=when,
            when_text=when_text,
            organization=organization,
            people=people,
            projects=found.get("projects", ()),
            location=found.get("location", ""),
            url=found.get("url", ""),
            degree=found.get("degree", ""),
            area=found.get("area", ""),
            score=found.get("score", ""),
            courses=found.get("courses", ()),
            amount=found.get("amount", ""),
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
