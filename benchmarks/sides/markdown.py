"""The lab in plain Markdown, each list written out by hand: what any Sphinx site costs."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from ..lab import Event, Lab, News, Paper, Person, Project

#: What every Sphinx site of a lab needs at this size: no page lists all others beside itself.
_CONF = """\
project = author = copyright = "Lab"
nitpicky = True
html_theme = "pydata_sphinx_theme"
html_theme_options = {"navigation_depth": 2, "show_prev_next": False}
html_sidebars = {"**": []}
html_copy_source = False
html_show_sourcelink = False
"""


class Markdown:
    """Pages that say what our directives show, and a site's way of linking them.

    Other sides derive from it and write some parts another way.
    """

    def __init__(self, lab: Lab) -> None:
        self.lab = lab

    @staticmethod
    def command(source: Path, out: Path) -> list[str]:
        """Return the command that builds the site."""
        return [sys.executable, "-m", "sphinx", "-q", "-b", "html", str(source), str(out)]

    def conf(self) -> str:
        """Return the lines of ``conf.py`` that this side needs."""
        return 'extensions = ["myst_parser"]\nmyst_enable_extensions = ["deflist"]\n'

    def files(self) -> dict[str, str]:
        """Return every page by its path."""
        lab = self.lab
        pages = {f"people/{it.id}.md": self.person(it) for it in lab.people}
        pages |= {f"projects/{it.id}.md": self.project(it) for it in lab.projects}
        pages |= {f"news/{it.id}.md": self.news(it) for it in lab.news}
        for folder, heading, listed, found in (
            ("people", "People", self.people_list(), lab.people),
            ("projects", "Projects", self.projects_list(), lab.projects),
            ("news", "News", self.news_list(), lab.news),
        ):
            tree = self.tree(it.id for it in found)
            pages[f"{folder}/index.md"] = f"# {heading}\n\n{listed}\n{tree}"
        pages["publications.md"] = f"# Publications\n\n{self.papers_list()}"
        tops = ("people/index", "projects/index", "publications", "news/index")
        pages["index.md"] = f"# The lab\n\nAn invented lab.\n\n{self.tree(tops)}"
        return {**pages, **self.settings()}

    def settings(self) -> dict[str, str]:
        """Return what else the site needs, by path."""
        return {"conf.py": _CONF + self.conf()}

    # -- how this side links ----------------------------------------------------------------------

    def tree(self, names: Iterable[str]) -> str:
        """Write the navigation."""
        lines = "\n".join(names)
        return f"```{{toctree}}\n:hidden:\n\n{lines}\n```\n"

    def link(self, folder: str, name: str, words: str) -> str:
        """Link to a record's page from a page one folder deep."""
        return f"[{words}](/{folder}/{name}.md)"

    # -- pages ------------------------------------------------------------------------------------

    def person(self, person: Person) -> str:
        """Write a person with everything that belongs to them."""
        timelines = "\n".join(map(self.timeline, person.timelines))
        projects = self.project_items(self.lab.projects_of[person.id])
        papers = self.papers(self.lab.papers_of[person.name])
        return (
            f"# {person.name}\n\n{self.profile(person)}\n{timelines}\n"
            f"## Projects\n\n{projects}\n## Publications\n\n{papers}"
        )

    def profile(self, person: Person) -> str:
        """Write what is known of a person alone."""
        return (
            f"{person.role}\n\n{person.affiliation}\n\n"
            f"[GitHub](https://github.com/{person.github})\n\n{person.bio}\n\n"
            f"**Interests**: {', '.join(person.interests)}\n"
        )

    def timeline(self, timeline: tuple[str, str, tuple[Event, ...]]) -> str:
        """Write dated entries."""
        _kind, heading, events = timeline
        return f"## {heading}\n\n{entries(events)}"

    def project(self, project: Project) -> str:
        """Write a project with its publications."""
        papers = self.papers(self.lab.papers_of[project.id])
        return f"# {project.name}\n\n{self.card(project)}\n## Publications\n\n{papers}"

    def card(self, project: Project) -> str:
        """Write what is known of a project alone."""
        return self.facts(project, "\n\n".join(project.paragraphs))

    def facts(self, project: Project, body: str) -> str:
        """Write state, dates, body, people, tags and code."""
        people = ", ".join(self.link("people", it, self.lab.names[it]) for it in project.people)
        return (
            f"{project.status.title()} · {project.start} – {project.end}\n\n{body}\n\n"
            f"People: {people}\n\n**Tags**: {', '.join(project.tags)}\n\n[Code]({project.code})\n"
        )

    def project_items(self, found: Iterable[Project], level: str = "###") -> str:
        """Write a list of projects, each with its first paragraph."""
        return "\n".join(
            f"{level} {self.link('projects', it.id, it.name)}\n\n{self.facts(it, it.paragraphs[0])}"
            for it in found
        )

    def papers(self, found: Iterable[Paper]) -> str:
        """Write a list of references; names of the lab's people are links."""
        return "".join(
            f"- {', '.join(map(self._author, paper.authors))}. "
            f"[{paper.title}](https://doi.org/{paper.doi}). *{paper.venue}*, {paper.year}\n"
            for paper in found
        )

    def _author(self, name: str) -> str:
        key = self.lab.ids.get(name)
        return f"**{self.link('people', key, name)}**" if key else name

    def news(self, news: News) -> str:
        """Write one item."""
        return f"# {news.name}\n\n{self.news_item(news, news.name)}"

    def news_item(self, news: News, title: str) -> str:
        """Write an item as it stands in a list."""
        person = self.link("people", news.person, self.lab.names[news.person])
        return f"{news.shown_date}\n\n**{title}**\n\n{news.body}\n\nPeople: {person}\n"

    # -- lists ------------------------------------------------------------------------------------

    def people_list(self) -> str:
        """Write everybody, by group."""
        return "\n".join(
            f"## {group}\n\n{self.people_items(found)}" for group, found in self.lab.groups.items()
        )

    def people_items(self, found: Iterable[Person]) -> str:
        """Write some people."""
        return "\n".join(
            f"### {self.link('people', it.id, it.name)}\n\n{it.role}\n\n{', '.join(it.interests)}\n"
            for it in found
        )

    def projects_list(self) -> str:
        """Write all projects."""
        return self.project_items(self.lab.projects, "##")

    def papers_list(self) -> str:
        """Write all publications."""
        return self.papers(self.lab.newest)

    def news_list(self) -> str:
        """Write all news."""
        return "\n".join(
            self.news_item(it, self.link("news", it.id, it.name)) for it in self.lab.news
        )


def entries(events: Iterable[Event]) -> str:
    """Write dated entries as a definition list."""
    return "\n".join(
        f"{event.dates}\n: **{event.title}**, {event.organization}\n"
        + (f"\n  {event.description}\n" if event.description else "")
        for event in events
    )
