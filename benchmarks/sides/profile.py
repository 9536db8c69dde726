"""The lab in our own directives: each record stated once, every list asked for."""

from __future__ import annotations

from ..lab import News, Paper, Person, Project
from .markdown import Markdown, entries


class Profile(Markdown):
    """What a contributor of a site with this extension writes."""

    def conf(self) -> str:
        """Name the extension and the bibliography."""
        return (
            'extensions = ["sphinxext.profile"]\n'
            'profile_bibliography = ["papers.bib"]\nprofile_groups = {\n'
            + "".join(f'    "{group}": "{group}",\n' for group in self.lab.groups)
            + "}\n"
        )

    def settings(self) -> dict[str, str]:
        """Add the bibliography."""
        return {**super().settings(), "papers.bib": "\n".join(map(_entry, self.lab.papers))}

    def person(self, person: Person) -> str:
        """Write a profile, timelines and two lists."""
        timelines = "\n".join(
            f":::{{timeline}} {heading}\n:kind: {kind}\n:person: {person.id}\n\n"
            f"{entries(events)}:::\n"
            for kind, heading, events in person.timelines
        )
        return (
            f"# {person.name}\n\n:::{{profile}} {person.name}\n:id: {person.id}\n"
            f":role: {person.role}\n:group: {person.group}\n:affiliation: {person.affiliation}\n"
            f":interests: {', '.join(person.interests)}\n:github: {person.github}\n\n"
            f"{person.bio}\n:::\n\n{timelines}\n"
            f"## Projects\n\n:::{{projects}}\n:person: {person.id}\n:allow-empty:\n:::\n\n"
            f"## Publications\n\n:::{{publications}}\n:person: {person.id}\n:style: compact\n"
            ":allow-empty:\n:::\n"
        )

    def project(self, project: Project) -> str:
        """Write a card, and the list of its publications."""
        body = "\n\n".join(project.paragraphs)
        return (
            f"# {project.name}\n\n:::{{project-card}} {project.name}\n:id: {project.id}\n"
            f":people: {', '.join(project.people)}\n:status: {project.status}\n"
            f":start: {project.start}\n:end: {project.end}\n:tags: {', '.join(project.tags)}\n"
            f":code: {project.code}\n\n{body}\n:::\n\n## Publications\n\n:::{{publications}}\n"
            f":project: {project.id}\n:style: compact\n:allow-empty:\n:::\n"
        )

    def news(self, news: News) -> str:
        """Write one item."""
        return (
            f"# {news.name}\n\n:::{{news}} {news.name}\n:id: {news.id}\n:date: {news.date}\n"
            f":people: {news.person}\n\n{news.body}\n:::\n"
        )

    def people_list(self) -> str:
        """Ask for everybody, by group."""
        return f":::{{people}}\n:group-by: group\n:groups: {', '.join(self.lab.groups)}\n:::\n"

    def projects_list(self) -> str:
        """Ask for all projects."""
        return ":::{projects}\n:::\n"

    def papers_list(self) -> str:
        """Ask for all publications."""
        return ":::{publications}\n:style: compact\n:::\n"

    def news_list(self) -> str:
        """Ask for all news."""
        return ":::{news-list}\n:::\n"


def _entry(paper: Paper) -> str:
    return (
        f"@inproceedings{{{paper.key},\n  title = {{{paper.title}}},\n"
        f"  author = {{{' and '.join(paper.authors)}}},\n  booktitle = {{{paper.venue}}},\n"
        f"  year = {{{paper.year}}},\n  doi = {{{paper.doi}}},\n"
        f"  projects = {{{paper.project}}},\n}}\n"
    )
