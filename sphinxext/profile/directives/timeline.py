"""``timeline``: states dated entries, in a short form and a long one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

from docutils import nodes

from ..log import Problem
from ..model.dates import DateError, DateRange, next_month
from ..model.event import KINDS, Event
from ..model.richtext import RichText
from ..nodes import profile_entry
from ..render.common import title
from ..render.event import Shown, timeline
from . import options
from .base import RecordDirective
from .entry import Entry, EntryContext, event_id
from .options import Option


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
        """Return the heading, what stands between entries, and the entries in order."""
        found = self.read()
        context = EntryContext(found.get("kind", "milestone"), found.get("person", ()))
        with context.open(self.env):
            content = self.content_nodes()
        entries, rest = self._gather(content, context, found)
        if not entries:
            self.warn(Problem.MISSING, "timeline: no entry is stated")
        out: list[nodes.Node] = [*rest]
        if self.heading:
            out.insert(0, title(*self.parse_inline(self.heading)[0]))
        shown = [entry.shown for entry in _ordered(entries, found.get("order", "desc"))]
        durations = bool(found.get("durations"))
        out += timeline(shown, self.language, durations=durations)
        if durations and any(e.event.when and e.event.when.running for e in entries):
            self.domain.note_until(next_month())
        return [self.located(node) if isinstance(node, nodes.Element) else node for node in out]

    def _gather(
        self, content: list[nodes.Node], context: EntryContext, found: Mapping[str, Any]
    ) -> tuple[list[Entry], list[nodes.Node]]:
        entries: list[Entry] = []
        rest: list[nodes.Node] = []
        for node in content:
            if isinstance(node, profile_entry) and "entry" in node:
                entries.append(context.entries[int(node["entry"])])
            elif isinstance(node, nodes.definition_list):
                entries += self._short_entries(node, context, found)
            else:
                rest.append(node)
        return entries, rest

    def _short_entries(
        self, found: nodes.definition_list, context: EntryContext, values: Mapping[str, Any]
    ) -> Iterator[Entry]:
        for item in found.findall(nodes.definition_list_item, descend=True):
            if item.parent is not found:
                continue
            terms = [child for child in item.children if isinstance(child, nodes.term)]
            words = " ".join(term.astext() for term in terms)
            for definition in item.children:
                if isinstance(definition, nodes.definition):
                    line = item.line or definition.line or (terms[0].line if terms else None)
                    yield self._short_entry(words, definition, line, context, values)

    def _short_entry(
        self,
        words: str,
        definition: nodes.definition,
        line: int | None,
        context: EntryContext,
        values: Mapping[str, Any],
    ) -> Entry:
        """Read ``date`` / ``**title**, organization`` / description."""
        source, own_line = self.place
        line = line or own_line
        when, when_text = self._short_date(words, f"{source}:{line}")
        title_nodes, organization_nodes, body = split_definition(definition)
        name = "".join(node.astext() for node in title_nodes).strip()
        organization = "".join(node.astext() for node in organization_nodes).strip()
        text: RichText = self.words_of(body)
        event = Event(
            id=event_id(context, name or organization, when, when_text),
            name=name,
            body=text,
            kind=context.kind,
            when=when,
            when_text=when_text,
            organization=organization,
            people=context.people,
            tags=values.get("tags", ()),
        )
        stated = self.domain.note(event, source, line, [("person", self.option_line("person"))])
        plain = all(isinstance(node, nodes.Text) for node in organization_nodes)
        shown = Shown(
            event,
            self.env.docname,
            stated.anchor,
            title=title_nodes,
            organization=() if plain else organization_nodes,
            body=body,
        )
        return Entry(event, shown)

    def _short_date(self, words: str, location: str) -> tuple[DateRange | None, str]:
        try:
            return DateRange.parse(words), ""
        except DateError as error:
            self.warn_at(Problem.DATE, str(error), location)
            return None, words


def split_definition(
    definition: nodes.definition,
) -> tuple[list[nodes.Node], list[nodes.Node], list[nodes.Node]]:
    """Split a definition into its title, its organization and the rest.

    The title is the first strong text; what follows a comma on that line is the organization.
    Without strong text the whole line is the title.
    """
    children = list(definition.children)
    if not children or not isinstance(children[0], nodes.paragraph):
        return [], [], children
    line, rest = _without_blanks(children[0].children), children[1:]
    if not line or not isinstance(line[0], nodes.strong):
        return line, [], rest
    after = line[1:]
    if after and isinstance(after[0], nodes.Text):
        words = after[0].astext().replace("\n", " ").lstrip()
        words = words.removeprefix(",").lstrip()
        after = [nodes.Text(words), *after[1:]] if words else after[1:]
    return list(line[0].children), after, rest


def _without_blanks(line: Sequence[nodes.Node]) -> list[nodes.Node]:
    """Drop the blanks before a line's first words."""
    out = list(line)
    while out and isinstance(out[0], nodes.Text) and not out[0].astext().strip():
        del out[0]
    return out


def _ordered(entries: list[Entry], order: str) -> list[Entry]:
    """Sort newest first or oldest first; entries without a readable date stay last."""
    if order == "source":
        return entries
    dated = [entry for entry in entries if entry.event.when]
    undated = [entry for entry in entries if not entry.event.when]
    dated.sort(key=lambda entry: entry.event.when.sort_key, reverse=order == "desc")  # type: ignore[union-attr]
    return dated + undated
