"""How each kind of listing shows what its query found."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from docutils import nodes

from ..domain.query import Query
from ..domain.select import Group
from ..domain.store import Stated
from ..i18n import _
from ..model.event import KINDS, Event
from ..model.organization import Organization
from ..model.person import Person
from ..model.project import Project
from ..nodes import profile_group, profile_item, profile_list
from ..render import event as render_event
from ..render import organization as render_organization
from ..render import person as render_person
from ..render import project as render_project
from ..render.common import title
from . import news, publications
from .listed import Listed

Fill = Callable[[Listed, Query, Mapping[str, Any]], list[nodes.Node]]


def _grouped(
    listed: Listed,
    query: Query,
    place: Mapping[str, Any],
    show: Callable[[Sequence[Stated]], list[nodes.Node]],
) -> list[nodes.Node]:
    """Show groups under their headings; one group without a key has none."""
    out: list[nodes.Node] = []
    if place.get("show-title"):
        out.append(title(nodes.Text(place["show-title"])))
    for group in listed.domain.answers.groups(query):
        shown = show(group.items)
        if query.group_by in {"", "none"}:
            out += shown
        else:
            heading = title(nodes.Text(_heading(listed, query, group)))
            out.append(profile_group("", heading, *shown, classes=["profile-group"]))
    return out if len(out) > bool(place.get("show-title")) else []


def _heading(listed: Listed, query: Query, group: Group) -> str:
    """Return the words over a group."""
    if not group.key:
        return _("Further")
    if query.group_by == "group":
        return listed.group_title(group.key)
    if query.group_by == "status":
        return render_project.status_label(group.key)
    if query.group_by == "type" and query.objtype == "organization":
        return render_organization.type_label(group.key)
    if query.group_by == "kind":
        return _(KINDS[group.key].heading) if group.key in KINDS else group.key
    objtype = {"funder": "organization"}.get(query.group_by, query.group_by)
    found = listed.domain.store.get(objtype, group.key)
    return found.record.name if found else group.key


def _people(listed: Listed, query: Query, place: Mapping[str, Any]) -> list[nodes.Node]:
    layout = place.get("show-layout", "grid")

    def show(items: Sequence[Stated]) -> list[nodes.Node]:
        cards = [
            render_person.card(
                cast("Person", stated.record),
                listed.docname,
                listed.language,
                anchor=listed.anchor(stated),
            )
            for stated in items
        ]
        return [_list(cards, "profile-people", layout)]

    return _grouped(listed, query, place, show)


def _projects(listed: Listed, query: Query, place: Mapping[str, Any]) -> list[nodes.Node]:
    layout = place.get("show-layout", "grid")

    def one(stated: Stated) -> nodes.Element:
        project = cast("Project", stated.record)
        if layout == "compact":
            block = nodes.container(
                "", *render_project.line(project, listed.docname, listed.language), is_div=True
            )
            block["ids"] = [anchor] if (anchor := listed.anchor(stated)) else []
            return block
        return render_project.card(
            project,
            listed.docname,
            listed.language,
            anchor=listed.anchor(stated),
            resolved=True,
            listed=True,
            brief=layout == "grid",
        )

    def show(items: Sequence[Stated]) -> list[nodes.Node]:
        return [_list([one(stated) for stated in items], "profile-projects", layout)]

    return _grouped(listed, query, place, show)


def _organizations(listed: Listed, query: Query, place: Mapping[str, Any]) -> list[nodes.Node]:
    layout = place.get("show-layout", "grid")

    def one(stated: Stated) -> nodes.Element:
        organization = cast("Organization", stated.record)
        return render_organization.card(
            organization,
            listed.docname,
            anchor=listed.anchor(stated),
            resolved=True,
            listed=True,
            brief=layout == "grid",
        )

    def show(items: Sequence[Stated]) -> list[nodes.Node]:
        return [_list([one(stated) for stated in items], "profile-organizations", layout)]

    return _grouped(listed, query, place, show)


def _events(listed: Listed, query: Query, place: Mapping[str, Any]) -> list[nodes.Node]:
    durations = place.get("show-durations") == "True"

    def show(items: Sequence[Stated]) -> list[nodes.Node]:
        entries = [
            render_event.Shown(
                cast("Event", stated.record), listed.docname, listed.anchor(stated), link_title=True
            )
            for stated in items
        ]
        return render_event.timeline(entries, listed.language, durations=durations)

    return _grouped(listed, query, place, show)


def _news(listed: Listed, query: Query, place: Mapping[str, Any]) -> list[nodes.Node]:
    layout = place.get("show-layout", "list")
    return _grouped(listed, query, place, lambda found: news.items(listed, found, layout))


def _list(blocks: Sequence[nodes.Element], name: str, layout: str) -> nodes.Element:
    items = [profile_item("", block) for block in blocks]
    return profile_list("", *items, classes=[name, f"profile-as-{layout}"], bullet="*")


#: Object type -> how a listing of it is filled.
LISTINGS: dict[str, Fill] = {
    "person": _people,
    "project": _projects,
    "organization": _organizations,
    "event": _events,
    "news": _news,
    "publication": publications.fill,
}


def show_record(listed: Listed, objtype: str, identifier: str) -> list[nodes.Node]:
    """Show one record of a data file as if it were stated here."""
    stated = listed.domain.store.get(objtype, identifier)
    if stated is None:
        return []
    anchor = listed.anchor(stated)
    match stated.record:
        case Person() as person:
            node: nodes.Node = render_person.profile(
                person, listed.docname, listed.language, anchor=anchor, resolved=True
            )
        case Project() as project:
            node = render_project.card(
                project, listed.docname, listed.language, anchor=anchor, resolved=True
            )
        case Organization() as organization:
            node = render_organization.card(
                organization, listed.docname, anchor=anchor, resolved=True
            )
        case _:
            return []
    return [node]
