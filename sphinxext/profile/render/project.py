"""A project becomes a card, or one line of a compact list."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

from ..i18n import _
from ..model.project import Project
from ..nodes import profile_body, profile_header, profile_project
from .common import (
    Nodes,
    dates,
    facts,
    inline,
    link,
    links,
    name,
    paragraph,
    portrait,
    separated,
    tags,
    title,
    xref,
)
from .richtext import richtext


def card(
    project: Project,
    docname: str,
    language: str,
    *,
    anchor: str = "",
    body: Sequence[nodes.Node] | None = None,
    resolved: bool = False,
    listed: bool = False,
    extra: Sequence[nodes.Node] = (),
) -> profile_project:
    """Make the card of a project.

    The title links to the project's own page; in a listing without one, to where it is stated.
    """
    node = profile_project("", classes=["profile-project", "profile-card", "h-entry"])
    if anchor:
        node["ids"] = [anchor]
    if project.image:
        node += portrait(project.image, project.name, resolved=resolved)
    header = profile_header("", classes=["profile-header"])
    header += title(_title(project, docname, listed), classes=["p-name"])
    header += _meta(project, language)
    node += header
    words = richtext(project.body) if body is None else list(body)
    if words:
        node += profile_body("", *words, classes=["profile-body", "e-content"])
    node += facts(_rows(project, docname))
    node += tags(project.tags)
    node += links([item for item in project.links if item.rel != "page"], docname)
    node += list(extra)
    return node


def _title(project: Project, docname: str, listed: bool) -> nodes.Node:
    page = project.link("page")
    if page:
        return link(page, name(project.name), docname=docname, classes=["profile-stretched"])
    if listed:
        return xref("project", project.id, docname=docname)
    return name(project.name)


def _meta(project: Project, language: str) -> Nodes:
    """Make the line of status and dates."""
    parts: Nodes = []
    if project.status:
        parts.append(
            inline(status_label(project.status), "profile-status", f"profile-{project.status}")
        )
    if project.when:
        parts += dates(project.when, language)
    elif project.when_text:
        parts.append(inline(project.when_text, "profile-date-as-typed"))
    return [paragraph(*separated(parts, " · "), classes=["profile-meta"])] if parts else []


def status_label(status: str) -> str:
    """Return the words for a status in the site's language."""
    return {
        "active": _("Active"),
        "planned": _("Planned"),
        "paused": _("Paused"),
        "completed": _("Completed"),
    }.get(status, status)


def _rows(project: Project, docname: str) -> list[tuple[str, Sequence[nodes.Node]]]:
    people: Nodes = []
    for mention in project.people:
        if people:
            people.append(nodes.Text(", "))
        people.append(xref("person", mention.text, docname=docname))
        if mention.role:
            people.append(nodes.Text(f" ({mention.role})"))
    papers = [xref("pub", key, docname=docname) for key in project.publications]
    return [
        (_("People"), people),
        (_("Partners"), _organizations(project.partners, docname)),
        (_("Funding"), _organizations(project.funder, docname)),
        (_("Grant"), [nodes.Text(project.grant)] if project.grant else []),
        (_("Publications"), separated(papers, "; ")),
    ]


def _organizations(found: Sequence[str], docname: str) -> Nodes:
    return separated(
        (xref("org", words, words, docname=docname, loose=True) for words in found), "; "
    )


def line(project: Project, docname: str, language: str) -> Nodes:
    """Make a project as one line of a compact list."""
    parts: Nodes = [xref("project", project.id, docname=docname)]
    if project.when:
        parts += [nodes.Text(", "), *dates(project.when, language)]
    return [paragraph(*parts, classes=["profile-line"])]
