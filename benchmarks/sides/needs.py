"""The lab as objects of sphinx-needs, with its lists: the nearest thing to records in Sphinx."""

from __future__ import annotations

from collections.abc import Iterable

from ..lab import Person, Project
from .markdown import Markdown

_CONF = """\
extensions = ["myst_parser", "sphinx_needs"]
myst_enable_extensions = ["deflist", "colon_fence"]
needs_id_regex = "^[a-z0-9-]{5,}$"
needs_types = [
    {"directive": "human", "title": "Person", "prefix": "", "color": "#fff", "style": "node"},
    {"directive": "work", "title": "Project", "prefix": "", "color": "#fff", "style": "node"},
]
needs_fields = {"people": {"description": "Who works on it", "nullable": True}}
"""


class Needs(Markdown):
    """People and projects are objects, stated once; what belongs to one is asked for.

    A list shows titles alone, so this side shows less than the others do.
    """

    def conf(self) -> str:
        """Name the extension and what its objects are."""
        return _CONF

    def profile(self, person: Person) -> str:
        """Write a person as an object."""
        return (
            f":::{{human}} {person.name}\n:id: {person.id}\n:tags: {person.group}\n\n"
            f"{super().profile(person)}:::\n"
        )

    def card(self, project: Project) -> str:
        """Write a project as an object."""
        return (
            f":::{{work}} {project.name}\n:id: {project.id}\n:status: {project.status}\n"
            f":tags: {', '.join(project.tags)}\n:people: {', '.join(project.people)}\n\n"
            f"{super().card(project)}:::\n"
        )

    def person(self, person: Person) -> str:
        """Ask for the projects of a person."""
        timelines = "\n".join(map(self.timeline, person.timelines))
        papers = self.papers(self.lab.papers_of[person.name])
        wanted = (
            f":::{{needlist}}\n:filter: type == 'work' and '{person.id}' in (people or '')\n:::\n"
        )
        return (
            f"# {person.name}\n\n{self.profile(person)}\n{timelines}\n"
            f"## Projects\n\n{wanted}\n## Publications\n\n{papers}"
        )

    def people_items(self, found: Iterable[Person]) -> str:
        """Ask for the people of a group."""
        group = next(iter(found)).group
        return f":::{{needlist}}\n:filter: type == 'human' and '{group}' in tags\n:::\n"

    def projects_list(self) -> str:
        """Ask for all projects."""
        return ":::{needlist}\n:filter: type == 'work'\n:::\n"
