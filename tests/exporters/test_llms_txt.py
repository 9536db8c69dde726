"""``llms.txt``: the form that llmstxt.org asks for, read back by a Markdown parser."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.exporters.rich_lab import BASE, CONF, FILES
from tests.support import Build, Lab

#: A line of a section, as the format's own readers look for it.
LINE = re.compile(r"- \[(?P<title>[^\]]+)\]\((?P<url>[^)]+)\)(?:: (?P<notes>.+))?")


def sections(text: str) -> dict[str, dict[str, tuple[str, str]]]:
    """Read the sections: heading -> title -> address and notes."""
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        heading, _, lines = part.partition("\n")
        matches = [LINE.fullmatch(line) for line in lines.strip().split("\n")]
        assert matches
        assert all(matches), lines
        found[heading] = {m["title"]: (m["url"], m["notes"] or "") for m in matches if m}
    return found


def tokens(build: Build) -> list[Token]:
    return MarkdownIt("commonmark").parse(build.read("llms.txt"))


@pytest.fixture(scope="module")
def text(shared_lab: Callable[..., Lab]) -> str:
    index = FILES["index.md"].replace("tests *things*.", "tests *things*.\n\nIn two rooms.")
    return shared_lab({**FILES, "index.md": index}, **CONF).build().assert_clean().read("llms.txt")


def test_title_quotation_words_and_sections(text: str) -> None:
    assert text.startswith(
        "# Lab 1.0 documentation\n\n> A lab that tests things.\n\nIn two rooms.\n\n## People\n"
    )
    headings = list(sections(text))
    assert headings[:4] == ["People", "Organizations", "Projects", "Publications"]
    assert headings[-1] == "Optional"
    assert {"Experience", "Talks", "News"} <= set(headings)


def test_facts_stand_behind_the_links(text: str) -> None:
    found = sections(text)
    assert found["People"]["Ada Example"] == (
        f"{BASE}people.html#person-ada",
        "Professor, Computing Department, University of Examples. "
        "Research interests: engines, looms. Works on engines",
    )
    assert found["Experience"]["work 0, Dept., University of Examples"][1] == (
        "Ada Example, Bo Student. 2019 – 2021. Words on work"
    )
    assert found["Projects"]["Engine"][1] == "Feb 2020 – 2021. A machine"
    assert found["Publications"]["On thesis & more"][1].startswith(
        "Ada Example, The Body, and Ann Other. Journal. May 4, 20"
    )
    assert "The Lab" not in found["Organizations"]
    assert found["Optional"]["profile.json"][0] == f"{BASE}profile.json"
    assert found["Optional"]["feeds/site.xml"][0] == f"{BASE}feeds/site.xml"
    assert "Nobody" not in text
    assert "A day that is not yet" not in text


def test_a_long_section_is_cut(lab: Callable[..., Lab]) -> None:
    events = [{"title": f"Talk {n}", "kind": "talk", "date": str(1900 + n)} for n in range(101)]
    files = {
        "index.md": "# L\n\n```{timeline-of}\n```\n",
        "e.json": json.dumps({"events": events}),
    }
    found = sections(lab(files, profile_data=["e.json"]).build().read("llms.txt"))
    assert len(found["Talks"]) == 100
    assert "Talk 0" not in found["Talks"]


def test_a_site_with_nothing(lab: Callable[..., Lab]) -> None:
    text = lab({"index.md": "# L\n"}, profile_json=False).build().read("llms.txt")
    assert text == "# Lab 1.0 documentation\n\n> L – Lab 1.0 documentation\n"


def test_hostile_words_stay_words(lab: Callable[..., Lab]) -> None:
    hostile = "[x](javascript:x)](y)\r\n## H\n- `z` <b>\u202e\x00 *s* _e_ # > &lt; \\"
    data = {"people": [{"name": hostile, "id": "x", "role": hostile, "body": f"`{hostile}`"}]}
    files = {"index.md": "# L\n\n```{people}\n```\n", "p.json": json.dumps(data)}
    build = lab(files, html_title=hostile, profile_data=["p.json"]).build()
    assert len(sections(build.read("llms.txt"))["People"]) == 1
    found = tokens(build)
    assert [t.tag for t in found if t.type == "heading_open"] == ["h1", "h2", "h2"]
    inner = [child for token in found for child in token.children or ()]
    hrefs = {str(child.attrGet("href")) for child in inner if child.type == "link_open"}
    assert hrefs == {"index.html#person-x", "profile.json"}
    assert {child.type for child in inner} <= {"text", "link_open", "link_close", "text_special"}
