"""JSON-LD: schema.org's words in schema.org's places, and names that are told somewhere."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urljoin

import pytest

from sphinxext.profile.exporters import jsonld
from tests.exporters.reading import Thing, graph, graphs, named, things, told
from tests.exporters.rich_lab import BASE, CONF, FILES
from tests.exporters.vocabulary import PROPERTIES, TYPES, faults, lineage
from tests.support import Build, Lab

Graphs = dict[str, list[Thing]]


@pytest.fixture(scope="module", params=["html", "dirhtml"])
def rich(request: pytest.FixtureRequest, shared_lab: Callable[..., Lab]) -> Graphs:
    return graphs(shared_lab(FILES, **CONF).build(request.param).assert_clean())


def only(rich: Graphs, anchor: str) -> Thing:
    """Give the one node whose name ends so."""
    (found,) = [n for nodes in rich.values() for n in nodes if n["@id"].endswith(anchor)]
    return found


def test_the_vocabulary_is_read() -> None:
    assert len(TYPES) > 900
    assert len(PROPERTIES) > 1400
    assert lineage("ResearchProject") >= {"Project", "Organization", "Thing"}
    person = {"@type": "Person", "pagination": "1", "nam": "x", "knows": {"@type": "Event"}}
    assert len(list(faults(person))) == 3
    assert list(faults({"@type": "Persn"})) == ["'Persn' is no type"]


def test_every_word_is_schema_orgs_and_in_its_place(rich: Graphs) -> None:
    found = {f"{page}: {x}" for page, nodes in rich.items() for n in nodes for x in faults(n)}
    assert not found, "\n".join(sorted(found))


def test_every_name_is_told_somewhere_and_examples_nowhere(rich: Graphs) -> None:
    assert all(name.startswith(BASE) for name in told(rich))
    assert named(rich) == told(rich)
    assert "Nobody" not in json.dumps(rich)


def test_all_is_joined(rich: Graphs) -> None:
    """From the person one gets to everything else, along references in either direction."""
    joined: dict[str, set[str]] = {}
    for nodes in rich.values():
        for node in nodes:
            for name in {t["@id"] for t in things(node) if "@id" in t}:
                joined.setdefault(node["@id"], set()).add(name)
                joined.setdefault(name, set()).add(node["@id"])
    reached, new = set(), {only(rich, "#person-ada")["@id"]}
    while new:
        reached |= new
        new = {name for one in new for name in joined[one]} - reached
    assert reached == told(rich)


def test_pictures_of_data_files_are_named_as_their_copies(rich: Graphs) -> None:
    found = [only(rich, f"#{a}")["image"] for a in ("person-ada", "project-engine")]
    assert {image["contentUrl"] for image in found} == {f"{BASE}_images/picture.svg"}


def test_a_study_that_goes_on_makes_no_alumna(rich: Graphs) -> None:
    ada = only(rich, "#person-ada")
    assert ada["alumniOf"]["roleName"] == "education 0"
    roles = [role.get("roleName") for role in ada["affiliation"]]
    assert roles == [None, "doctoral studies", "service 0"]
    assert ada["memberOf"][0]["startDate"] == "2020-03"
    assert only(rich, "#person-bo")["knows"]["knows"]["@id"] == ada["@id"]


@pytest.mark.parametrize(
    ("page", "anchors"),
    [
        ("cv", ["#person-ada"]),
        ("people", ["#person-ada", "#person-bo", "#person-cy"]),
        ("projects", ["#project-engine", "#project-loom"]),
    ],
)
def test_a_page_names_what_it_shows(rich: Graphs, page: str, anchors: list[str]) -> None:
    node = (rich.get(f"{page}.html") or rich[f"{page}/index.html"])[0]
    assert node["@type"] == "CollectionPage"
    assert node["mainEntity"]["@type"] == "ItemList"
    items = node["mainEntity"]["itemListElement"]
    assert node["mainEntity"]["numberOfItems"] == len(items)
    names = [item["@id"] for item in items]
    assert set(names) >= {only(rich, anchor)["@id"] for anchor in anchors}


def _absolute(value: Any, base: str) -> Any:
    if isinstance(value, dict):
        return {
            name: urljoin(base, inner) if name == "@id" else _absolute(inner, base)
            for name, inner in value.items()
        }
    return [_absolute(inner, base) for inner in value] if isinstance(value, list) else value


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_names_hold_where_the_site_has_no_address(lab: Callable[..., Lab], builder: str) -> None:
    build: Build = lab(FILES, **{**CONF, "html_baseurl": ""}).build(builder).assert_clean()
    resolved: Graphs = {}
    for page in graphs(build):
        text = (build.outdir / page).read_text("utf-8").split('ld+json">')[1]
        document = json.loads(text.partition("</script>")[0])
        place = urljoin(BASE, page.removesuffix("index.html") if builder == "dirhtml" else page)
        base = urljoin(place, document["@context"][1]["@base"])
        resolved[page] = [_absolute(node, base) for node in document["@graph"]]
    assert f"{BASE}#website" in told(resolved)
    assert named(resolved) == told(resolved)
    assert not [fault for nodes in resolved.values() for n in nodes for fault in faults(n)]


def test_a_list_gives_words_to_what_is_told_elsewhere(rich: Graphs) -> None:
    (papers,) = [nodes[0] for page, nodes in rich.items() if page.startswith("papers")]
    items = papers["mainEntity"]["itemListElement"]
    assert "mentions" not in papers
    assert {"On thesis & more", "On article & more"} <= {item["name"] for item in items}
    assert {"Thesis", "ScholarlyArticle"} <= {item["@type"] for item in items}
    (own,) = [node for nodes in rich.values() for node in nodes if node["@id"] == items[0]["@id"]]
    assert own.items() > items[0].items()
    assert own["url"] == own["@id"]


def test_a_page_says_who_somebody_is_once(rich: Graphs) -> None:
    for page, nodes in rich.items():
        words = [t["@id"] for n in nodes for t in things(n) if "@id" in t and len(t) > 1]
        assert len(words) == len(set(words)), page


PAPERS = """
@article{one, title = {On looms}, author = {Park, Ada and Other, Ann}, journal = {J}, year = {2020},
  doi = {10.1234/1}}
@article{two, title = {On engines}, author = {Park, Ada and Other, Ann}, journal = {J},
  year = {2021}}
"""


@pytest.mark.parametrize("pages", [False, True])
def test_a_list_of_whole_records_says_nothing_in_two_ways(
    lab: Callable[..., Lab], pages: bool
) -> None:
    files = {
        "index.md": "# L\n\n:::{profile} Ada Park\n:id: ada\n:::\n\n:::{publications}\n:::\n",
        "papers.bib": PAPERS,
    }
    conf = {"profile_bibliography": ["papers.bib"], "profile_publication_pages": pages}
    build = lab(files, html_baseurl=BASE, **conf).build().assert_clean()
    nodes = graph(build, "publications/one" if pages else "index")
    articles = [node for node in nodes if node["@type"] == "ScholarlyArticle"]
    (one,) = [node for node in articles if node["name"] == "On looms"]
    assert one["identifier"] == {
        "@type": "PropertyValue",
        "propertyID": "DOI",
        "value": "10.1234/1",
    }
    assert one["sameAs"] == "https://doi.org/10.1234/1"
    assert [author.get("familyName") for author in one["author"]] == [
        None,
        "Other" if pages else None,
    ]
    assert [name in one for name in ("headline", "url")] == [pages, pages]
    if not pages:
        assert nodes[0]["mainEntity"]["itemListElement"][:2] == [
            {"@id": f"{BASE}index.html#publication-{key}"} for key in ("two", "one")
        ]


def test_a_page_of_very_many_tells_each_work_in_brief(
    lab: Callable[..., Lab], monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {
        "index.md": "# L\n\n:::{profile} Ada Park\n:id: ada\n:::\n\n:::{publications}\n:::\n",
        "papers.bib": PAPERS,
    }
    made = lab(files, html_baseurl=BASE, profile_bibliography=["papers.bib"])
    whole = graph(made.build().assert_clean())
    monkeypatch.setattr(jsonld.page, "MOST_WHOLE", 2)
    brief = graph(made.build(fresh=True).assert_clean())
    assert [node["@id"] for node in brief] == [node["@id"] for node in whole]
    assert not [fault for node in brief for fault in faults(node)]
    for before, after in zip(whole, brief, strict=True):
        if after["@type"] != "ScholarlyArticle":
            assert after == before
            continue
        assert set(before) - set(after) >= {"isPartOf"}
        assert set(after) >= {"name", "author", "datePublished"}
        assert before.items() > after.items()
    (one,) = [node for node in brief if node.get("name") == "On looms"]
    assert one["sameAs"] == "https://doi.org/10.1234/1"
    assert one["author"][0]["@id"] == f"{BASE}index.html#person-ada"


@pytest.mark.parametrize(("count", "is_whole"), [(100, True), (101, False)])
def test_very_many_are_more_than_a_hundred(
    lab: Callable[..., Lab], count: int, is_whole: bool
) -> None:
    papers = "".join(
        f"@article{{k{at}, title = {{T{at}}}, journal = {{J}}, year = 2020}}\n"
        for at in range(count)
    )
    files = {"index.md": "# L\n\n:::{publications}\n:::\n", "papers.bib": papers}
    build = lab(files, html_baseurl=BASE, profile_bibliography=["papers.bib"]).build()
    works = [n for n in graph(build.assert_clean()) if n["@type"] == "ScholarlyArticle"]
    assert len(works) == count
    assert {"isPartOf" in work for work in works} == {is_whole}
