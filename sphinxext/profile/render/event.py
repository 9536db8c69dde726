"""Events become timelines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from docutils import nodes

from ..i18n import _
from ..model.dates import DateRange
from ..model.event import Event
from ..nodes import profile_body, profile_dates, profile_details, profile_entry, profile_timeline
from .common import Nodes, dates, facts, inline, link, paragraph, xref
from .richtext import richtext


@dataclass(frozen=True)
class Shown:
    """An event about to be shown, with the author's own nodes where this page states it.

    ``anchor`` becomes the entry's id; ``target`` is the place a listing's entry links to.
    """

    event: Event
    docname: str
    anchor: str = ""
    title: Sequence[nodes.Node] = ()
    organization: Sequence[nodes.Node] = ()
    body: Sequence[nodes.Node] | None = None
    link_title: bool = False
    extra: Nodes = field(default_factory=list)


def timeline(entries: Iterable[Shown], language: str, *, durations: bool = False) -> Nodes:
    """Make a timeline; consecutive entries at one organization become one block of roles."""
    items: Nodes = []
    for key, group in groupby(entries, key=lambda shown: shown.event.organization.casefold()):
        found = list(group)
        if key and len(found) > 1:
            items.append(_roles(found, language, durations))
        else:
            items += [_entry(shown, language, durations) for shown in found]
    if not items:
        return []
    return [profile_timeline("", *items, classes=["profile-timeline"])]


def _roles(found: Sequence[Shown], language: str, durations: bool) -> profile_entry:
    """Make one block of several roles at one organization."""
    inner = [_entry(shown, language, durations, employer=False) for shown in found]
    whole = _span([shown.event.when for shown in found])
    term = profile_dates("", "", *(dates(whole, language, durations=durations) if whole else ()))
    head = paragraph(*_organization(found[0]), classes=["profile-employer"])
    nested = profile_timeline("", *inner, classes=["profile-timeline", "profile-roles"])
    return profile_entry("", term, profile_details("", head, nested), classes=["profile-entry"])


def _span(ranges: Sequence[DateRange | None]) -> DateRange | None:
    """Return the range that covers all, or ``None`` where a date is unknown."""
    known = [when for when in ranges if when is not None]
    starts = [when.start for when in known if when.start]
    if len(known) < len(ranges) or len(starts) < len(known):
        return None
    ends = [when.end for when in known if when.end]
    running = any(when.running for when in known)
    return DateRange(
        min(starts, key=lambda d: d.sort_key),
        None if running or not ends else max(ends, key=lambda d: d.sort_key),
        running,
    )


def _entry(shown: Shown, language: str, durations: bool, *, employer: bool = True) -> profile_entry:
    event = shown.event
    when = dates(event.when, language, durations=durations) if event.when else []
    if not when and event.when_text:
        when = [inline(event.when_text, "profile-date-as-typed")]
    details = profile_details("", *_heading(shown, employer))
    meta = [part for part in (event.location, event.amount) if part]
    if meta:
        details += paragraph(", ".join(meta), classes=["profile-meta"])
    body = richtext(event.body) if shown.body is None else list(shown.body)
    if body:
        details += profile_body("", *body, classes=["profile-body"])
    details += facts(
        (
            (_("Grade"), [nodes.Text(event.score)] if event.score else []),
            (_("Courses"), [nodes.Text(", ".join(event.courses))] if event.courses else []),
        )
    )
    details += shown.extra
    entry = profile_entry("", profile_dates("", "", *when), details)
    entry["classes"] = ["profile-entry", f"profile-kind-{event.kind}"]
    if event.when and event.when.running:
        entry["classes"].append("profile-running")
    if shown.anchor:
        entry["ids"] = [shown.anchor]
    return entry


def _heading(shown: Shown, employer: bool) -> Nodes:
    """Make the line "**Research Scientist**, Vision Lab, LG AI Research"."""
    event = shown.event
    words: Sequence[nodes.Node] = shown.title or [nodes.Text(event.name)]
    if shown.link_title:
        words = [xref("event", event.id, event.name, docname=shown.docname)]
    elif event.url:
        words = [link(event.url, *words, docname=shown.docname)]
    line: Nodes = [nodes.strong("", "", *words, classes=["profile-entry-title"])]
    if employer and (shown.organization or event.organization):
        line += [nodes.Text(", "), *_organization(shown)]
    return [paragraph(*line, classes=["profile-heading"])]


def _organization(shown: Shown) -> Sequence[nodes.Node]:
    if shown.organization:
        return shown.organization
    words = shown.event.organization
    return [xref("org", words, words, docname=shown.docname, loose=True)]
