"""JSON-LD: schema.org's words in schema.org's places, and names that are told somewhere."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urljoin

import pytest

from tests.exporters.reading import Thing, graphs, named, things, told
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
    names = [thing["@id"] for thing in things(node["mentions"])]
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
