"""The heads of pages: one connected graph, descriptions, citation tags, never stale."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.exporters.reading import graph, metas, things
from tests.support import Lab, build_subprocess

BASE = "https://lab.example/"
INDEX = """\
# The Lab

A lab that tests things.

:::{organization} The Lab
:id: lab
:type: lab
:::

:::{news} A thing happened
:date: 2025-03-01
:people: ada
:::

```{toctree}
ada
engine
papers
```
"""
ADA = """\
# Ada Example

:::{profile} Ada Example
:id: ada
:role: Professor
:affiliation: University of Examples
:member-of: lab
:interests: engines
:github: ada
:::

:::{timeline} Career
:kind: work
:person: ada

2020 – present
: **Professor**, University of Examples

2018 – 2020
: **Researcher**, The Lab
:::
"""
ENGINE = """\
---
description: What the page says of itself.
---

# Engine

:::{project-card} Engine
:id: engine
:people: ada (Lead)
:publications: ada2024
:code: https://code.example/engine
:start: 2020
:funder: The Fund
:grant: F-1

A machine.
:::
"""
POSTS = """\
# Posts

:::{timeline} Earlier
:kind: work
:person: ada

2016 – 2018
: **Assistant**, The Lab
:::
"""
PAPERS = "# Papers\n\n:::{publications}\n:::\n"
BIB = """\
@inproceedings{ada2024,
  title = {Notes on the Engine}, author = {Ada Example and Bob Other},
  booktitle = {Proceedings of Examples}, year = {2024}, month = jun, pages = {1--9},
  doi = {10.1234/notes}, publisher = {Example Press}}
@inproceedings{bob2023, title = {Gears}, author = {Bob Other}, year = {2023},
  booktitle = {Proceedings of Examples}, projects = {engine}}
"""
FILES = {
    "index.md": INDEX,
    "ada.md": ADA,
    "engine.md": ENGINE,
    "papers.md": PAPERS,
    "papers.bib": BIB,
}
CONF = {"html_baseurl": BASE, "profile_bibliography": ["papers.bib"]}
PAGES = ("index", "ada", "engine", "papers", "genindex", "profile-people", "search")


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_every_name_resolves_and_all_is_joined(lab: Callable[..., Lab], builder: str) -> None:
    build = lab(FILES, **CONF).build(builder).assert_clean()
    nodes = [node for page in PAGES for node in graph(build, page)]
    assert all(node["@id"].startswith(BASE) for node in nodes)
    told = {node["@id"] for node in nodes}
    named = {thing["@id"] for node in nodes for thing in things(node) if "@id" in thing}
    assert named == told
    links = {n["@id"]: {t["@id"] for t in things(n) if "@id" in t} for n in nodes}
    person, project, paper, lab_id = (
        next(name for name in told if f"#{anchor}" in name and not name.endswith("-code"))
        for anchor in ("person-ada", "project-engine", "publication-ada2024", "organization-lab")
    )
    assert lab_id in links[person]
    assert person in links[lab_id]
    assert {person, paper} <= links[project]
    assert {person, project} <= links[paper]


def test_a_person_is_told_with_dated_roles(lab: Callable[..., Lab]) -> None:
    nodes = graph(lab(FILES, **CONF).build(), "ada")
    page, person = nodes[0], next(n for n in nodes if n["@type"] == "Person")
    assert page["@type"] == "ProfilePage"
    assert page["mainEntity"] == {"@id": person["@id"]}
    assert person["sameAs"] == "https://github.com/ada"
    assert person["affiliation"] == {"@type": "Organization", "name": "University of Examples"}
    assert [(r["@type"], r["roleName"], r["startDate"]) for r in person["worksFor"]] == [
        ("OrganizationRole", "Professor", "2020"),
        ("OrganizationRole", "Researcher", "2018"),
    ]
    assert person["worksFor"][1]["worksFor"]["@id"] == f"{BASE}index.html#organization-lab"


def test_descriptions_are_stated_once_from_the_nearest_source(lab: Callable[..., Lab]) -> None:
    build = lab(FILES, **CONF).build()
    found = {page: [c for n, c in metas(build, page) if n == "description"] for page in PAGES}
    assert all(len(texts) == 1 and texts[0] for texts in found.values()), found
    assert found["engine"] == ["What the page says of itself."]
    assert found["ada"] == ["Professor, University of Examples"]
    assert all(len(build.soup(p).select('link[rel="canonical"]')) == 1 for p in PAGES)


def test_a_page_of_one_publication_has_scholars_tags(lab: Callable[..., Lab]) -> None:
    build = lab(FILES, **CONF, profile_publication_pages=True).build()
    page = "publications/ada2024"
    tags = [(name, text) for name, text in metas(build, page) if name.startswith("citation_")]
    assert [text for name, text in tags if name == "citation_author"] == [
        "Ada Example",
        "Bob Other",
    ]
    assert {
        ("citation_title", "Notes on the Engine"),
        ("citation_publication_date", "2024"),
        ("citation_conference_title", "Proceedings of Examples"),
        ("citation_firstpage", "1"),
        ("citation_lastpage", "9"),
        ("citation_doi", "10.1234/notes"),
    } <= set(tags)
    assert ("DC.identifier", "https://doi.org/10.1234/notes") in metas(build, page)
    for other in ("index", "papers"):
        assert not [n for n, _ in metas(build, other) if n.startswith("citation_")]


@pytest.mark.parametrize("builder", ["epub", "latex", "text", "singlehtml"])
def test_books_have_none_of_it(lab: Callable[..., Lab], builder: str) -> None:
    build = lab(FILES, **CONF).build(builder)
    assert build.written
    texts = (path.read_bytes() for path in build.outdir.rglob("*") if path.is_file())
    assert not any(b"ld+json" in text or b"citation_title" in text for text in texts)


HOSTILE = """</script><script>alert(1)</script><!-- "x" 'y' \u202e & \u2028 \x07"""


def test_hostile_words_stay_words(lab: Callable[..., Lab]) -> None:
    files = {**FILES, "ada.md": ADA.replace(":role: Professor", f":role: {HOSTILE}")}
    build = lab(files, **CONF).build()
    person = next(n for n in graph(build, "ada") if n["@type"] == "Person")
    assert "</script><script>alert(1)</script><!--" in person["jobTitle"]
    scripts = build.soup("ada").select("script:not([src])")
    assert not [s for s in scripts if "alert(1)" in (s.string or "") and not s.get("type")]


def _heads(folder: Path) -> dict[str, str]:
    pages = {p.name: p.read_text("utf-8") for p in folder.rglob("*.html")}
    return {name: text.partition("</head>")[0] for name, text in pages.items()}


@pytest.mark.parametrize(
    ("page", "before", "after"),
    [
        ("ada.md", "# Ada Example\n\n:::{profile} Ada Example", "# A\n\n:::{profile} Ada B."),
        ("index.md", "# The Lab", "# Another Lab"),
        ("index.md", "{organization} The Lab", "{organization} The Other Lab"),
        ("engine.md", ":people: ada (Lead)", ":people: ada (Adviser)"),
        ("papers.bib", "Notes on", "More notes on"),
        # The page of the project tells what kind of work it is, the person's page the post.
        ("papers.bib", "@inproceedings{bob", "@misc{bob"),
        ("posts.md", "2016 – 2018", "2016 – 2017"),
    ],
)
def test_no_head_goes_stale(
    lab: Callable[..., Lab], tmp_path: Path, page: str, before: str, after: str
) -> None:
    shared = ["sphinxext.profile", "sphinxext.opengraph"]
    files = {**FILES, "index.md": INDEX.replace("papers\n", "papers\nposts\n"), "posts.md": POSTS}
    made = lab(files, **CONF, profile_publication_pages=True, extensions=shared)
    made.build_subprocess().assert_clean()
    text = (made.srcdir / page).read_text("utf-8")
    assert before in text
    made.write({page: text.replace(before, after)})
    again = made.build_subprocess()
    clean = build_subprocess(made.root, outdir=tmp_path / "clean", doctreedir=tmp_path / "doctrees")
    assert _heads(again.outdir) == _heads(clean.outdir)
