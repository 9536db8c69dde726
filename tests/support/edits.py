"""A lab of forty pages, and random edits of it that are the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from tests.support.lab import Lab

PEOPLE, PROJECTS = 18, 16
GROUPS = ("faculty", "phd", "ms", "alumni")


class Edited:
    """A lab that is edited step by step."""

    def __init__(self, root: Path, seed: int) -> None:
        self.lab = Lab(root)
        self.random = random.Random(seed)
        self.conf: dict[str, object] = {
            "profile_data": ["lab.yml"],
            "profile_bibliography": ["lab.bib"],
        }
        self.people = {f"p{n}": f"Person {n}" for n in range(PEOPLE)}
        self.data = {f"d{n}": f"Data Person {n}" for n in range(6)}
        self.works = {f"w{n}": f"Work {n}" for n in range(5)}
        self.projects = {f"q{n}": f"Project {n}" for n in range(PROJECTS)}
        self.hosts = {key: f"people/{key}" for key in self.people}
        self.extra: set[str] = set()
        self.write()

    def write(self) -> None:
        """Write the whole lab; files whose text hasn't changed keep their time."""
        pages = self._pages()
        for path in self.lab.srcdir.rglob("*.md") if self.lab.srcdir.exists() else ():
            if path.relative_to(self.lab.srcdir).as_posix() not in pages:
                path.unlink()
        for name, text in pages.items():
            path = self.lab.srcdir / name
            if not (path.exists() and path.read_text("utf-8") == text):
                self.lab.write({name: text.encode()})
        self.lab.write({}, **self.conf)

    def _pages(self) -> dict[str, str]:
        pages = {
            "index.md": "# Lab\n\n```{people}\n:group-by: group\n```\n\n"
            "```{toctree}\n:glob:\n\n*\n*/*\n```\n",
            "projects.md": "# All projects\n\n```{projects}\n:group-by: status\n```\n",
            "papers.md": "# Papers\n\n```{publications}\n```\n",
            "times.md": "# Times\n\n```{timeline-of}\n```\n",
            "lab.yml": "people:\n"
            + "".join(
                f"- {{name: {name}, id: {key}, group: phd, role: Role of {name}}}\n"
                for key, name in sorted(self.data.items())
            ),
            "lab.bib": "".join(
                f"@article{{{key}, title={{{title}}}, author={{Person 1 and Other, Ann}}, "
                f"journal={{J}}, year={{2020}}}}\n"
                for key, title in sorted(self.works.items())
            ),
        }
        for key, name in self.people.items():
            page = f"{self.hosts[key]}.md"
            text = pages.setdefault(page, f"# Page {page}\n")
            number = int(key[1:].rstrip("x"))
            pages[page] = text + (
                f"\n```{{profile}} {name}\n:id: {key}\n:group: {GROUPS[number % 4]}\n"
                f":interests: topic {number % 5}\n```\n\n```{{projects}}\n:person: {key}\n"
                ":layout: compact\n:allow-empty:\n```\n"
                f"\n```{{timeline}}\n:kind: work\n:person: {key}\n\n{2000 + number}\n"
                f": **Post of {name}**, Somewhere\n```\n"
            )
        known = sorted(self.people)
        for number, (key, title) in enumerate(self.projects.items()):
            who = ", ".join(known[(number + step) % len(known)] for step in (0, 3))
            pages[f"work/{key}.md"] = (
                f"# {title} page\n\n```{{project-card}} {title}\n:id: {key}\n:people: {who}\n"
                f":status: {('active', 'completed')[number % 2]}\n:tags: tag{number % 3}\n```\n\n"
                f"With {{person}}`{known[number % len(known)]}` and {{any}}`{key}`.\n"
            )
        for name in self.extra:
            pages[f"{name}.md"] = f"# {name}\n\n{{person}}`{known[0]}`\n"
        return pages

    def edit(self) -> str:
        """Make one edit; return what it is called."""
        edits: list[Callable[[], None]] = [
            self._name_person, self._name_project, self._rename_id, self._move_person,
            self._remove_project, self._add_page, self._remove_page, self._data, self._bib,
            self._groups, self._rename_page,
        ]  # fmt: skip
        chosen = self.random.choice(edits)
        chosen()
        self.write()
        return chosen.__name__

    def _one(self, found: dict[str, str]) -> str:
        return self.random.choice(sorted(found))

    def _word(self) -> str:
        return f"{self.random.randrange(1000)}"

    def _name_person(self) -> None:
        self.people[self._one(self.people)] = f"Person called {self._word()}"

    def _name_project(self) -> None:
        self.projects[self._one(self.projects)] = f"Project called {self._word()}"

    def _rename_id(self) -> None:
        old = self._one(self.people)
        self.people[f"{old}x"] = self.people.pop(old)
        self.hosts[f"{old}x"] = self.hosts.pop(old)

    def _move_person(self) -> None:
        self.hosts[self._one(self.people)] = self.hosts[self._one(self.people)]

    def _rename_page(self) -> None:
        self.hosts[self._one(self.people)] = f"people/moved{self._word()}"

    def _remove_project(self) -> None:
        if len(self.projects) > 4:
            del self.projects[self._one(self.projects)]

    def _add_page(self) -> None:
        self.extra.add(f"extra{self._word()}")

    def _remove_page(self) -> None:
        if self.extra:
            self.extra.discard(min(self.extra))

    def _data(self) -> None:
        self.data[self._one(self.data)] = f"Data called {self._word()}"

    def _bib(self) -> None:
        self.works[self._one(self.works)] = f"Work called {self._word()}"

    def _groups(self) -> None:
        self.conf["profile_groups"] = {"phd": f"Students {self._word()}"}
