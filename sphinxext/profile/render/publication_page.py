"""The page of one publication: everything known of it, as ordinary nodes."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

from ..i18n import _
from ..nodes import profile_body, profile_source
from .citation import Citation, marks_to_explain
from .common import Nodes, facts, link, paragraph, separated, tags, title, xref
from .publication import annotation, authors, link_classes, place, remarks, signs_explained
from .richtext import richtext, spans


def page(
    citation: Citation,
    docname: str,
    *,
    people: Sequence[str],
    files: Sequence[tuple[str, str]],
) -> nodes.section:
    """Make the page; ``people`` are ids, ``files`` labels and addresses of downloads."""
    publication = citation.publication
    section = nodes.section("", classes=["profile-publication-page", "h-cite"])
    section["ids"] = ["publication"]
    section += nodes.title("", "", *spans(citation.title), classes=["p-name"])
    names = authors(citation, docname, everybody=True)
    if names:
        section += paragraph(*names, classes=["profile-authors"])
    section += annotation(citation)
    where = place(citation)
    if where:
        section += paragraph(*where, classes=["profile-venue"])
    section += remarks(citation)
    section += signs_explained(marks_to_explain([publication]))
    section += _links(citation, docname)
    section += _part(_("Abstract"), "p-content", richtext(publication.abstract))
    section += facts(_rows(citation, docname, people))
    section += tags(tuple(dict.fromkeys((*publication.tags, *publication.keywords))))
    section += _cite(citation, files)
    return section


def _links(citation: Citation, docname: str) -> Nodes:
    made: Nodes = [
        link(found.url, nodes.Text(found.label), docname=docname, classes=link_classes(found.rel))
        for found in citation.links
        if found.url
    ]
    return [paragraph(*separated(made, " · "), classes=["profile-links"])] if made else []


def _rows(
    citation: Citation, docname: str, people: Sequence[str]
) -> list[tuple[str, Sequence[nodes.Node]]]:
    projects = [xref("project", target, docname=docname) for target, _name in citation.projects]
    own = [xref("person", target, docname=docname) for target in people]
    doi = citation.publication.doi
    return [
        (_("Projects"), separated(projects, "; ")),
        (_("People"), separated(own)),
        (_("DOI"), [link(f"https://doi.org/{doi}", nodes.Text(doi))] if doi else []),
    ]


def _part(words: str, name: str, body: Sequence[nodes.Node]) -> Nodes:
    if not body:
        return []
    return [title(nodes.Text(words)), profile_body("", *body, classes=[name])]


def _cite(citation: Citation, files: Sequence[tuple[str, str]]) -> Nodes:
    publication = citation.publication
    out: Nodes = []
    if publication.bibtex and publication.bibtex_show is not False:
        out.append(profile_source("", publication.bibtex, classes=["no-search"]))
    if files:
        made = [
            nodes.reference("", label, refuri=url, internal=True, classes=["profile-link"])
            for label, url in files
        ]
        out.append(
            paragraph(*separated(made, " · "), classes=["profile-links", "profile-downloads"])
        )
    return [title(nodes.Text(_("Cite"))), *out] if out else []
