"""Pages of publications: made, found by the search, written again only when they change."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from sphinx import version_info

from tests.support import Build, Lab

BIB = """\
@article{one, title={The {First} Paper}, author={Kim, Ada and Doe, Eve}, year=2024,
  journal={Imaginary Letters}, abstract={Of zebrafish & <blink>bold</blink> things.},
  doi={10.5555/one}, projects={lmm}, url={javascript:alert(1)}}
@misc{two:2, title={Zweites “Werk” </title><script>alert(1)</script>}, author={Doe, Eve}, year=2023}
"""
PAGES = {
    "index.md": """\
        # Lab

        :::{profile} Ada Kim
        :id: ada
        :::

        :::{project-card} Large models
        :id: lmm
        :::

        See {pub}`one` and {pub:t}`one` and {pub:p}`one,two:2`.

        ```{toctree}
        papers
        news
        ```
        """,
    "news.md": "# News\n\nNothing of papers.\n",
    "papers.md": """\
        # Papers

        :::{publications}
        :group-by: year
        :downloads: bibtex, ris, csl-json
        :::
        """,
    "papers.bib": BIB,
}
CONF = {
    "profile_bibliography": ["papers.bib"],
    "profile_publication_pages": True,
    "suppress_warnings": ["profile.url"],
}


@pytest.mark.builders
def test_an_entry_can_be_copied(lab: Callable[..., Lab]) -> None:
    build = lab(PAGES, **CONF).build("html").assert_clean()
    (block,) = build.soup("publications/one").select("div.profile-bibtex")
    assert (block["data-copy"], block["data-copied"]) == ("Copy", "Copied")
    (source,) = block.select("pre.profile-source")
    assert source.get_text().startswith("@article{one,\n  title = {The {First} Paper},\n")
    if version_info >= (8, 2):  # before, Sphinx's search took the words of code, too
        assert "journal" not in json.dumps(list(_index(build)["terms"]))


def _index(build: Build) -> dict[str, dict[str, object]]:
    script = (build.outdir / "searchindex.js").read_text("utf-8")
    found: dict[str, dict[str, object]] = json.loads(script[script.index("{") : -1])
    return found


def times(build: Build) -> dict[str, int]:
    return {n: os.stat(build.outdir / n).st_mtime_ns for n in build.written if n.endswith(".html")}


def terms(build: Build) -> dict[str, object]:
    """Give the words of the search; Sphinx itself keeps words that no page has any more."""
    found = json.loads(build.read("searchindex.js").removeprefix("Search.setIndex(")[:-1])
    return {word: pages for word, pages in found["terms"].items() if pages != []}


def page(build: Build, key: str) -> str:
    name = (
        f"publications/{key}/index.html"
        if build.builder == "dirhtml"
        else f"publications/{key}.html"
    )
    return (build.outdir / name).read_text("utf-8")


@pytest.mark.builders
@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_page_tells_everything_and_is_linked(lab: Callable[..., Lab], builder: str) -> None:
    build = lab(PAGES, **CONF).build(builder).assert_clean()
    text = page(build, "one")
    for words in ("The First Paper", "Imaginary Letters", "zebrafish", "Large models", "Ada Kim"):
        assert words in text
    assert "&lt;blink&gt;bold&lt;/blink&gt;" in text
    assert "<script>alert" not in page(build, "two-2")
    for suffix in (".bib", ".ris", ".json"):
        assert (build.outdir / f"publications/one{suffix}").is_file()
        assert (build.outdir / f"_downloads/publications/papers{suffix}").is_file()
    target = "publications/one/" if builder == "dirhtml" else "publications/one.html"
    links = [str(a["href"]) for a in build.soup("index").select("a.internal")]
    assert links.count(target) == 3
    assert "Kim and Doe (2024)" in build.text("index")
    assert "(Kim and Doe, 2024; Doe, 2023)" in build.text("index")
    index = build.read("searchindex.js")
    assert "publications/one" in index
    assert "zebrafish" in index


@pytest.mark.builders
def test_no_pages_without_the_setting_or_elsewhere(lab: Callable[..., Lab]) -> None:
    tree = lab(PAGES, **{**CONF, "profile_publication_pages": False})
    build = tree.build("html").assert_clean()
    assert not (build.outdir / "publications").exists()
    assert "papers.html#publication-one" in build.read("index.html")
    build = lab(PAGES, **CONF).build("singlehtml").assert_clean()
    assert not (build.outdir / "publications").exists()


@pytest.mark.builders
def test_only_changed_pages_are_written_again(lab: Callable[..., Lab]) -> None:
    tree = lab(PAGES, **CONF)
    first = tree.build_subprocess("html").assert_clean()
    before = times(first)
    tree.write({"papers.bib": BIB.replace("Of zebrafish", "Of axolotls")})
    second = tree.build_subprocess("html").assert_clean()
    after = times(second)
    assert after["publications/one.html"] != before["publications/one.html"]
    assert after["publications/two-2.html"] == before["publications/two-2.html"]
    found = terms(second)
    assert "axolotl" in found
    assert "zebrafish" not in found
    assert "werk" in second.read("searchindex.js"), (
        "the search lost a page that was not written again"
    )
    tree.write({"papers.bib": BIB.split("@misc", maxsplit=1)[0]})
    third = tree.build_subprocess("html")
    assert not (third.outdir / "publications/two-2.html").exists()
    assert not (third.outdir / "publications/two-2.bib").exists()


@pytest.mark.builders
def test_an_edit_that_all_pages_show_is_no_build_of_everything(lab: Callable[..., Lab]) -> None:
    index = "# P\n\n:::{publications}\n:::\n"
    bib = BIB.replace(" projects={lmm},", "")
    tree = lab({"index.md": index, "papers.bib": bib}, **CONF)
    before = times(tree.build_subprocess("html").assert_clean())
    tree.write({"papers.bib": bib.replace("Imaginary", "Invented")})
    after = times(tree.build_subprocess("html").assert_clean())
    assert after["index.html"] != before["index.html"]
    assert after["publications/one.html"] != before["publications/one.html"]
    assert after["publications/two-2.html"] == before["publications/two-2.html"]
    everything = times(tree.build_subprocess("html", "-a").assert_clean())
    assert everything["publications/two-2.html"] != after["publications/two-2.html"]


@pytest.mark.builders
def test_incremental_equals_clean(lab: Callable[..., Lab], tmp_path: Path) -> None:
    tree = lab(PAGES, **CONF)
    tree.build_subprocess("html")
    tree.write({"papers.bib": BIB.replace("year=2023", "year=2020").replace("Eve", "Eva")})
    grown = tree.build_subprocess("html", "-j2").assert_clean()
    clean = tree.build_subprocess(
        "html", outdir=tmp_path / "clean", doctreedir=tmp_path / "doctrees"
    ).assert_clean()
    assert grown.written == clean.written
    for name in sorted(clean.written):
        if name.endswith((".html", ".bib", ".ris", ".json")):
            assert grown.read(name) == clean.read(name), name
    assert terms(grown) == terms(clean)


def test_who_is_behind_the_site_is_told_anew(lab: Callable[..., Lab]) -> None:
    tree = lab(PAGES, **CONF)
    tree.build()
    tree.write({"index.md": PAGES["index.md"].replace(":id: ada", ":id: adele")})
    assert "index.html#person-adele" in tree.build().read("publications/two-2.html")


@pytest.mark.skipif(version_info < (8, 2), reason="Sphinx 8.1 ends where no page has changed")
def test_a_page_that_was_deleted_is_made_again(lab: Callable[..., Lab]) -> None:
    """Sphinx has written no page before it, and set nothing that a page needs."""
    made = lab(PAGES, **CONF)
    page = made.build().path("publications/one")
    before = page.read_bytes()
    page.unlink()
    made.build()
    assert page.read_bytes() == before
