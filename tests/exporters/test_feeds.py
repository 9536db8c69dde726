"""Feeds: read by real parsers, never stale, in no book, and closed to hostile words."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import feedparser
import pytest
from bs4 import BeautifulSoup
from jsonschema import Draft202012Validator
from lxml import etree

from tests.support import Build, Lab, build_subprocess
from tests.support.versions import before

DATA = Path(__file__).parents[1] / "data" / "feeds"
ATOM = etree.RelaxNG(etree.parse(DATA / "atom.rng"))
JSON_FEED = Draft202012Validator(
    json.loads((DATA / "json-feed-1.1.schema.json").read_text("utf-8")),
    format_checker=Draft202012Validator.FORMAT_CHECKER,
)
BASE = "https://lab.example/en/"
CONF = {"html_baseurl": BASE, "html_title": "The Lab", "profile_bibliography": ["papers.bib"]}
INDEX = """\
# Lab

:::{profile} Ada Example
:id: ada
:::

:::{news-list} What is new
:limit: 1
:feed: new
:::

```{toctree}
items
talks
papers
```
"""
ITEMS = """\
# Items

:::{news} A paper
:date: 2025-03-05
:people: ada
:tags: paper, prize

Something **happened** [there](https://x.example/?a=1&b=2):

- one
- two by {person}`ada`
:::

:::{news} Older
:date: 2024
:::

:::{news} Not yet
:date: 2999-01-01
:::

:::{news} Perhaps
:date: 2024-02
:draft:
:::
"""
TALKS = """\
# Talks

:::{timeline} Talks
:kind: talk
:person: ada

2024-05-06 – 2024-05-08
: **Keynote**, University of Examples

  About *things*.
:::

:::{timeline-of}
:kind: talk
:feed: talks
:::
"""
PAPERS = "# Papers\n\n:::{publications}\n:feed: papers\n:::\n"
BIB = """\
@article{ada2023, title={On <Things> & more}, author={Ada Example and Bob Other}, journal={J},
  year={2023}, month=jun, abstract={What we did.}}
@article{later, title={To come}, author={Ada Example}, journal={J}, year={2999}}
@article{never, title={Without a date}, author={Ada Example}, journal={J}, pubstate={inpress}}
"""
FILES = {
    "index.md": INDEX,
    "items.md": ITEMS,
    "talks.md": TALKS,
    "papers.md": PAPERS,
    "papers.bib": BIB,
}
NAMES = ("new", "papers", "site", "talks")


def atom(build: Build, name: str) -> Any:
    """Read an Atom feed with two parsers."""
    text = build.read(f"feeds/{name}.xml")
    ATOM.assertValid(etree.fromstring(text.encode()))
    found = feedparser.parse(text.encode())
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def json_feed(build: Build, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(build.read(f"feeds/{name}.json"))
    JSON_FEED.validate(found)
    return found


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_both_formats_say_the_same(lab: Callable[..., Lab], builder: str) -> None:
    build = lab(FILES, **CONF).build(builder).assert_clean()
    feeds = {name for name in build.written if name.startswith("feeds/")}
    assert feeds == {f"feeds/{n}.{end}" for n in NAMES for end in ("xml", "json")} | {
        "feeds/site.ics"
    }
    for name in NAMES:
        xml, js = atom(build, name), json_feed(build, name)
        assert xml.feed.id == f"{BASE}feeds/{name}.xml"
        assert xml.feed.title == js["title"]
        assert xml.feed.updated == max(item["date_modified"] for item in js["items"])
        assert [e.id for e in xml.entries] == [i["id"] for i in js["items"]]
        assert [e.link for e in xml.entries] == [i["url"] for i in js["items"]]
        assert [e.title for e in xml.entries] == [i["title"] for i in js["items"]]


def test_entries_are_dated_by_their_records(lab: Callable[..., Lab]) -> None:
    build = lab(FILES, **CONF).build().assert_clean()
    first, second = json_feed(build, "site")["items"]
    assert first["id"] == f"{BASE}#news/2025-03-05-a-paper"
    assert first["url"] == f"{BASE}items.html#news-2025-03-05-a-paper"
    assert first["date_published"] == first["date_modified"] == "2025-03-05T00:00:00Z"
    assert first["authors"] == [{"name": "Ada Example", "url": f"{BASE}index.html#person-ada"}]
    assert first["tags"] == ["paper", "prize"]
    body = BeautifulSoup(first["content_html"], "html5lib")
    assert [li.get_text() for li in body.select("ul > li")] == ["one", "two by Ada Example"]
    assert body.select_one("li a")["href"] == f"{BASE}index.html#person-ada"
    # MyST-Parser before 5.1 escapes addresses, and the writer once more.
    sign = "&amp;" if before("myst-parser", "5.1") else "&"
    assert body.select_one("a")["href"] == f"https://x.example/?a=1{sign}b=2"
    # A year is no day: only the time that a feed has to have is made of it.
    assert "date_published" not in second
    assert second["date_modified"] == "2024-01-01T00:00:00Z"
    assert second["_profile"] == {"date": "2024"}
    assert "published" not in atom(build, "site").entries[1]


def test_a_feed_holds_more_than_its_page_shows(lab: Callable[..., Lab]) -> None:
    build = lab(FILES, **CONF).build().assert_clean()
    assert len(build.soup().select(".profile-news-list > li")) == 1
    assert [item["title"] for item in json_feed(build, "new")["items"]] == ["A paper", "Older"]
    assert json_feed(build, "new")["title"] == "What is new – The Lab"


def test_talks_and_papers_feed_in(lab: Callable[..., Lab]) -> None:
    build = lab(FILES, **CONF).build().assert_clean()
    (talk,) = json_feed(build, "talks")["items"]
    assert talk["title"] == "Keynote, University of Examples"
    assert "May 6, 2024 – May 8, 2024" in talk["content_html"]
    (paper,) = json_feed(build, "papers")["items"]
    assert paper["title"] == "On <Things> & more"
    assert [author["name"] for author in paper["authors"]] == ["Ada Example", "Bob Other"]
    text = BeautifulSoup(paper["content_html"], "html5lib").get_text(" ")
    assert "Ada Example and Bob Other. On <Things> & more." in text
    assert "What we did." in text


def test_a_setting_and_listings_say_what_the_sites_feed_tells(lab: Callable[..., Lab]) -> None:
    made = lab(FILES, **CONF, profile_feed=["news", "publications"])
    titles = [item["title"] for item in json_feed(made.build().assert_clean(), "site")["items"]]
    assert titles == ["A paper", "Older", "On <Things> & more"]
    files = {"talks.md": TALKS.replace(":feed: talks", ":feed: site")}
    build = made.write(files, **CONF, profile_feed=[]).build().assert_clean()
    titles = [item["title"] for item in json_feed(build, "site")["items"]]
    assert titles == ["Keynote, University of Examples"]
    assert not (build.outdir / "feeds/talks.xml").exists()


def test_a_setting_that_cant_be_used(lab: Callable[..., Lab]) -> None:
    build = lab(FILES, **CONF, profile_feed=["papers"]).build()
    (warning,) = build.warning_lines
    assert "a list of 'news', 'publications', 'events'" in warning
    assert len(json_feed(build, "site")["items"]) == 2


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_pages_link_their_feeds(lab: Callable[..., Lab], builder: str) -> None:
    build = lab(FILES, **CONF).build(builder).assert_clean()
    for page, names in (("index", ["site", "new"]), ("papers", ["site", "papers"])):
        soup = build.soup(page)
        found = soup.select('link[rel="alternate"][type="application/atom+xml"]')
        assert all(link["title"] for link in found)
        ways = [str(link["href"]) for link in found]
        assert [way.rpartition("/")[2] for way in ways] == [f"{name}.xml" for name in names]
        shown = [str(a["href"]) for a in soup.select("p.profile-downloads a")]
        assert [way.rpartition("/")[2] for way in shown] == [f"{names[1]}.xml", f"{names[1]}.json"]
        for way in ways + shown:
            assert (build.path(page).parent / way).is_file()


@pytest.mark.parametrize("builder", ["epub", "latex", "text", "singlehtml"])
def test_books_have_none(lab: Callable[..., Lab], builder: str) -> None:
    build = lab(FILES, **CONF).build(builder).assert_clean()
    assert build.written
    assert not [name for name in build.written if "feeds/" in name]
    assert "JSON Feed" not in build.words()


def test_without_an_address_each_listing_is_told_once(lab: Callable[..., Lab]) -> None:
    build = lab(FILES, **{**CONF, "html_baseurl": ""}).build()
    places = [line.partition(": WARNING")[0] for line in build.warning_lines]
    assert places == ["index.md:9", "papers.md:4", "talks.md:15"]
    assert all("html_baseurl" in line and "profile.setting" in line for line in build.warning_lines)
    assert not [name for name in build.written if name.startswith("feeds/")]
    assert not build.soup().select("link[rel=alternate][href^=feeds], p.profile-downloads")


def test_names_are_safe_for_files(lab: Callable[..., Lab]) -> None:
    files = {**FILES, "papers.md": PAPERS.replace(":feed: papers", ":feed: ../papers")}
    build = lab(files, **CONF).build()
    (warning,) = build.warning_lines
    assert "papers.md:4" in warning
    assert "a-z, 0-9 and -" in warning
    assert not list(build.outdir.rglob("papers.xml"))


def _feeds(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "feeds").glob("*")}


EDITS = (
    ("items.md", "{news} A paper", "{news} Another paper"),
    ("items.md", ":draft:\n", ""),
    ("papers.bib", "What we did.", "What we found."),
    ("index.md", ":feed: new\n", ""),
    ("index.md", "Ada Example", "Ada B. Example"),
)


def test_no_feed_goes_stale_and_none_is_left_behind(
    lab: Callable[..., Lab], tmp_path: Path
) -> None:
    made = lab(FILES, **CONF)
    before = _feeds(made.build().assert_clean().outdir)
    for page, old, new in EDITS:
        text = (made.srcdir / page).read_text("utf-8")
        assert old in text
        made.write({page: text.replace(old, new)})
        after = _feeds(made.build().outdir)
        assert after != before, f"{old!r} changed nothing"
        before = after
    assert "new.xml" not in after
    clean = build_subprocess(made.root, outdir=tmp_path / "clean", doctreedir=tmp_path / "doctrees")
    assert after == _feeds(clean.outdir)


def test_an_item_comes_on_its_day(lab: Callable[..., Lab], monkeypatch: pytest.MonkeyPatch) -> None:
    made = lab(FILES, **CONF)
    assert len(json_feed(made.build(), "site")["items"]) == 2
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "32472144000")  # 1 January 2999
    titles = [item["title"] for item in json_feed(made.build(), "site")["items"]]
    assert titles == ["Not yet", "A paper", "Older"]


HOSTILE = """</script><script>alert(1)</script> ]]> <!-- "x" 'y' & \u202e \u2028 \x07 \x85 &#0;"""


def test_hostile_words_stay_words(lab: Callable[..., Lab]) -> None:
    # Before 5.2 some signs end the first line of a block for MyST-Parser.
    old = before("myst-parser", "5.2")
    title = HOSTILE.replace("\u2028", "").replace("\x85", "") if old else HOSTILE
    items = ITEMS.replace("{news} A paper", f"{{news}} {title}")
    files = {**FILES, "items.md": items.replace("**happened**", HOSTILE)}
    build = lab(files, **{**CONF, "html_title": HOSTILE}).build()
    for name in ("site", "new"):
        item = json_feed(build, name)["items"][0]
        entry = atom(build, name).entries[0]
        assert "</script><script>alert(1)</script> ]]>" in item["title"]
        assert not BeautifulSoup(item["content_html"], "html5lib").find_all("script")
        assert "\u202e" in item["title"]
        assert item["title"].endswith("\u202c")
        assert not {"\x07", "\x85"} & set(item["title"] + entry.title)
    for path in (build.outdir / "feeds").iterdir():
        text = path.read_text("utf-8")
        assert "</script>" not in text or path.suffix == ".ics"
        assert "\x07" not in text
