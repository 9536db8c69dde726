"""A site that stays in memory shows what a clean build shows, edit after edit."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

from sphinxext.profile.command.warm import WarmSite
from tests.support.comparing import shown
from tests.support.edits import Edited
from tests.support.lab import Lab
from tests.support.previewed import CONF, PEOPLE, PERSON


def _shown(folder: Path) -> dict[str, str]:
    """Return what a site shows, without the doctrees."""
    found = shown(folder)
    return {name: mark for name, mark in found.items() if not name.startswith(".doctrees/")}


def test_it_shows_what_a_clean_build_shows(tmp_path: Path) -> None:
    edited, warm = Edited(tmp_path / "lab", seed=7), tmp_path / "warm"
    settings = dict(edited.conf)
    told: list[bool] = []
    site = WarmSite(edited.lab.srcdir, warm, lambda: told.append(True))
    site.build()
    for _ in range(8):
        for _ in range(2):
            edited.edit()
        edited.conf = dict(settings)  # an edit of these starts the program anew
        edited.write()
        site.build()
    clean = Lab(tmp_path / "lab").build("html", fresh=True)
    assert _shown(warm) == _shown(clean.outdir)
    assert len(told) > 9 + 4  # more than once in builds in which pages were written twice


def test_it_warns_again_until_it_is_mended(tmp_path: Path) -> None:
    source = Lab(tmp_path).write({"conf.py": CONF, "index.md": PEOPLE}).srcdir
    page = source / "ada.md"
    page.write_text(PERSON.format(role="Professor"), "utf-8")
    site = WarmSite(source, tmp_path / "out")
    assert site.build() == ""
    page.write_text(PERSON.format(role="Professor\n:orcid: 1"), "utf-8")
    said = site.build()
    assert "ada.md:6: WARNING: orcid" in said
    assert "\x1b" not in said
    page.write_text(PERSON.format(role="Dean\n:orcid: 1"), "utf-8")
    assert site.build() == said
    page.write_text(PERSON.format(role="Dean"), "utf-8")
    assert site.build() == ""
    assert "Dean" in (tmp_path / "out" / "index.html").read_text("utf-8")


SAVES = """
def setup(app):
    app.connect("source-read", save)

def save(app, docname, source):
    page = app.srcdir / f"{docname}.md"
    page.write_text(source[0].replace("Dean", "Rector"))
"""


def test_what_is_saved_while_it_is_read_is_read_again(tmp_path: Path) -> None:
    files = {"conf.py": CONF + SAVES, "index.md": "# Dean\n"}
    source = Lab(tmp_path).write(files).srcdir
    site = WarmSite(source, tmp_path / "out")
    site.build()
    assert "Dean" in (tmp_path / "out" / "index.html").read_text("utf-8")
    site.build()
    assert "Rector" in (tmp_path / "out" / "index.html").read_text("utf-8")


def test_what_is_read_is_told_from_what_is_shown(tmp_path: Path) -> None:
    conf = f"{CONF}profile_data = ['data/*.yml']\n"
    source = Lab(tmp_path).write({"conf.py": conf, "data/p.yml": "{}", "index.md": "# L\n"}).srcdir
    site = WarmSite(source, tmp_path / "out")
    assert site.are_read(["index.md", "data/p.yml"])
    assert not site.are_read(["index.md", "own.css"])


class _Circle:
    """Something that only the collector can free."""

    itself: _Circle


def test_what_builds_leave_behind_is_freed(tmp_path: Path) -> None:
    source = Lab(tmp_path).write({"conf.py": CONF, "index.md": "# L\n"}).srcdir
    site = WarmSite(source, tmp_path / "out")
    site.build()
    circle = _Circle()
    circle.itself = circle
    left = weakref.ref(circle)
    del circle
    site.rest()
    assert left() is None
    assert gc.get_freeze_count()
    gc.unfreeze()
    site.rest()
    assert not gc.get_freeze_count()
    site.build()
    site.rest()
    assert gc.get_freeze_count()


def test_a_picture_that_no_page_shows_any_more_is_forgotten(tmp_path: Path) -> None:
    picture = "# L\n\n![A dot](dot.svg)\n"
    files = {"conf.py": CONF, "index.md": picture, "dot.svg": "<svg/>", "kept.svg": "<svg/>"}
    source = Lab(tmp_path).write(files).srcdir
    site = WarmSite(source, tmp_path / "out")
    assert site.build() == ""
    (source / "dot.svg").unlink()
    (source / "index.md").write_text(picture.replace("dot.svg", "kept.svg"), "utf-8")
    assert site.build() == ""


TELLS = """
from sphinx.util.logging import getLogger

def setup(app):
    app.connect("env-updated", lambda *_: getLogger("x").warning("told", once=True))
"""


def test_what_is_told_once_is_told_in_each_build(tmp_path: Path) -> None:
    source = Lab(tmp_path).write({"conf.py": CONF + TELLS, "index.md": "# L\n"}).srcdir
    site = WarmSite(source, tmp_path / "out")
    assert site.build().count("told") == 1
    (source / "index.md").write_text("# M\n", "utf-8")
    assert site.build().count("told") == 1


def test_an_edited_style_sheet_gets_another_address(tmp_path: Path) -> None:
    conf = f"{CONF}html_static_path = ['s']\nhtml_css_files = ['own.css']\n"
    files = {"conf.py": conf, "index.md": "# L\n", "s/own.css": "a {}"}
    source = Lab(tmp_path).write(files).srcdir
    site = WarmSite(source, tmp_path / "out")
    pages = []
    for sheet in ("a {}", "b {}"):
        (source / "s" / "own.css").write_text(sheet, "utf-8")
        (source / "index.md").write_text(f"# L {sheet}\n", "utf-8")
        site.build()
        pages.append((tmp_path / "out" / "index.html").read_text("utf-8"))
    before, after = (page.partition("own.css?v=")[2][:8] for page in pages)
    assert before != after
