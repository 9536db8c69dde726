"""Meta tags that Google Scholar and library catalogues read on a publication's own page.

Highwire Press tags by Scholar's inclusion guidelines
(https://scholar.google.com/intl/en/scholar/inclusion.html#indexing) and Dublin Core by
https://www.dublincore.org/specifications/dublin-core/dcq-html/.
"""

from __future__ import annotations

import re

from ..domain.store import Stated
from ..model.dates import PartialDate
from ..model.identifiers import arxiv_url, doi_url
from ..model.languages import language_of
from ..model.publication import Publication
from ..model.richtext import plain
from .site import Site

#: A tag's name and its content.
Tag = tuple[str, str]

_RANGE = re.compile(r"\s*(\w[\w.:]*)\s*(?:[-–—]+\s*(\w[\w.:]*))?\s*")

#: CSL type -> the tag that names where a work came out.
_VENUES = {
    "paper-conference": "citation_conference_title",
    "chapter": "citation_inbook_title",
    "article-journal": "citation_journal_title",
}


def tags(site: Site, stated: Stated) -> list[Tag]:
    """List the tags of a publication, without those that would be empty."""
    record = stated.record
    if not isinstance(record, Publication):
        return []
    return [
        (name, content)
        for name, content in (*_highwire(site, stated, record), *_dublin(record))
        if content
    ]


def _highwire(site: Site, stated: Stated, record: Publication) -> list[Tag]:
    first, last = _pages(record.pages)
    found = [("citation_title", record.name)]
    for author in record.authors:
        found.append(("citation_author", author.name.display))
        if author.name.orcid:
            found.append(("citation_author_orcid", f"https://orcid.org/{author.name.orcid}"))
    found += [
        ("citation_publication_date", _day(record.issued)),
        (_VENUES.get(record.type, "citation_journal_title"), record.container_title),
        ("citation_volume", record.volume),
        ("citation_issue", record.issue),
        ("citation_firstpage", first or record.article_number),
        ("citation_lastpage", last),
        ("citation_issn", record.issn),
        ("citation_isbn", record.isbn),
        ("citation_doi", record.doi),
        ("citation_arxiv_id", record.arxiv),
        ("citation_pmid", record.pmid),
        ("citation_publisher", record.publisher),
        ("citation_language", language_of(record.language)),
        ("citation_keywords", "; ".join(record.keywords)),
        ("citation_abstract_html_url", site.url(stated)),
        ("citation_pdf_url", site.file_url(stated, "pdf")),
    ]
    if record.type == "thesis":
        found.append(("citation_dissertation_institution", record.school))
    if record.type == "report":
        found.append(("citation_technical_report_institution", record.publisher or record.school))
        found.append(("citation_technical_report_number", record.number))
    return found


def _dublin(record: Publication) -> list[Tag]:
    identifier = doi_url(record.doi) if record.doi else ""
    identifier = identifier or (arxiv_url(record.arxiv) if record.arxiv else record.url)
    return [
        ("DC.title", record.name),
        *(("DC.creator", author.name.display) for author in record.authors),
        ("DC.issued", _year(record)),
        ("DC.date", record.issued.iso8601() if record.issued else ""),
        ("DC.publisher", record.publisher),
        ("DC.type", "Text" if record.type not in {"dataset", "software"} else record.type.title()),
        ("DC.language", language_of(record.language)),
        ("DC.identifier", identifier),
        ("DC.relation.ispartof", record.container_title),
        *(("DC.subject", word) for word in record.keywords),
        ("DC.description", plain(record.body)),
    ]


def _year(record: Publication) -> str:
    return str(record.year) if record.year else ""


def _day(issued: PartialDate | None) -> str:
    """Write a date as Scholar wants it: a full one as ``2019/12/30``, else the year."""
    if issued is None:
        return ""
    # "Full dates in the 2010/5/12 format if available; or a year alone otherwise."
    return issued.isoformat().replace("-", "/") if issued.day else str(issued.year)


def _pages(text: str) -> Tag:
    match = _RANGE.match(text)
    return (match[1], match[2] or "") if match else ("", "")
