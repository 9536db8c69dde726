"""A publication becomes an item of a list that every builder can write."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

from ..i18n import _
from ..nodes import profile_disclosure, profile_item, profile_list, profile_name, profile_time
from .citation import Author, Citation, by_editors, legend, more_authors
from .common import Nodes, inline, labelled, link, paragraph, separated, xref
from .richtext import richtext, spans

#: Authors of a longer list are not all named where nothing can be folded.
MANY = 30


def items(
    found: Sequence[tuple[Citation, str]], docname: str, *, style: str, start: int = 0
) -> Nodes:
    """Make the list of citations with their ids (``""`` for none), numbered from ``start``."""
    entries = [_item(citation, anchor, docname, style) for citation, anchor in found]
    names = ["profile-publications", f"profile-as-{style}"]
    if start:
        numbers = {"enumtype": "arabic", "prefix": "", "suffix": ".", "start": start}
        return [nodes.enumerated_list("", *entries, classes=names, **numbers)]
    return [profile_list("", *entries, classes=names, bullet="*")]


def signs_explained(marks: set[str]) -> Nodes:
    """Make the line that explains the signs beside names."""
    words = "; ".join(f"{sign} {text}" for sign, text in legend(marks))
    return [labelled(_("Marks"), [nodes.Text(words)], "profile-legend")] if words else []


def _item(citation: Citation, anchor: str, docname: str, style: str) -> profile_item:
    item = profile_item("", classes=["profile-publication", "h-cite"])
    if anchor:
        item["ids"] = [anchor]
    if citation.reference:
        item += paragraph(*spans(citation.reference), classes=["profile-reference"])
        if style == "full":
            item += _links(citation, docname)
            item += abstract(citation)
    elif style == "full":
        item += paragraph(*_title(citation, docname), classes=["profile-citation-title"])
        item += paragraph(*authors(citation, docname), classes=["profile-authors"])
        item += annotation(citation)
        item += _non_empty(paragraph(*place(citation), classes=["profile-venue"]))
        item += remarks(citation)
        item += _links(citation, docname)
        item += abstract(citation)
    else:
        names = authors(citation, docname)
        line = [*names, nodes.Text(". " if names else "")]
        line += [*_title(citation, docname), nodes.Text(". ")]
        where = nodes.inline("", "", *place(citation))
        said = (*citation.remarks, citation.annotation)
        parts = [where, *(nodes.inline("", "", *spans(words)) for words in said)]
        line += separated([part for part in parts if part.children], " · ")
        item += paragraph(*line)
    return item


def _non_empty(node: nodes.Element) -> Nodes:
    return [node] if node.children else []


def _links(citation: Citation, docname: str) -> Nodes:
    """Make the line of links, those to the projects at its end."""
    made: Nodes = [
        link(found.url, nodes.Text(found.label), docname=docname, classes=link_classes(found.rel))
        for found in citation.links
        if found.url
    ]
    made += [xref("project", target, docname=docname) for target, _name in citation.projects]
    return [paragraph(*separated(made, " · "), classes=["profile-links"])] if made else []


def link_classes(rel: str) -> list[str]:
    """Return the classes of a button."""
    return ["profile-link", f"profile-link-{rel}"] if rel else ["profile-link"]


def _title(citation: Citation, docname: str) -> Nodes:
    words = spans(citation.title)
    if citation.title_url:
        return [link(citation.title_url, *words, docname=docname, classes=["p-name", "u-url"])]
    return [nodes.inline("", "", *words, classes=["p-name"])]


def authors(citation: Citation, docname: str, *, everybody: bool = False) -> Nodes:
    """Name the authors, the lab's own in bold and linked."""
    found = citation.authors
    cut = not everybody and len(found) > MANY and citation.shown < len(found)
    shown = found[: citation.shown] if cut else found
    out: Nodes = []
    for author in shown:
        if out:
            out.append(nodes.Text(", "))
        out += _author(author, docname)
    if cut:
        out += [nodes.Text(", "), nodes.Text(more_authors(citation))]
    elif citation.publication.et_al and out:
        out.append(nodes.Text(" " + _("et al.")))
    if out and by_editors(citation.publication):
        out.append(nodes.Text(" " + (_("(eds.)") if len(found) > 1 else _("(ed.)"))))
    return out


def _author(author: Author, docname: str) -> Nodes:
    name = profile_name("", author.name)
    words: nodes.Node = name
    if author.person:
        reference = xref("person", author.person, author.name, docname=docname)
        reference.children = []
        reference += name
        words = nodes.strong("", "", reference, classes=["profile-own"])
    out: Nodes = [nodes.inline("", "", words, classes=["p-author"])]
    out += [nodes.superscript("", sign) for sign in author.signs]
    return out


def place(citation: Citation) -> Nodes:
    """Say where and when it came out, and what became of it."""
    out: Nodes = []
    if citation.venue:
        out.append(nodes.inline("", "", *spans(citation.venue), classes=["p-publication"]))
    if citation.date:
        out += [nodes.Text(", ")] if out else []
        out.append(profile_time("", citation.date, datetime=citation.datetime))
    for words, name in (
        (citation.badge, "profile-badge"),
        (citation.status, "profile-state"),
        (citation.award, "profile-award"),
    ):
        if words:
            out += [nodes.Text(" · ")] if out else []
            out.append(inline(words, name))
    return out


def annotation(citation: Citation) -> Nodes:
    """Make the line that explains what stands beside the authors."""
    words = citation.annotation
    return [paragraph(*spans(words), classes=["profile-annotation"])] if words else []


def remarks(citation: Citation) -> Nodes:
    """Make the line of what else is said of the work."""
    parts = [nodes.inline("", "", *spans(words)) for words in citation.remarks]
    return [paragraph(*separated(parts, " · "), classes=["profile-remarks"])] if parts else []


def abstract(citation: Citation) -> Nodes:
    """Make the abstract, folded where that can be done."""
    body = richtext(citation.publication.abstract)
    if not body:
        return []
    head = paragraph(nodes.strong("", _("Abstract")))
    return [profile_disclosure("", head, *body, classes=["profile-abstract"])]
