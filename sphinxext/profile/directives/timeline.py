"""``timeline``: states dated entries, in a short form and a long one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from docutils import nodes

from ..log import Problem
from ..model.dates import DateError, DateRange, next_month
from ..model.event import KINDS, Event
from ..nodes import profile_timeline
from ..render.event import Shown, timeline
from . import options
from .base import RecordDirective, plain_words
from .definitions import is_plain, organization_words, split_definition
from .entry import Entry, EntryContext, around, event_id
from .options import Option


@dataclass
class _Content:
    """What a timeline holds: entries, and what stands before and behind them."""

    before: list[nodes.Node] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    after: list[nodes.Node] = field(default_factory=list)


class TimelineDirective(RecordDirective):
    """State what happened when, and show it as a timeline."""

    OPTIONS: ClassVar[Mapping[str, Option]] = {
        "kind": Option(options.kind, f"What the entries are: {', '.join(KINDS)}."),
        "person": Option(options.several, "Ids of those it happened to."),
        "order": Option(options.one_of(("desc", "asc", "source"), "order"), "desc, asc or source."),
        "durations": Option(options.flag, "Also say how long each entry took."),
        "tags": Option(options.several, "Tags of every entry, parted by commas."),
    }

    def run(self) -> list[nodes.Node]:
        """Return what stands before the entries, the entries in order, and what stands behind."""
        found = self.read()
        context = EntryContext(
            found.get("kind", "milestone"), found.get("person", ()), found.get("tags", ())
        )
        with around(self.env, context):
            parsed = self.content_nodes()
        content = self._gather(parsed, context)
        if not content.entries:
            self.warn(
                Problem.MISSING,
                "timeline: it has no entry; write a date and, on the next line, ': **title**'",
            )
        durations = bool(found.get("durations"))
        if durations and any(e.event.when and e.event.when.running for e in content.entries):
            self.domain.note_until(next_month())
        blocks = timeline(
            [entry.shown for entry in _ordered(content.entries, found.get("order", "desc"))],
            self.language,
            durations=durations,
            heading=self.heading_nodes(),
            before=content.before,
            after=[*content.after, *self.refused_lines()],
        )
        return [self.located(node) if isinstance(node, nodes.Element) else node for node in blocks]

    def _gather(self, parsed: Sequence[nodes.Node], context: EntryContext) -> _Content:
        """Part the entries from what stands around them."""
        found = _Content()
        taken = set()
        for node in parsed:
            if isinstance(node, profile_timeline) and "entry" in node:
                number = int(node["entry"])
                taken.add(number)
                found.entries.append(context.entries[number])
            elif isinstance(node, nodes.definition_list) and not isinstance(node, profile_timeline):
                found.entries += self._short_entries(node, context)
            else:
                (found.after if found.entries else found.before).append(node)
        for number, entry in enumerate(context.entries):
            if number not in taken:
                message = "entry: it doesn't stand in its timeline directly; it stands alone"
                self.warn_at(Problem.STRUCTURE, message, entry.location)
        return found

    def _short_entries(
        self, found: nodes.definition_list, context: EntryContext
    ) -> Iterator[Entry]:
        """Read each definition as an entry; several of one term share its date."""
        for item in found.children:
            if not isinstance(item, nodes.definition_list_item):
                continue
            terms = [child for child in item.children if isinstance(child, nodes.term)]
            asides = [child for child in item.children if isinstance(child, nodes.classifier)]
            for definition in item.children:
                if isinstance(definition, nodes.definition):
                    line = terms[0].line or item.line or definition.line
                    yield self._short_entry(terms, asides, definition, line, context)

    def _short_entry(
        self,
        terms: Sequence[nodes.term],
        asides: Sequence[nodes.classifier],
        definition: nodes.definition,
        line: int | None,
        context: EntryContext,
    ) -> Entry:
        """Read ``date`` / ``**title**, organization`` / description."""
        source, own_line = self.place
        location = f"{source}:{line or own_line}"
        typed = options.text(" ".join(term.astext() for term in terms))
        when, when_text = self._short_date(typed, location)
        parts = split_definition(definition)
        organization = organization_words(parts.organization)
        name = plain_words(parts.title) or organization or typed
        event = Event(
            id=event_id(self.env, context.people, name, when, when_text),
            name=name,
            body=self.words_of(parts.body),
            kind=context.kind,
            when=when,
            when_text=when_text,
            organization=organization,
            about=plain_words(parts.aside),
            people=context.people,
            tags=context.tags,
            location=", ".join(aside.astext() for aside in asides),
        )
        lines = [(name, self.option_line(name)) for name in ("person", "tags")]
        stated = self.note(event, line or own_line, lines)
        shown = Shown(
            event,
            self.env.docname,
            stated.anchor,
            title=parts.title,
            aside=parts.aside,
            organization=() if is_plain(parts.organization) else parts.organization,
            when=[child for term in terms for child in term.children],
            body=parts.body,
        )
        return Entry(event, shown, location)

    def _short_date(self, words: str, location: str) -> tuple[DateRange | None, str]:
        try:
            return DateRange.parse(words), ""
        except DateError as error:
            self.warn_at(Problem.DATE, str(error), location)
            return None, words


def _ordered(entries: list[Entry], order: str) -> list[Entry]:
    """Sort newest first or oldest first; entries without a readable date stay last."""
    if order == "source":
        return entries
    dated = [entry for entry in entries if entry.event.when]
    undated = [entry for entry in entries if not entry.event.when]
    dated.sort(key=lambda entry: entry.event.when.sort_key, reverse=order == "desc")  # type: ignore[union-attr]
    return dated + undated
