"""Words that try to break out of a page's head, in every field, looked at by a real browser."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from sphinxext.profile.sources.fields import FIELDS, LISTS
from sphinxext.profile.sources.kinds import MARKDOWN, SEVERAL, TEXT
from tests.browser.site import Mode, served, window
from tests.support import Build, Lab

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TURNED = "\u202e\u2066\u200f"
BREAK_OUT = (
    "</script><script>document.title='hurt'</script></title></head>"
    "<img src=x onerror=\"document.title='hurt'\"> \" onload=\"document.title='hurt'\" x=' "
    f"--> ]]> &quot; &lt; \\u003c {{0}} \u2028 \u2029 \x01 \x07 \x1b \x7f \x85 {TURNED}"
)

#: Fields that have to hold something else, or the record would be another one's or nobody's.
PLAIN = {"id", "kind", "start", "end", "date", "person", "people", "member-of", "alt", "image"}

BIB_FIELDS = (
    *("title", "author", "editor", "journal", "booktitle", "school", "institution", "publisher"),
    *("volume", "number", "pages", "doi", "eprint", "issn", "isbn", "keywords", "langid", "pdf"),
    *(
        "abstract",
        "award",
        "award_name",
        "note",
        "abbr",
        "url",
        "code",
        "html",
        "series",
        "version",
    ),
)
RECORD = {
    "people": {"id": "ada", "member-of": "lab"},
    "organizations": {"id": "lab"},
    "projects": {"id": "engine", "people": "ada", "start": "2020"},
    "events": {"id": "talk", "kind": "talk", "person": "ada", "date": "2020"},
    "news": {"id": "item", "date": "2020-01-02", "people": "ada"},
}
INDEX = """\
---
myst: {html_meta: {description: HOSTILE}}
---

# HOSTILE

```{toctree}
ada
lab
engine
papers
rest
```
"""
PAGES = {
    "ada.md": "# Ada\n\n```{people}\n```\n\n{person}`ada`\n",
    "lab.md": "# L\n\n```{organizations}\n```\n",
    "engine.md": "# E\n\n```{projects}\n```\n",
    "papers.md": "# P\n\n```{publications}\n```\n",
    "rest.md": "# R\n\n```{timeline-of}\n```\n\n```{news-list}\n```\n",
}

READ = """() => ({
    title: document.title,
    graphs: [...document.querySelectorAll('script[type="application/ld+json"]')]
        .map((it) => JSON.parse(it.textContent)["@graph"]),
    scripts: [...document.scripts].filter((it) => !it.src && it.textContent.includes("hurt"))
        .map((it) => it.type),
    handlers: [...document.querySelectorAll("*")].flatMap((it) => [...it.attributes])
        .filter((it) => it.name.startsWith("on")).map((it) => it.value),
    strange: [...document.head.querySelectorAll("meta, link[rel=alternate]")]
        .flatMap((it) => [...it.attributes]).map((it) => it.name),
    metas: [...document.head.querySelectorAll("meta")].map((it) => it.content),
})"""


def _records() -> str:
    found: dict[str, list[dict[str, Any]]] = {}
    for name, objtype in LISTS.items():
        fields = FIELDS[objtype].values()
        words = {f.name: BREAK_OUT for f in fields if f.kind in (TEXT, SEVERAL, MARKDOWN)}
        kept = {field: text for field, text in words.items() if field not in PLAIN}
        found[name] = [{**kept, **RECORD[name]}]
    return json.dumps(found)


def _bibliography() -> str:
    words = BREAK_OUT.replace("\\", "").replace("{0}", "")
    inner = "".join(f"  {field} = {{{words}}},\n" for field in BIB_FIELDS)
    kinds = ("article", "inproceedings", "phdthesis", "book", "software")
    return "".join(f"@{kind}{{{kind},\n{inner}  year = 2020}}\n" for kind in kinds)


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Build a site with the words in every field."""
    lab = Lab(tmp_path_factory.mktemp("hostile"))
    # docutils writes what a page states of itself, and leaves signs in it that show nothing.
    stated = json.dumps(BREAK_OUT.partition(" \x01")[0])
    index = INDEX.replace("description: HOSTILE", f"description: {stated}")
    escaped = "".join(f"\\{c}" if c in "<>&'\"\\{}[]" else c for c in BREAK_OUT)
    files = {**PAGES, "index.md": index.replace("HOSTILE", escaped)}
    return lab.write(
        {**files, "lab.json": _records(), "papers.bib": _bibliography()},
        extensions=["sphinxext.profile", "sphinxext.opengraph"],
        html_title=BREAK_OUT,
        html_baseurl="https://lab.example/",
        profile_data=["lab.json"],
        profile_bibliography=["papers.bib"],
        profile_publication_pages=True,
        profile_feed=["news", "publications", "events"],
        profile_calendar=["news"],
    ).build()


@pytest.fixture(scope="module")
def pages(browser: Browser, build: Build) -> Iterator[dict[str, dict[str, Any]]]:
    """Give what the browser sees in each page."""
    names = sorted(name for name in build.written if name.endswith(".html") and name[0] != "_")
    with served(build.outdir) as address:
        context = window(browser, Mode(1280))
        page = context.new_page()
        found = {}
        for name in names:
            page.goto(address + name, wait_until="load")
            found[name] = page.evaluate(READ)
        yield found
        context.close()


def test_nothing_breaks_out(pages: dict[str, dict[str, Any]]) -> None:
    assert {"publications/article.html", "ada.html", "genindex.html"} <= set(pages)
    known = {"charset", "name", "content", "property", "rel", "href", "type", "title"}
    for name, seen in pages.items():
        assert seen["title"] != "hurt", name
        assert set(seen["scripts"]) <= {"application/ld+json"}, name
        assert not [value for value in seen["handlers"] if "hurt" in value], name
        assert set(seen["strange"]) <= known, name
        assert len(seen["graphs"]) == 1, name
        assert not [c for text in seen["metas"] for c in text if c in f"{TURNED}\x07\x1b\x7f"]


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("ada.html", "Person"),
        ("lab.html", "Organization"),
        ("engine.html", "ResearchProject"),
        ("rest.html", "Event"),
        ("rest.html", "NewsArticle"),
        ("publications/article.html", "ScholarlyArticle"),
    ],
)
def test_the_words_are_told_whole(pages: dict[str, dict[str, Any]], page: str, kind: str) -> None:
    (graph,) = pages[page]["graphs"]
    (node,) = [node for node in graph if node["@type"] == kind]
    words = json.dumps(node, ensure_ascii=False)
    assert "</script><script>" in words
    assert "onerror=" in words


#: A reader of feeds that puts what it gets into its page, and waits for what would run.
INSERT = """async (words) => {
  const place = document.body.appendChild(document.createElement("div"));
  place.innerHTML = words;
  await new Promise((done) => setTimeout(done, 50));
  return [document.title, place.querySelectorAll("script, img, [onload], [onerror]").length];
}"""


def test_files_for_programs_do_nothing_in_a_browser(browser: Browser, build: Build) -> None:
    """Opened there, and with their HTML in a page as a careless reader has it."""
    files = ("feeds/site.xml", "feeds/site.json", "profile.json", "llms.txt")
    texts = {name: build.read(name) for name in (*files, "feeds/site.ics")}
    assert all("document.title" in text for text in texts.values())
    feed = json.loads(texts["feeds/site.json"])
    assert len(feed["items"]) > 3
    with served(build.outdir) as address:
        context = window(browser, Mode(1280))
        page = context.new_page()
        for name in files:
            page.goto(address + name, wait_until="load")
            assert page.title() != "hurt", name
            assert not page.query_selector("parsererror, img"), name
        page.goto(address + "search.html", wait_until="load")
        page.evaluate("document.title = 'fine'")
        for item in feed["items"]:
            assert page.evaluate(INSERT, item.get("content_html", "")) == ["fine", 0]
        context.close()
