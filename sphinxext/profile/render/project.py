"""A project becomes a card, or one line of a compact list."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

from ..i18n import _
from ..model.project import Project
from ..model.record import Mention
from ..model.richtext import first_block
from ..nodes import profile_body, profile_header, profile_project
from .common import (
    Nodes,
    dates,
    facts,
    inline,
    link,
    links,
    name,
    organizations,
    own_link,
    paragraph,
    portrait,
    said,
    separated,
    tags,
    title,
    xref,
)
from .richtext import richtext

#: How many rows of facts a brief card has: people and partners.
_BRIEF = 2


def card(
    project: Project,
    docname: str,
    language: str,
    *,
    anchor: str = "",
    body: Sequence[nodes.Node] | None = None,
    resolved: bool = False,
    listed: bool = False,
    brief: bool = False,
    heading: Sequence[nodes.Node] = (),
    extra: Sequence[nodes.Node] = (),
) -> profile_project:
    """Make the card of a project.

    The title links to the project's own page; in a listing without one, to where it is stated.
    A ``brief`` card has the first paragraph, who takes part, tags and links.
    ``heading`` is the title as the author wrote it, with its markup.
    """
    node = profile_project("", classes=["profile-project", "profile-card", "h-entry"])
    if anchor:
        node["ids"] = [anchor]
    if project.image:
        node += portrait(project.image, project.name, resolved=resolved)
    header = profile_header("", classes=["profile-header"])
    if project.name:
        header += title(_title(project, heading, docname, listed))
    header += _meta(project, language)
    node += header
    text = first_block(project.body) if brief else project.body
    words = richtext(text) if body is None else list(body)
    if words:
        node += profile_body("", *words, classes=["profile-body", "e-content"])
    rows = _rows(project, docname)
    node += facts(rows[:_BRIEF] if brief else rows)
    node += tags(project.tags)
    node += links([item for item in project.links if item.rel != "page"], docname)
    node += list(extra)
    return node


def _title(
    project: Project, heading: Sequence[nodes.Node], docname: str, listed: bool
) -> nodes.Element:
    words: Sequence[nodes.Node] = heading or [name(project.name)]
    page = project.link("page")
    if page:
        words = [link(page, *words, docname=docname, classes=["profile-stretched", "u-url"])]
    elif listed:
        words = [own_link("project", project.id, project.name, docname)]
    return nodes.inline("", "", *words, classes=["p-name"])


def _meta(project: Project, language: str) -> Nodes:
    """Make the line of status and dates."""
    parts: Nodes = []
    if project.status:
        parts.append(
            inline(status_label(project.status), "profile-status", f"profile-{project.status}")
        )
    if project.when:
        parts.append(nodes.inline("", "", *dates(project.when, language)))
    elif project.when_text:
        parts.append(said(project.when_text, "profile-date-as-typed"))
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
    papers = [
        xref("pub", key, docname=docname, field="publications") for key in project.publications
    ]
    return [
        (_("People"), separated(_person(mention, docname) for mention in project.people)),
        (_("Partners"), organizations(project.partners, docname, "partners")),
        (_("Funding"), organizations(project.funder, docname, "funder")),
        (_("Grant"), [said(project.grant)] if project.grant else []),
        (_("Publications"), separated(papers, "; ")),
    ]


def _person(mention: Mention, docname: str) -> nodes.inline:
    """Make somebody who takes part, with their role."""
    who = xref("person", mention.text, docname=docname, field="people", classes=["u-url"])
    node = nodes.inline("", "", who, classes=["p-author", "h-card"])
    if not mention.role:
        return node
    return nodes.inline("", "", node, nodes.Text(" ("), said(mention.role), nodes.Text(")"))


def line(project: Project, docname: str, language: str) -> Nodes:
    """Make a project as one line of a compact list."""
    parts: Nodes = [xref("project", project.id, docname=docname)]
    if project.when:
        parts += [nodes.Text(", "), *dates(project.when, language)]
    return [paragraph(*parts, classes=["profile-line"])]
