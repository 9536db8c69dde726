"""``profile.json``: every record that visitors see, its relations, and the schema that says so."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from jsonschema import Draft202012Validator, ValidationError

from sphinxext.profile.exporters.profile_forms import LEFT_OUT
from sphinxext.profile.exporters.profile_json import LISTS, SHIPPED
from sphinxext.profile.exporters.profile_schema import dumps, schema
from sphinxext.profile.model.record import Record
from tests.exporters.rich_lab import BASE, CONF, FILES
from tests.support import Build, Lab, build_subprocess

VALIDATOR = Draft202012Validator(schema())


def read(build: Build) -> dict[str, Any]:
    """Read the file by the schema that it names."""
    found: dict[str, Any] = json.loads(build.read("profile.json"))
    named = json.loads(build.read(found["$schema"]))
    assert named == schema()
    VALIDATOR.validate(found)
    return found


@pytest.fixture(scope="module")
def rich(shared_lab: Callable[..., Lab]) -> dict[str, Any]:
    return read(shared_lab(FILES, **CONF).build().assert_clean())


def test_the_shipped_schema_is_up_to_date() -> None:
    assert SHIPPED.read_text("utf-8") == dumps(), f"print it again into {SHIPPED.name}"


def test_the_module_prints_it() -> None:
    command = [sys.executable, "-W", "error", "-m", "sphinxext.profile.exporters.profile_schema"]
    assert subprocess.run(command, capture_output=True, check=True).stdout.decode() == dumps()


def test_it_is_a_schema_and_knows_every_field() -> None:
    Draft202012Validator.check_schema(schema())
    for kind in LISTS.values():
        named = schema()["$defs"][kind.objtype]["properties"]
        assert {f.name for f in fields(kind)} - LEFT_OUT | {"page"} == set(named)
    assert {kind.objtype for kind in LISTS.values()} == {c.objtype for c in Record.__subclasses__()}


@pytest.mark.parametrize(
    "change",
    [
        {"people": [{"id": "a", "name": "A"}]},
        {"people": [{"id": "a", "name": "A", "page": "a", "phone": "1"}]},
        {"news": [{"id": "a", "name": "A", "page": "a", "date": "May"}]},
        {"relations": [{"from": "ada", "to": "person/b", "field": "people"}]},
        {"version": 2},
    ],
)
def test_it_refuses_what_is_never_written(rich: dict[str, Any], change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        VALIDATOR.validate({**rich, **change})


def test_everything_that_is_told_is_there(rich: dict[str, Any]) -> None:
    assert rich["site"] == {"title": "Lab 1.0 documentation", "url": BASE, "language": "en"}
    assert [person["id"] for person in rich["people"]] == ["ada", "bo", "cy"]
    assert {e["kind"] for e in rich["events"]} >= {"work", "education", "talk", "award"}
    assert [item["name"] for item in rich["news"]] == ["A season", "A thing happened"]
    assert "Nobody" not in json.dumps(rich)
    ada = rich["people"][0]
    assert ada["names"] == {"ko": "에이다"}
    assert ada["body"] == {
        "text": "Works on engines.",
        "html": "<p>Works on <strong>engines</strong>.</p>",
    }
    assert ada["when"] == "2020-03/.."
    assert ada["image"] == {"url": f"{BASE}_images/picture.svg", "alt": "Portrait of Ada"}
    assert ada["page"] == f"{BASE}people.html#person-ada"
    (engine,) = [project for project in rich["projects"] if project["id"] == "engine"]
    assert {"label": "Code", "url": "https://code.example/engine", "rel": "code"} in engine["links"]
    assert [mention["text"] for mention in engine["people"]] == ["ada", "bo", "Somebody Else"]


def test_relations_join_what_is_there(rich: dict[str, Any]) -> None:
    known = {f"{LISTS[name].objtype}/{record['id']}" for name in LISTS for record in rich[name]}
    assert all({link["from"], link["to"]} <= known for link in rich["relations"])
    lead = {"from": "project/engine", "to": "person/ada", "field": "people", "role": "Lead"}
    assert lead in rich["relations"]
    paper = {"from": "publication/thesis", "to": "person/ada", "field": "people"}
    assert paper in rich["relations"]
    assert {"from": "person/ada", "to": "organization/lab", "field": "member-of"} in rich[
        "relations"
    ]
    authors = rich["publications"][0]["authors"]
    assert [author.get("person") for author in authors] == ["ada", None, None]


def test_files_of_the_site_have_addresses(lab: Callable[..., Lab]) -> None:
    files = {
        "index.md": "# L\n\n:::{publications}\n:::\n\n:::{project-card} P\n:page: other\n"
        ":paper: papers/x.pdf\n:::\n\n```{toctree}\nother\n```\n",
        "other.md": "# Other\n",
        "papers.bib": "@misc{a, title={A}, year=2020, pdf={a.pdf}, slides={missing.pdf}}",
        "a.pdf": b"%PDF",
    }
    made = lab(files, profile_bibliography=["papers.bib"], suppress_warnings=["profile"])
    found = read(made.build())
    assert found["site"] == {"title": "Lab 1.0 documentation", "language": "en"}
    (pdf,) = found["publications"][0]["links"]
    assert (made.root / "build" / "html" / pdf["url"]).is_file()
    assert found["projects"][0]["links"] == [
        {"label": "Project page", "url": "other.html", "rel": "page"}
    ]


def test_pages_name_it_and_a_setting_leaves_it_out(lab: Callable[..., Lab]) -> None:
    made = lab({"index.md": "# L\n\n```{toctree}\nb\n```\n", "b.md": "# B\n"})
    build = made.build("dirhtml").assert_clean()
    found = build.soup().select('link[rel=alternate][type="application/json"]')
    assert [link["href"] for link in found] == ["profile.json"]
    assert not build.soup("b").select("link[rel=alternate]")
    build = made.write(profile_json=False, profile_llms_txt=False).build("dirhtml").assert_clean()
    assert not {"profile.json", "profile.schema.json", "llms.txt"} & build.written
    assert not build.soup().select("link[rel=alternate]")


@pytest.mark.parametrize("builder", ["epub", "latex", "text"])
def test_books_have_none(lab: Callable[..., Lab], builder: str) -> None:
    build = lab({"index.md": "# L\n"}).build(builder)
    assert build.written
    assert not [name for name in build.written if re.search(r"profile\.(schema\.)?json|llms", name)]


def test_a_file_of_the_site_itself_is_left_alone(lab: Callable[..., Lab]) -> None:
    made = lab({"index.md": "# L\n"})
    made.build()
    made.write({"extra/llms.txt": "ours"}, html_extra_path=["extra"])
    assert made.build().read("llms.txt") == "ours"
    made.write(html_extra_path=["extra"], profile_llms_txt=False)
    assert made.build().read("llms.txt") == "ours"


HOSTILE = "</script><!-- ]]> \"x\" 'y' & \u202e\u2028\x00\x07\x85 ](javascript:x) <b>\r\n# H"


def test_hostile_words_stay_words(lab: Callable[..., Lab]) -> None:
    """In any field; a link that is refused is no link anywhere."""
    person = dict.fromkeys(("name", "role", "pronouns", "body", "city", "image", "alt"), HOSTILE)
    person |= {"id": "x", "interests": [HOSTILE], "links": [{"label": HOSTILE, "url": HOSTILE}]}
    event = {"title": HOSTILE, "date": "2020", "organization": HOSTILE, "body": HOSTILE}
    data = {"people": [person], "events": [event], "news": [{**event, "organization": None}]}
    files = {
        "index.md": "# L\n\n```{people}\n```\n\n```{timeline-of}\n```\n\n```{news-list}\n```\n",
        "lab.json": json.dumps(data),
    }
    build = lab(files, html_title=HOSTILE, profile_data=["lab.json"]).build()
    text = build.read("profile.json")
    assert not set("<>\u2028\x00\x07\x85") & set(text)
    found = read(build)
    (name,) = [person["name"] for person in found["people"]]
    assert name.startswith("</script><!-- ]]> \"x\" 'y' &")
    assert name.count("\u202e") == name.count("\u202c") == 1
    for record in (*found["people"], *found["events"], *found["news"]):
        body = BeautifulSoup(record["body"]["html"], "html5lib")
        assert not body.find_all(["script", "b", "a", "img"])


def test_an_edit_is_followed(lab: Callable[..., Lab], tmp_path: Path) -> None:
    made = lab(FILES, **CONF)
    first = made.build().read("profile.json")
    made.write({"papers.bib": FILES["papers.bib"].replace("On thesis", "About thesis")})
    again = made.build()
    clean = build_subprocess(made.root, outdir=tmp_path / "clean", doctreedir=tmp_path / "doctrees")
    assert again.read("profile.json") == clean.read("profile.json") != first
    assert again.read("llms.txt") == clean.read("llms.txt")


def test_a_page_that_goes_is_no_longer_linked(lab: Callable[..., Lab]) -> None:
    """The record that refers to it has not changed."""
    person = ":::{profile} Ada\n:id: ada\n\nRead {doc}`the notes <notes>`.\n:::\n"
    made = lab(
        {"index.md": f"# L\n\n{person}", "notes.md": "---\norphan: true\n---\n\n# N\n"},
        html_baseurl=BASE,
    )
    (before,) = read(made.build())["people"]
    assert "notes.html" in before["body"]["html"]
    (made.srcdir / "notes.md").unlink()
    (after,) = read(made.build())["people"]
    assert "notes.html" not in after["body"]["html"]
