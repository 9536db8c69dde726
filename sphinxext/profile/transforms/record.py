"""Show one record of a data file where a page asks for it."""

from __future__ import annotations

from docutils import nodes

from ..model.organization import Organization
from ..model.person import Person
from ..model.project import Project
from ..render import organization as render_organization
from ..render import person as render_person
from ..render import project as render_project
from .listed import Listed


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
