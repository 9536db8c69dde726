"""Events become timelines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from docutils import nodes

from ..i18n import _
from ..model.dates import DateRange
from ..model.event import Event
from ..nodes import (
    profile_body,
    profile_dates,
    profile_details,
    profile_entry,
    profile_group,
    profile_timeline,
)
from .common import (
    Nodes,
    dates,
    facts,
    link,
    links,
    own_link,
    paragraph,
    said,
    separated,
    spoken,
    tags,
    title,
    untranslated,
    xref,
)
from .richtext import richtext

#: Kinds of event that a résumé has a property for (microformats.org/wiki/h-resume).
_RESUME = {"work": "p-experience", "education": "p-education", "award": "p-award"}


@dataclass(frozen=True)
class Shown:
    """An event about to be shown, with the author's own nodes where this page states it.

    ``anchor`` becomes the entry's id.  In a listing ``link_title`` has the title lead to the place
    where the event is stated.
    """

    event: Event
    docname: str
    anchor: str = ""
    title: Sequence[nodes.Node] = ()
    aside: Sequence[nodes.Node] = ()
    organization: Sequence[nodes.Node] = ()
    when: Sequence[nodes.Node] = ()
    body: Sequence[nodes.Node] | None = None
    link_title: bool = False
    extra: Nodes = field(default_factory=list)


def timeline(
    entries: Iterable[Shown],
    language: str,
    *,
    durations: bool = False,
    heading: Sequence[nodes.Node] = (),
    before: Sequence[nodes.Node] = (),
    after: Sequence[nodes.Node] = (),
) -> Nodes:
    """Make a timeline; consecutive entries at one organization become one block of roles.

    With a heading it is a group, of which what stands ``before`` and ``after`` the entries is part.
    """
    found = list(entries)
    items: Nodes = []
    for key, group in groupby(found, key=lambda shown: shown.event.organization.casefold()):
        roles = list(group)
        if key and len(roles) > 1:
            items.append(_roles(roles, language, durations))
        else:
            items += [_entry(shown, language, durations) for shown in roles]
    resume = ["h-resume"] if any(shown.event.kind in _RESUME for shown in found) else []
    classes = ["profile-timeline", *([] if heading else resume)]
    entire = [profile_timeline("", *items, classes=classes)] if items else []
    blocks = [*before, *entire, *after]
    if not heading:
        return blocks
    words = nodes.inline("", "", *heading, classes=["p-name"] if resume else [])
    return [profile_group("", title(words), *blocks, classes=["profile-group", *resume])]


def _roles(found: Sequence[Shown], language: str, durations: bool) -> profile_entry:
    """Make one block of several roles at one organization."""
    inner = [_entry(shown, language, durations, employer=False) for shown in found]
    whole = _span([shown.event.when for shown in found])
    term = profile_dates("", "", *(dates(whole, language, durations=durations) if whole else ()))
    named = next((shown for shown in found if shown.organization), found[0])
    head = paragraph(*_organization(named), classes=["profile-employer"])
    nested = profile_timeline("", *inner, classes=["profile-timeline", "profile-roles"])
    entry = profile_entry("", untranslated(term), profile_details("", head, nested))
    entry["classes"] = ["profile-entry", *(["profile-running"] if whole and whole.running else [])]
    return entry


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
        None if running or not ends else max(ends, key=lambda d: d.latest()),
        running,
    )


def _entry(shown: Shown, language: str, durations: bool, *, employer: bool = True) -> profile_entry:
    event = shown.event
    details = profile_details("", *_heading(shown, employer))
    meta = [
        said(part)
        for part in ("" if shown.aside else event.about, event.location, event.amount)
        if part
    ]
    if meta:
        details += paragraph(*separated(meta), classes=["profile-meta"])
    body = richtext(event.body) if shown.body is None else list(shown.body)
    if body:
        details += profile_body("", *body, classes=["profile-body", "p-description"])
    details += facts(_rows(event, shown.docname))
    details += tags(event.tags)
    details += links(event.links, shown.docname)
    details += shown.extra
    entry = profile_entry("", _when(shown, language, durations), details)
    entry["classes"] = ["profile-entry", f"profile-kind-{event.kind}", "h-event"]
    if event.kind in _RESUME:
        entry["classes"].append(_RESUME[event.kind])
    if event.when and event.when.running:
        entry["classes"].append("profile-running")
    if shown.anchor:
        entry["ids"] = [shown.anchor]
    return entry


def _when(shown: Shown, language: str, durations: bool) -> profile_dates:
    """Make the dates; what can't be read as a date stands as it was typed."""
    event = shown.event
    when: Nodes = []
    if event.when:
        when = dates(event.when, language, durations=durations, event=True)
    elif shown.when or event.when_text:
        typed = spoken(shown.when) or [said(event.when_text)]
        when = [nodes.inline("", "", *typed, classes=["profile-date-as-typed"])]
    return untranslated(profile_dates("", "", *when))


def _rows(event: Event, docname: str) -> list[tuple[str, Sequence[nodes.Node]]]:
    projects = separated(
        xref("project", target, docname=docname, quiet=True) for target in event.projects
    )
    courses = separated(said(course) for course in event.courses)
    return [
        (_("Degree"), [said(event.degree)] if event.degree else []),
        (_("Field"), [said(event.area)] if event.area else []),
        (_("Grade"), [said(event.score)] if event.score else []),
        (_("Courses"), courses),
        (_("Projects"), projects),
    ]


def _heading(shown: Shown, employer: bool) -> Nodes:
    """Make the line "**Research Scientist**, Vision Lab, LG AI Research"."""
    event = shown.event
    words: Sequence[nodes.Node] = spoken(shown.title) or ([said(event.name)] if event.name else ())
    if shown.link_title:
        words = [own_link("event", event.id, event.name, shown.docname)]
    elif event.url:
        words = [link(event.url, *words, docname=shown.docname, classes=["u-url"])]
    line: Nodes = []
    if words:
        line.append(nodes.strong("", "", *words, classes=["profile-entry-title", "p-name"]))
    if shown.aside:
        line += [nodes.Text(" "), *spoken(shown.aside)]
    if employer and (shown.organization or event.organization):
        line += [*([nodes.Text(", ")] if line else ()), *_organization(shown)]
    return [paragraph(*line, classes=["profile-heading"])] if line else []


def _organization(shown: Shown) -> Sequence[nodes.Node]:
    """Make where it took place: to microformats a card with a name."""
    words = shown.event.organization
    own = xref("org", words, words, docname=shown.docname, loose=True, field="organization")
    found = spoken(shown.organization) or [own]
    return [nodes.inline("", "", *found, classes=["p-location", "h-card"])]
