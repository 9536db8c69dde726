"""Google Scholar's tags: each kind of work has those that Scholar's rules ask for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.exporters.reading import metas
from tests.exporters.rich_lab import BASE, CONF, FILES
from tests.support import Build, Lab

Tags = dict[str, list[str]]


def tags(build: Build, page: str) -> Tags:
    """Give what a page's tags hold, by their names."""
    found: Tags = {}
    for name, content in metas(build, page):
        found.setdefault(name, []).append(content)
    return found


@pytest.fixture(scope="module")
def rich(shared_lab: Callable[..., Lab]) -> Build:
    return shared_lab(FILES, **CONF).build().assert_clean()


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("article-journal", {"citation_journal_title": ["Journal"], "citation_issue": ["2"]}),
        ("paper-conference", {"citation_conference_title": ["Proceedings"]}),
        ("chapter", {"citation_inbook_title": ["Proceedings"]}),
        ("thesis", {"citation_dissertation_institution": ["School"]}),
        ("report", {"citation_technical_report_institution": ["Press"]}),
    ],
)
def test_each_kind_says_where_it_came_out(rich: Build, page: str, wanted: Tags) -> None:
    found = tags(rich, f"publications/{page}")
    assert wanted.items() <= found.items()
    number = found["citation_doi"][0].removeprefix("10.1234/")
    assert found["citation_title"] == [f"On {page} & more"]
    assert found["citation_author"] == ["Ada Example", "The Body", "Ann Other"]
    assert found["citation_publication_date"] == [f"{2000 + int(number)}/05/04"]
    assert found["citation_pdf_url"] == [f"https://files.example/{number}.pdf"]
    assert found["citation_arxiv_id"] == [f"2006.{int(number):05d}"]
    assert found["citation_language"] == found["DC.language"] == ["en"]
    assert found["citation_firstpage"] == ["11"]
    assert found["citation_lastpage"] == ["19"]
    assert found["DC.identifier"] == [f"https://doi.org/10.1234/{number}"]
    assert found["DC.creator"] == found["citation_author"]


def test_a_page_of_several_works_has_none(rich: Build) -> None:
    assert not [name for name in tags(rich, "papers") if name.startswith(("citation_", "DC."))]


@pytest.mark.parametrize("words", ["papers/a.pdf", "extra.pdf"], ids=["copied", "extra-path"])
def test_a_paper_on_the_site_is_found(lab: Callable[..., Lab], words: str) -> None:
    bib = f"@article{{a, title={{A}}, author={{One, Ann}}, year={{2020}}, pdf={{{words}}}}}\n"
    files = {"index.md": "# Lab\n\n:::{publications}\n:::\n", "papers.bib": bib}
    pdfs = {"papers/a.pdf": b"%PDF", "extra/extra.pdf": b"%PDF"}
    conf = {**CONF, "profile_data": [], "html_extra_path": ["extra"]}
    build = lab({**files, **pdfs}, **conf).build().assert_clean()
    (url,) = tags(build, "publications/a")["citation_pdf_url"]
    path = url.removeprefix(BASE)
    assert (build.outdir / path).read_bytes() == b"%PDF"
