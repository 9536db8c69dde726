"""Organizations, projects, publications, events and news as schema.org has them."""

from __future__ import annotations

from typing import cast

from ...domain.store import Stated
from ...model.event import Event
from ...model.identifiers import arxiv_url, doi_url
from ...model.languages import language_of
from ...model.networks import account_link
from ...model.news import News
from ...model.organization import Organization
from ...model.project import Project
from ...model.publication import Contributor, Publication
from ...model.record import Link
from ...model.richtext import plain, summary
from ..site import Site
from .person import address, people_of
from .values import (
    Thing,
    ident,
    identifier,
    image,
    is_event,
    kind_of,
    moment,
    organization,
    organizations,
    publisher,
    reference,
    start_end,
    stub,
    stubs,
    thing,
)


def organization_node(site: Site, stated: Stated) -> list[Thing]:
    """Describe an organization and its members."""
    record = cast("Organization", stated.record)
    profiles = [account_link(a).url for a in record.accounts if a.network not in {"email", "url"}]
    told = thing(
        kind_of(stated),
        ident(site, stated),
        name=record.name,
        alternateName=[record.short, *(n for _, n in record.names), *record.aliases],
        description=plain(record.body),
        url=next((a.value for a in record.accounts if a.network == "url"), site.url(stated)),
        logo=image(site, record.image),
        foundingDate=record.founded,
        parentOrganization=organization(site, record.parent) if record.parent else None,
        member=stubs(site, stated, "person", "member-of"),
        sameAs=[url for url in profiles if url.startswith("http")],
        address=address(record.place),
    )
    return [told]


def project(site: Site, stated: Stated) -> list[Thing]:
    """Describe a project with its people, money and results."""
    record = cast("Project", stated.record)
    funders = organizations(site, record.funder)
    grant = thing("Grant", name=record.grant, funder=funders) if record.grant else None
    name = ident(site, stated)
    told = thing(
        "ResearchProject",
        name,
        name=record.name,
        description=plain(record.body),
        url=site.link_url(record.link("page")) or site.url(stated),
        image=image(site, record.image),
        keywords=list(record.tags),
        member=[*people_of(site, stated, "people"), *organizations(site, record.partners)],
        funder=funders,
        funding=grant,
        subjectOf=stubs(site, stated, "publication"),
        **start_end(record.when, "foundingDate", "dissolutionDate"),
    )
    made = {"code": "SoftwareSourceCode", "dataset": "Dataset"}
    results: dict[str, Thing] = {}
    for link in record.links:
        if link.rel in made and site.link_url(link.url):
            number = sum(result.startswith(f"{name}-{link.rel}") for result in results)
            result = f"{name}-{link.rel}-{number + 1}" if number else f"{name}-{link.rel}"
            results[result] = _result(made[link.rel], result, name, record, link)
    return [told, *results.values()]


def _result(kind: str, name: str, project_id: str, record: Project, link: Link) -> Thing:
    """Describe code or data that a project made."""
    return thing(
        kind,
        name,
        name=f"{record.name}: {link.label}",
        description=summary(record.body, 200),
        url=link.url,
        codeRepository=link.url if link.rel == "code" else "",
        sourceOrganization=reference(project_id),
    )


def publication(site: Site, stated: Stated) -> list[Thing]:
    """Describe a publication: authors in order, where it came out, its identifiers.

    In a list, where a thousand may stand, nothing is said in two ways.
    """
    record = cast("Publication", stated.record)
    kind = kind_of(stated)
    alone = site.has_page(stated)
    identifiers = (identifier("DOI", record.doi), identifier("arXiv", record.arxiv))
    told = thing(
        kind,
        ident(site, stated),
        name=record.name,
        headline=record.name if alone and kind in _ARTICLES else "",
        author=_authors(site, record, parts=alone),
        editor=[_author(site, None, editor, parts=alone) for editor in record.editors],
        datePublished=moment(record.issued),
        inLanguage=language_of(record.language),
        abstract=plain(record.body),
        keywords=list(record.keywords),
        isPartOf=_part_of(record),
        pagination=(record.pages or record.article_number) if kind in _PAGED else "",
        publisher=thing("Organization", name=record.publisher) if record.publisher else None,
        sourceOrganization=(
            thing("CollegeOrUniversity", name=record.school) if record.school else None
        ),
        inSupportOf=record.genre if kind == "Thesis" else "",
        reportNumber=record.number if kind == "Report" else "",
        codeRepository=record.link("code") if kind == "SoftwareSourceCode" else "",
        version=record.version,
        isbn=record.isbn if kind == "Book" else "",
        encoding=_pdf(site.file_url(stated, "pdf")),
        identifier=[found for found in identifiers if found],
        sameAs=_same(record),
        url=site.url(stated) if alone else "",
        image=image(site, record.image),
        award=plain(record.award) or record.award_name,
        mentions=_code(record, kind),
        about=stubs(site, stated, "project"),
    )
    return [told]


def publication_in_brief(site: Site, stated: Stated) -> list[Thing]:
    """Describe one publication of very many: who made what, when, and where else it is told."""
    record = cast("Publication", stated.record)
    told = thing(
        kind_of(stated),
        ident(site, stated),
        name=record.name,
        author=_authors(site, record, parts=False),
        datePublished=moment(record.issued),
        sameAs=_same(record),
    )
    return [told]


#: Types that have a headline, and types that have pages.
_ARTICLES = frozenset({"ScholarlyArticle", "Article", "NewsArticle", "BlogPosting", "Report"})
_PAGED = _ARTICLES | {"Chapter"}


def _authors(site: Site, record: Publication, *, parts: bool) -> list[Thing]:
    found = zip(site.authors(record), record.authors, strict=True)
    return [_author(site, person, author, parts=parts) for person, author in found]


def _author(site: Site, stated: Stated | None, author: Contributor, *, parts: bool) -> Thing:
    if stated:
        return stub(site, stated)
    name = author.name
    if name.literal:
        return thing("Organization", name=name.literal)
    orcid = f"https://orcid.org/{name.orcid}" if name.orcid else ""
    given, family = (name.given, name.family) if parts else ("", "")
    return thing("Person", name=name.display, givenName=given, familyName=family, sameAs=orcid)


def _pdf(url: str) -> Thing | None:
    return thing("MediaObject", contentUrl=url, encodingFormat="application/pdf") if url else None


def _part_of(record: Publication) -> Thing | None:
    """Describe the journal with volume and issue, the proceedings or the book."""
    title = record.container_title
    if not title:
        return None
    if record.type != "article-journal":
        if record.type in {"chapter", "paper-conference"}:
            return thing("Book", name=title, isbn=record.isbn)
        return thing("CreativeWork", name=title)
    journal = thing("Periodical", name=title, issn=record.issn)
    if record.volume:
        journal = thing("PublicationVolume", volumeNumber=record.volume, isPartOf=journal)
    if record.issue:
        journal = thing("PublicationIssue", issueNumber=record.issue, isPartOf=journal)
    return journal


def _same(record: Publication) -> list[str]:
    found = [doi_url(record.doi) if record.doi else "", record.url, record.link("html")]
    found.append(arxiv_url(record.arxiv) if record.arxiv else "")
    return list(dict.fromkeys(url for url in found if url.startswith("http")))


def _code(record: Publication, kind: str) -> list[Thing]:
    out = []
    if record.link("code") and kind != "SoftwareSourceCode":
        out.append(thing("SoftwareSourceCode", codeRepository=record.link("code")))
    if record.link("dataset"):
        out.append(thing("Dataset", url=record.link("dataset"), name=f"Dataset of {record.name}"))
    return out


def event(site: Site, stated: Stated) -> list[Thing]:
    """Describe a talk, course or milestone; other kinds are told as a person's roles."""
    record = cast("Event", stated.record)
    if not is_event(record):
        return []
    told = thing(
        kind_of(stated),
        ident(site, stated),
        name=record.name,
        description=plain(record.body),
        url=record.url or site.url(stated),
        organizer=organization(site, record.organization) if record.organization else None,
        about=stubs(site, stated, "project"),
        performer=stubs(site, stated, "person") if record.kind == "talk" else None,
        instructor=stubs(site, stated, "person") if record.kind == "teaching" else None,
        location=thing("Place", name=record.location) if record.location else None,
        **start_end(record.when),
    )
    return [told]


def news(site: Site, stated: Stated) -> list[Thing]:
    """Describe a news item."""
    record = cast("News", stated.record)
    told = thing(
        "NewsArticle",
        ident(site, stated),
        headline=record.name,
        datePublished=moment(record.date),
        description=summary(record.body),
        articleBody=plain(record.body),
        url=site.url(stated),
        image=image(site, record.image),
        keywords=list(record.tags),
        publisher=publisher(site),
        about=[*stubs(site, stated, "person"), *stubs(site, stated, "project")],
    )
    return [told]
