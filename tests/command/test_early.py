"""An edited page is on disk before the build compares all the others, and told of by the build."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from sphinxext.profile.command.warm import WarmSite
from sphinxext.profile.domain.profile_domain import ProfileDomain
from tests.support.lab import Lab
from tests.support.previewed import CONF, PEOPLE, PERSON

CHECKED = """
from sphinx.util.logging import getLogger

def resolved(app, doctree, docname):
    if "{word}" in doctree.astext():
        {what}

def setup(app):
    app.connect("doctree-resolved", resolved)
"""


class Told(NamedTuple):
    """What was there when it was told of."""

    ada: str
    index: str
    pictures: list[str]
    is_compared: bool


class Watched:
    """A site of Ada's page and a list; ``filled`` are the pages that were written, in order."""

    def __init__(self, root: Path, conf: str = CONF) -> None:
        self.lab = Lab(root).write({"conf.py": conf, "index.md": PEOPLE})
        self.edit("Professor")
        self.out = root / "out"
        self.told: list[Told] = []
        self.filled: list[str] = []
        self.site = WarmSite(self.lab.srcdir, self.out, self._tell)
        self.site.app.connect(
            "doctree-resolved", lambda _app, _tree, name: self.filled.append(name)
        )
        self.build()

    def build(self) -> str:
        self.told.clear()
        self.filled.clear()
        return self.site.build()

    def _tell(self) -> None:
        pictures = sorted(path.name for path in self.out.glob("_images/*"))
        is_compared = bool(ProfileDomain.of(self.site.app.env).compared.wide)
        self.told.append(Told(self.page("ada"), self.page("index"), pictures, is_compared))

    def edit(self, role: str, more: str = "") -> None:
        self.lab.write({"ada.md": PERSON.format(role=role) + more})

    def page(self, name: str) -> str:
        return (self.out / f"{name}.html").read_text("utf-8")


def test_it_is_there_before_the_pages_that_show_it(tmp_path: Path) -> None:
    lab = Watched(tmp_path)
    assert lab.filled == ["ada", "index"]
    lab.edit("Dean")
    lab.build()
    assert lab.filled == ["ada", "ada", "index"]
    early, late = lab.told
    assert not early.is_compared
    assert "Dean" in early.ada
    assert "Professor" in early.index
    assert early.ada == late.ada == lab.page("ada")
    assert "Dean" in late.index


def test_it_is_written_once_where_many_were_edited(tmp_path: Path) -> None:
    lab = Watched(tmp_path)
    lab.lab.write({f"p{n}.md": f"---\norphan: true\n---\n# {n}\n" for n in range(5)})
    lab.build()
    assert len(lab.filled) == len(set(lab.filled))
    assert len(lab.told) == 1


def test_its_pictures_are_there_with_it(tmp_path: Path) -> None:
    lab = Watched(tmp_path)
    lab.lab.write({"dot.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"})
    lab.edit("Dean", "\n![A dot](dot.svg)\n")
    lab.build()
    assert lab.told[0].pictures == ["dot.svg"]


def test_pictures_are_there_with_the_pages_that_show_them(tmp_path: Path) -> None:
    lab = Watched(tmp_path, f"{CONF}profile_data = ['people.yml']\n")
    eve = "people: [{id: eve, name: Eve Lee, image: dot.svg, alt: A dot}]"
    lab.lab.write({"dot.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>", "people.yml": eve})
    lab.build()
    [told] = lab.told
    assert "Eve" in told.index
    assert told.pictures == ["dot.svg"]


def test_its_warnings_are_given_once(tmp_path: Path) -> None:
    warns = CHECKED.format(word="Dean", what="getLogger('x').warning('dean', once=True)")
    lab = Watched(tmp_path, CONF + warns)
    lab.edit("Dean", "\n[](nowhere.md)\n{person}`eve`\n")
    said = lab.build()
    assert [said.count(words) for words in ("dean", "nowhere", "eve")] == [1, 1, 1]
    assert len(lab.told) == 2


def test_what_fails_for_it_alone_stops_nothing(tmp_path: Path) -> None:
    fails = CHECKED.format(word="Dean", what="tried.append(0) or 1 / (len(tried) - 1)")
    lab = Watched(tmp_path, f"{CONF}{fails}\ntried = []\n")
    lab.edit("Dean")
    lab.build()
    assert len(lab.told) == 1
    assert "Dean" in lab.page("ada")


def test_a_page_is_never_there_by_half(tmp_path: Path) -> None:
    lab = Watched(tmp_path)
    with (lab.out / "ada.html").open(encoding="utf-8") as page:
        lab.edit("Dean")
        lab.build()
        assert "Professor" in page.read()
    assert "Dean" in lab.page("ada")
    assert not list(lab.out.rglob(".*.html"))


def test_a_page_that_cannot_be_written_is_told_of(tmp_path: Path) -> None:
    lab = Watched(tmp_path)
    (lab.out / ".ada.html").mkdir()
    lab.edit("Dean")
    assert "error writing file" in lab.build()
    assert "Professor" in lab.page("ada")
