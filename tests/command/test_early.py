"""An edited page is on disk before the build compares all the others, and told of by the build."""

from __future__ import annotations

from pathlib import Path

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


class Watched:
    """A site of Ada's page and a list.

    ``told`` is what both were whenever it told that her page was there, ``filled`` which pages were
    filled with records, in their order.
    """

    def __init__(self, root: Path, conf: str = CONF) -> None:
        self.lab = Lab(root).write({"conf.py": conf, "index.md": PEOPLE})
        self.edit("Professor")
        self.out = root / "out"
        self.told: list[tuple[str, str]] = []
        self.filled: list[str] = []
        self.site = WarmSite(self.lab.srcdir, self.out, self._tell)
        self.site.app.connect(
            "doctree-resolved", lambda _app, _tree, name: self.filled.append(name)
        )
        self.site.build()

    def _tell(self) -> None:
        assert not ProfileDomain.of(self.site.app.env).compared.wide
        self.told.append((self.page("ada"), self.page("index")))

    def edit(self, role: str, more: str = "") -> None:
        self.lab.write({"ada.md": PERSON.format(role=role) + more})

    def page(self, name: str) -> str:
        return (self.out / f"{name}.html").read_text("utf-8")


def test_it_is_there_before_the_pages_that_show_it(tmp_path: Path) -> None:
    lab = Watched(tmp_path)
    assert not lab.told
    assert lab.filled == ["ada", "index"]
    lab.filled.clear()
    lab.edit("Dean")
    lab.site.build()
    assert lab.filled == ["ada", "ada", "index"]
    [(page, others)] = lab.told
    assert "Dean" in page
    assert "Professor" in others
    assert page == lab.page("ada")
    assert "Dean" in lab.page("index")


def test_it_is_written_once_where_many_were_edited(tmp_path: Path) -> None:
    lab = Watched(tmp_path)
    lab.lab.write({f"p{n}.md": f"---\norphan: true\n---\n# {n}\n" for n in range(5)})
    lab.site.build()
    assert not lab.told


def test_its_pictures_are_there_with_it(tmp_path: Path) -> None:
    lab = Watched(tmp_path)
    lab.lab.write({"dot.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"})
    lab.edit("Dean", "\n![A dot](dot.svg)\n")
    found: list[bool] = []
    lab.site.app.connect("env-updated", lambda *_: found.append(_dot(lab)), priority=851)
    lab.site.build()
    assert found == [True]


def _dot(lab: Watched) -> bool:
    return (lab.out / "_images" / "dot.svg").is_file()


def test_its_warnings_are_given_once(tmp_path: Path) -> None:
    warns = CHECKED.format(word="Dean", what="getLogger('x').warning('dean', once=True)")
    lab = Watched(tmp_path, CONF + warns)
    lab.edit("Dean", "\n[](nowhere.md)\n{person}`eve`\n")
    said = lab.site.build()
    assert [said.count(words) for words in ("dean", "nowhere", "eve")] == [1, 1, 1]
    assert len(lab.told) == 1


def test_what_fails_for_it_alone_stops_nothing(tmp_path: Path) -> None:
    fails = CHECKED.format(word="Dean", what="tried.append(0) or 1 / (len(tried) - 1)")
    lab = Watched(tmp_path, f"{CONF}{fails}\ntried = []\n")
    lab.edit("Dean")
    lab.site.build()
    assert not lab.told
    assert "Dean" in lab.page("ada")


def test_a_page_is_never_there_by_half(tmp_path: Path) -> None:
    lab = Watched(tmp_path)
    with (lab.out / "ada.html").open(encoding="utf-8") as page:
        lab.edit("Dean")
        lab.site.build()
        assert "Professor" in page.read()
    assert "Dean" in lab.page("ada")
    assert not list(lab.out.rglob(".*.html"))


def test_a_page_that_cannot_be_written_is_told_of(tmp_path: Path) -> None:
    lab = Watched(tmp_path)
    (lab.out / ".ada.html").mkdir()
    lab.edit("Dean")
    assert "error writing file" in lab.site.build()
    assert "Professor" in lab.page("ada")
