"""A lab of forty pages, and random edits of it that are the same for the same seed.

What the lab holds stands in :class:`Edited`, what its pages say in :mod:`.edited_pages`.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.support.edited_pages import pages_of
from tests.support.lab import Lab

PEOPLE, PROJECTS = 18, 16

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63f8cfc0"
    "f01f00050001ff89993d1d0000000049454e44ae426082"
)


class Edited:
    """A lab that is edited step by step; ids lead to names, titles or whatever is edited."""

    def __init__(self, root: Path, seed: int) -> None:
        self.lab = Lab(root)
        self.random = random.Random(seed)
        self.conf: dict[str, object] = {
            "profile_data": ["data/lab.yml"],
            "profile_bibliography": ["lab.bib"],
            "profile_publication_pages": True,
            "html_copy_source": False,
        }
        self.people = {f"p{n}": f"Person {n}" for n in range(PEOPLE)}
        self.data = {f"d{n}": f"Data Person {n}" for n in range(6)}
        self.works = {f"w{n}": f"Work {n}" for n in range(5)}
        self.projects = {f"q{n}": f"Project {n}" for n in range(PROJECTS)}
        self.organizations = {f"o{n}": f"House {n}" for n in range(3)}
        self.news = {f"n{n}": f"Item {n}" for n in range(4)}
        self.drafts: set[str] = {"n3"}
        self.hosts = {key: f"people/{key}" for key in self.people}
        self.words: dict[str, str] = {}  # of a project's text and of its state
        self.cvs = {"p1", "p2"}
        self.second_cv = False
        self.extra: set[str] = set()
        self.pictures = {key: PIXEL + key.encode() for key in ("p0", "p6", "p12", "d1")}
        self.title = "Lab"
        self.docnames: set[str] = set()  # of all pages there ever were
        self._next: list[Callable[[], None]] = []
        self.write()

    def write(self) -> None:
        """Write the whole lab; files whose text hasn't changed keep their time."""
        files = pages_of(self)
        self.docnames |= {name.removesuffix(".md") for name in files if name.endswith(".md")}
        for path in self.lab.srcdir.rglob("*.md") if self.lab.srcdir.exists() else ():
            if path.relative_to(self.lab.srcdir).as_posix() not in files:
                path.unlink()
        for name, content in files.items():
            path = self.lab.srcdir / name
            data = content if isinstance(content, bytes) else content.encode()
            if not (path.exists() and path.read_bytes() == data):
                self.lab.write({name: data})
        self.lab.write({}, **self.conf)

    def edit(self) -> str:
        """Make one edit; return what it is called.  Each kind comes before one comes again."""
        if not self._next:
            self._next = [
                self._name_person, self._name_project, self._reword_project, self._tag_project,
                self._name_organization, self._remove_person, self._remove_project,
                self._remove_organization, self._rename_id, self._move_person, self._rename_page,
                self._add_page, self._remove_page, self._name_data, self._add_data,
                self._remove_data, self._change_picture, self._name_work, self._add_work,
                self._remove_work, self._add_news, self._turn_draft, self._remove_news,
                self._turn_cv, self._turn_second_cv, self._title_lab, self._award, self._groups,
                self._publication_pages, self._unlisted, self._base, self._language,
            ]  # fmt: skip
            self.random.shuffle(self._next)
        chosen = self._next.pop()
        chosen()
        self.write()
        return chosen.__name__

    def _one(self, found: Iterable[str]) -> str:
        return self.random.choice(sorted(found))

    def _word(self) -> str:
        return f"{self.random.randrange(1000)}"

    # -- pages --------------------------------------------------------------------------------

    def _name_person(self) -> None:
        self.people[self._one(self.people)] = f"Person called {self._word()}"

    def _name_project(self) -> None:
        self.projects[self._one(self.projects)] = f"Project called {self._word()}"

    def _reword_project(self) -> None:
        self.words[self._one(self.projects)] = f"About {self._word()}."

    def _tag_project(self) -> None:
        self.words[self._one(self.projects) + " tag"] = f"tag{self._word()}"

    def _name_organization(self) -> None:
        self.organizations[self._one(self.organizations)] = f"House called {self._word()}"

    def _remove_person(self) -> None:
        gone = self._one(self.people)
        del self.people[gone], self.hosts[gone]
        self.cvs.discard(gone)

    def _remove_project(self) -> None:
        del self.projects[self._one(self.projects)]

    def _remove_organization(self) -> None:
        if len(self.organizations) > 1:
            del self.organizations[self._one(self.organizations)]

    def _rename_id(self) -> None:
        old = self._one(self.people)
        self.people[f"{old}x"] = self.people.pop(old)
        self.hosts[f"{old}x"] = self.hosts.pop(old)
        if old in self.cvs:
            self.cvs ^= {old, f"{old}x"}

    def _move_person(self) -> None:
        self.hosts[self._one(self.people)] = self.hosts[self._one(self.people)]

    def _rename_page(self) -> None:
        self.hosts[self._one(self.people)] = f"people/moved{self._word()}"

    def _add_page(self) -> None:
        self.extra.add(f"extra{self._word()}")

    def _remove_page(self) -> None:
        if self.extra:
            self.extra.discard(min(self.extra))
        else:
            self.cvs.discard(min(self.cvs, default=""))

    def _turn_cv(self) -> None:
        self.cvs ^= {self._one(self.people)}

    def _turn_second_cv(self) -> None:
        self.second_cv = not self.second_cv

    def _title_lab(self) -> None:
        self.title = f"Lab called {self._word()}"

    def _award(self) -> None:
        self.words["award"] = f"Prize of {self._word()}"

    # -- files --------------------------------------------------------------------------------

    def _name_data(self) -> None:
        self.data[self._one(self.data)] = f"Data called {self._word()}"

    def _add_data(self) -> None:
        self.data[f"d{self._word()}"] = "Newly come"

    def _remove_data(self) -> None:
        del self.data[self._one(self.data)]

    def _change_picture(self) -> None:
        self.pictures[self._one(self.pictures)] = PIXEL + self._word().encode()

    def _name_work(self) -> None:
        self.works[self._one(self.works)] = f"Work called {self._word()}"

    def _add_work(self) -> None:
        self.works[f"w{self._word()}"] = "Newly out"

    def _remove_work(self) -> None:
        del self.works[self._one(self.works)]

    # -- news ---------------------------------------------------------------------------------

    def _add_news(self) -> None:
        self.news[f"n{self._word()}"] = "Newly told"

    def _turn_draft(self) -> None:
        self.drafts ^= {self._one(self.news)}

    def _remove_news(self) -> None:
        del self.news[self._one(self.news)]

    # -- settings -----------------------------------------------------------------------------

    def _groups(self) -> None:
        self.conf["profile_groups"] = {"phd": f"Students {self._word()}"}

    def _publication_pages(self) -> None:
        self.conf["profile_publication_pages"] = self.random.choice([False, "papers-by-us"])

    def _unlisted(self) -> None:
        self.conf["profile_unlisted"] = [f"work/{self._one(self.projects)}"]

    def _base(self) -> None:
        self.conf["html_baseurl"] = f"https://{self._word()}.example/"

    def _language(self) -> None:
        self.conf["language"] = "ko"
