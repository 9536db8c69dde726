"""What listings share: their title, their groups under headings, and the list itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from docutils import nodes

from ..domain.query import Query
from ..domain.select import Group
from ..domain.store import Stated
from ..i18n import _
from ..model.event import KINDS
from ..nodes import profile_group, profile_item, profile_list
from ..render import organization as render_organization
from ..render import project as render_project
from ..render.common import title
from .listed import Listed


def grouped(
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


def as_list(blocks: Sequence[nodes.Element], name: str, layout: str) -> nodes.Element:
    """Put blocks into a list whose layout its class names."""
    items = [profile_item("", block) for block in blocks]
    return profile_list("", *items, classes=[name, f"profile-as-{layout}"], bullet="*")
