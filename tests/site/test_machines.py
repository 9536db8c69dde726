"""What machines are told on the site: schema.org's words, Scholar's tags, a list of all pages."""

from __future__ import annotations

import pytest
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
    assert listed == sorted(pages - {"search.html"})
    for name in sorted(pages):
        page = site.soup(name.removesuffix(".html"))
        (canonical,) = page.select("head link[rel=canonical]")
        assert canonical["href"] == f"{BASE}{name}"
        (description,) = page.select("head meta[name=description]")
        (shared,) = page.select('head meta[property="og:description"]')
        assert description["content"] == shared["content"]
        (image,) = page.select('head meta[property="og:image"]')
        assert str(image["content"]).removeprefix(f"{BASE}") in site.written
