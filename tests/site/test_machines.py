"""What machines are told on the site: schema.org's words, Scholar's tags, a list of all pages."""

from __future__ import annotations

import json

import feedparser
import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from tests.exporters.reading import graphs, metas, named, told
from tests.exporters.vocabulary import faults
from tests.support import Build

BASE = "http://127.0.0.1:8000/"
AUTHORS = {
    "kim2024bitters": 7,
    "kim2022lverse": 9,
    "kim2020statassist": 3,
    "kim2020ppsgan": 2,
    "kim2019ppapnet": 2,
}
CVPR = "IEEE/CVF Conference on Computer Vision and Pattern Recognition"
#: What is known of each paper besides its title and authors: key -> tag -> content.
PAPERS = {
    "kim2024bitters": {
        "citation_publication_date": "2024",
        "citation_conference_title": f"{CVPR} Workshops (NICE)",
        "citation_firstpage": "7373",
        "citation_lastpage": "7383",
        "citation_arxiv_id": "2211.06774",
    },
    "kim2022lverse": {
        "citation_publication_date": "2022",
        "citation_conference_title": f"{CVPR} (CVPR)",
        "citation_arxiv_id": "2111.11133",
    },
    "kim2020statassist": {
        "citation_publication_date": "2020",
        "citation_arxiv_id": "2006.09679",
    },
    "kim2020ppsgan": {
        "citation_publication_date": "2020/05/25",
        "citation_journal_title": "Electronics",
        "citation_volume": "9",
        "citation_issue": "5",
        "citation_firstpage": "874",
        "citation_doi": "10.3390/electronics9050874",
    },
    "kim2019ppapnet": {
        "citation_publication_date": "2019",
        "citation_journal_title": "IEEE Access",
    },
}


def test_graphs(site: Build) -> None:
    found = graphs(site)
    wrong = {f"{page}: {x}" for page, nodes in found.items() for n in nodes for x in faults(n)}
    assert not wrong, "\n".join(sorted(wrong))
    assert named(found) == told(found)
    kinds = {node["@type"] for nodes in found.values() for node in nodes}
    wanted = {"ProfilePage", "Person", "ResearchOrganization", "ResearchProject"}
    wanted |= {"ScholarlyArticle", "BreadcrumbList", "WebSite", "NewsArticle"}
    assert wanted <= kinds


@pytest.mark.parametrize("key", PAPERS)
def test_papers(site: Build, key: str) -> None:
    page = f"publications/{key}"
    found = metas(site, page)
    assert {*PAPERS[key].items(), ("citation_title", site.text(page, "h1").rstrip("#"))} <= set(
        found
    )
    names = [text for name, text in found if name == "citation_author"]
    assert len(names) == AUTHORS[key]
    assert names[0] == "Taehoon Kim"
    assert names == [text for name, text in found if name == "DC.creator"]
    assert ("citation_abstract_html_url", f"{BASE}{page}.html") in found


def test_each_page_is_described_named_and_listed(site: Build) -> None:
    root = etree.fromstring((site.outdir / "sitemap.xml").read_bytes())
    listed = [str(loc.text).removeprefix(BASE) for loc in root.iter("{*}loc")]
    pages = {n for n in site.written if n.endswith(".html") and n[0] != "_"}
    assert listed == sorted(pages - {"404.html", "search.html"})
    for name in sorted(pages):
        page = site.soup(name.removesuffix(".html"))
        (canonical,) = page.select("head link[rel=canonical]")
        assert canonical["href"] == f"{BASE}{name}"
        (description,) = page.select("head meta[name=description]")
        (shared,) = page.select('head meta[property="og:description"]')
        assert description["content"] == shared["content"]
        (image,) = page.select('head meta[property="og:image"]')
        assert str(image["content"]).removeprefix(f"{BASE}") in site.written


def test_each_page_leads_to_what_programs_read(site: Build) -> None:
    for name in ("index", "news", "people/taehoon-kim", "publications/kim2022lverse"):
        links = [str(link["href"]) for link in site.soup(name).select(".machines a")]
        assert [link.rpartition("../")[2] for link in links] == [
            *("feeds/site.xml", "profile.json", "llms.txt"),
        ]
        assert all((site.path(name).parent / link).is_file() for link in links)


def test_feeds(site: Build) -> None:
    for name, count, newest in (("site", 5, "2024-08"), ("publications", 5, "2024-06")):
        feed = feedparser.parse(site.read(f"feeds/{name}.xml").encode())
        assert not feed.bozo
        assert len(feed.entries) == count
        assert feed.feed.updated == f"{newest}-01T00:00:00Z"
        items = json.loads(site.read(f"feeds/{name}.json"))["items"]
        assert [item["id"] for item in items] == [entry.id for entry in feed.entries]
    links = [str(a["href"]) for a in site.soup().select("p.profile-downloads a")]
    assert links == ["feeds/site.xml", "feeds/site.json"]


def test_profile_json(site: Build) -> None:
    found = json.loads(site.read("profile.json"))
    Draft202012Validator(json.loads(site.read(found["$schema"]))).validate(found)
    assert [person["id"] for person in found["people"]] == ["taehoon-kim"]
    assert len(found["publications"]) == len(AUTHORS)
    assert len(found["projects"]) == 3
    own = [link for link in found["relations"] if link["to"] == "person/taehoon-kim"]
    assert {link["from"].partition("/")[0] for link in own} == {
        *("event", "news", "project", "publication"),
    }


def test_llms_txt(site: Build) -> None:
    text = site.read("llms.txt")
    assert text.startswith("# MIMIC\n\n> Who we are")
    facts = ("Sogang University", "Naver Corp.", "LG AI Research", *PAPERS)
    assert not [fact for fact in facts if fact not in text]
