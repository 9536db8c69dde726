"""The sitemap lists every page after any build, and robots are told of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from tests.exporters.rich_lab import BASE, CONF, FILES
from tests.support import Build, Lab, build_subprocess

SITEMAP = {
    **CONF,
    "extensions": ["sphinxext.profile", "sphinx_sitemap"],
    "sitemap_url_scheme": "{link}",
    "sitemap_excludes": ["search.html"],
}


def listed(build: Build) -> list[str]:
    """Give the addresses of a sitemap, below the site's, in order."""
    root = etree.fromstring((build.outdir / "sitemap.xml").read_bytes())
    found = [str(loc.text) for loc in root.iter("{*}loc")]
    assert all(address.startswith(BASE) for address in found)
    return [address.removeprefix(BASE) for address in found]


def test_every_page_is_listed_after_an_edit_too(lab: Callable[..., Lab], tmp_path: Path) -> None:
    made = lab(FILES, **SITEMAP)
    build = made.build_subprocess().assert_clean()
    pages = {name for name in build.written if name.endswith(".html") and name[0] != "_"}
    assert {"publications/thesis.html", "genindex.html", "profile-people.html"} <= pages
    assert listed(build) == sorted(pages - {"search.html"})
    robots = build.read("robots.txt").splitlines()
    assert f"Sitemap: {BASE}sitemap.xml" in robots
    first = (build.outdir / "sitemap.xml").read_bytes()
    made.write({"bo.md": "# Bo\n"})
    again = made.build_subprocess("html", "-j2")
    assert (again.outdir / "sitemap.xml").read_bytes() == first
    clean = build_subprocess(
        made.root, "html", "-j2", outdir=tmp_path / "out", doctreedir=tmp_path / "doctrees"
    )
    assert (clean.outdir / "sitemap.xml").read_bytes() == first


def test_books_have_none(lab: Callable[..., Lab]) -> None:
    written = lab(FILES, **SITEMAP).build("epub").assert_clean().written
    assert written
    assert not {name for name in written if name.endswith(("sitemap.xml", "robots.txt"))}


@pytest.mark.parametrize("missing", ["sitemap", "address"])
def test_robots_are_told_of_nothing_that_is_not_there(
    lab: Callable[..., Lab], missing: str
) -> None:
    conf = CONF if missing == "sitemap" else {**SITEMAP, "html_baseurl": ""}
    build = lab(FILES, **conf).build("html")
    assert "index.html" in build.written
    assert "robots.txt" not in build.written


def test_a_file_of_the_site_is_left_alone(lab: Callable[..., Lab]) -> None:
    conf = {**SITEMAP, "html_extra_path": ["robots.txt"]}
    build = lab({**FILES, "robots.txt": "User-agent: *\n"}, **conf).build().assert_clean()
    assert build.read("robots.txt") == "User-agent: *\n"
