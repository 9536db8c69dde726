"""Lists of publications in HTML, written directly from the records.

A list of ten thousand entries made of ordinary nodes takes most of a build's time; each entry is
one string here.  Every other format is written from the nodes of :mod:`..render.publication`.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from html import escape
from typing import Any
from urllib.parse import quote

from docutils import nodes
from sphinx.util.osutil import relative_uri
from sphinx.writers.html5 import HTML5Translator

from .. import nodes as own
from ..domain.citing import Citing
from ..domain.profile_domain import ProfileDomain
from ..i18n import _
from ..model.record import Link
from ..model.richtext import Span
from ..render.citation import Author, Citation, by_editors, cite, more_authors
from .markup import attribute, blocks, spans, text
from .pictures import PORTRAIT, attributes
from .source import copy_words, folded

_SEPARATOR = '<span class="profile-separator"> · </span>'


def visit_citations(self: HTML5Translator, node: own.profile_citations) -> None:
    """Write the whole list and skip its children."""
    start = node.get("start", "")
    tag = "ol" if start else "ul"
    words: dict[str, Any] = copy_words()
    if start not in {"", "1"}:
        words["start"] = start
    self.body.append(self.starttag(node, tag, **words))
    page = CitationsPage(self, node["docname"], node)
    for key, anchor in zip(node["keys"], node["anchors"], strict=True):
        self.body.append(page.item(key, anchor))
    self.body.append(f"</{tag}>\n")
    raise nodes.SkipNode


class CitationsPage:
    """Writes publications for one page: it knows the way to every other page."""

    def __init__(self, translator: HTML5Translator, docname: str, node: nodes.Element) -> None:
        self.translator = translator
        self.builder = translator.builder
        self.docname = docname
        env = self.builder.env
        self.language = str(env.config.language or "en")
        self.citing = Citing(ProfileDomain.of(env))
        self.style = node.get("layout", "full")
        self.most = int(node.get("most-authors", "0"))
        self.hidden: set[str] = set(node.get("hide", []))
        self.facets = bool(node.get("filter"))
        self._pages: dict[str, str] = {}
        self._people: dict[str, str] = {}

    # -- ways ---------------------------------------------------------------------------------

    def href(self, docname: str, anchor: str) -> str:
        """Return the way to a place, ready for an attribute."""
        if docname == self.docname:
            return f"#{attribute(anchor)}"
        way = self._pages.get(docname)
        if way is None:
            way = self._pages[docname] = self.builder.get_relative_uri(self.docname, docname)
        return attribute(f"{way}#{anchor}" if anchor else way)

    def url(self, url: str) -> str:
        """Return the way to where a link leads, ready for an attribute."""
        kind, _colon, path = url.partition(":")
        if kind == "download":
            root = relative_uri(self.builder.get_target_uri(self.docname), "_downloads")
            return attribute(posixpath.join(root, quote(path)))
        if kind == "site":
            return attribute(relative_uri(self.builder.get_target_uri(self.docname), path))
        return attribute(url)

    def place(self, objtype: str, identifier: str) -> str:
        """Return the way to a record, ``""`` where it has no place."""
        store = self.citing.domain.store
        stated = store.get(objtype, identifier)
        docname, anchor = store.place(stated) if stated else ("", "")
        return self.href(docname, anchor) if docname else ""

    def math(self, words: str) -> str:
        """Write a formula as the site's writer of formulas does."""
        body = self.translator.body
        start = len(body)
        nodes.math(words, words).walkabout(self.translator)
        written = "".join(body[start:])
        del body[start:]
        return written

    # -- an item ------------------------------------------------------------------------------

    def item(self, key: str, anchor: str) -> str:
        """Write one publication."""
        found = self.citing.get(key)
        if found is None:
            return ""
        stated, publication = found
        citation = cite(
            publication,
            self.language,
            people=self.citing.people(key),
            projects=self.citing.projects(key),
            links=self.citing.links(stated),
            most=self.most,
            reference=self.citing.style.reference(publication),
        )
        out = ['<li class="profile-publication h-cite"']
        if anchor:
            out.append(f' id="{attribute(anchor)}"')
        if self.facets:
            out.append(self._facets(citation))
        out.append(">\n")
        out.append(self._full(citation) if self.style == "full" else self._line(citation))
        out.append("</li>\n")
        return "".join(out)

    def _facets(self, citation: Citation) -> str:
        found = self.citing.facets(citation.publication)
        found["key"] = (citation.publication.id,)
        return "".join(
            f' data-{name}="{attribute(" ".join(quote(value) for value in values))}"'
            for name, values in found.items()
            if values
        )

    def _line(self, citation: Citation) -> str:
        if citation.reference:
            return self._reference(citation)
        names = self._authors(citation)
        before = f"{names}. " if names else ""
        words = self._joined((*citation.remarks, citation.annotation))
        after = _SEPARATOR.join(filter(None, (self._place(citation), words)))
        return f"<p>{before}{self._title(citation)}. {after}</p>\n"

    def _full(self, citation: Citation) -> str:
        out = []
        picture = self._picture(citation) if "preview" not in self.hidden else ""
        if picture:
            out.append(f'<div class="profile-preview">{picture}</div>\n')
        out.append('<div class="profile-citation">\n')
        out.append(self._reference(citation) if citation.reference else self._parts(citation))
        if "links" not in self.hidden:
            out.append(self._links(citation))
        out.append(self._folds(citation))
        out.append("</div>\n")
        return "".join(out)

    def _parts(self, citation: Citation) -> str:
        out = [f'<p class="profile-citation-title">{self._title(citation)}</p>\n']
        if names := self._authors(citation):
            # A fold is no phrasing content: it can't stand in a paragraph.
            out.append(f'<div class="profile-authors">{names}</div>\n')
        if words := self._joined((citation.annotation,)):
            out.append(f'<p class="profile-annotation">{words}</p>\n')
        if where := self._place(citation):
            out.append(f'<p class="profile-venue">{where}</p>\n')
        if words := self._joined(citation.remarks):
            out.append(f'<p class="profile-remarks">{words}</p>\n')
        return "".join(out)

    def _joined(self, texts: Iterable[tuple[Span, ...]]) -> str:
        """Write texts on one line."""
        return _SEPARATOR.join(
            f'<span dir="auto">{spans(words, self.math)}</span>' for words in texts if words
        )

    def _reference(self, citation: Citation) -> str:
        """Write a reference in a style of CSL; its title leads where titles lead."""
        words = spans(citation.reference, self.math)
        title = text(citation.publication.name)
        words = words.replace(title, self._title(citation), 1) if title else words
        return f'<p class="profile-reference" dir="auto">{words}</p>\n'

    def _title(self, citation: Citation) -> str:
        words = spans(citation.title, self.math)
        way = self.citing.page(citation.publication.id)
        target = self.href(way, "") if way else ""
        if not target and citation.title_url:
            target = self.url(citation.title_url)
        if not target:
            return f'<span class="p-name" dir="auto">{words}</span>'
        return f'<a class="p-name u-url" dir="auto" href="{target}">{words}</a>'

    def _authors(self, citation: Citation) -> str:
        found, shown = citation.authors, citation.shown
        line = ", ".join([self._author(author) for author in found[:shown]])
        if shown < len(found):
            rest = ", ".join([self._author(author) for author in found[shown:]])
            line += (
                f', <details class="profile-more"><summary>{text(more_authors(citation))}</summary>'
                f" {rest}</details>"
            )
        if citation.publication.et_al and line:
            line += " " + text(_("et al."))
        if by_editors(citation.publication):
            line += " " + text(_("(eds.)") if len(found) > 1 else _("(ed.)"))
        return line

    def _author(self, author: Author) -> str:
        name = f"<bdi>{escape(author.name, quote=False)}</bdi>"
        if author.person:
            way = self._people.get(author.person)
            if way is None:
                way = self._people[author.person] = self.place("person", author.person)
            if way:
                name = f'<a href="{way}">{name}</a>'
            name = f'<strong class="profile-own">{name}</strong>'
        marks = "".join([f"<sup>{escape(sign)}</sup>" for sign in author.signs])
        return f'<span class="p-author">{name}</span>{marks}'

    def _place(self, citation: Citation) -> str:
        out = []
        if citation.badge:
            venue = attribute(citation.publication.venue)
            out.append(
                f'<abbr class="profile-badge" title="{venue}">{text(citation.badge)}</abbr> '
                if venue and venue != attribute(citation.badge)
                else f'<span class="profile-badge">{text(citation.badge)}</span> '
            )
        parts = []
        if citation.venue:
            words = spans(citation.venue, self.math)
            parts.append(f'<span class="p-publication" dir="auto">{words}</span>')
        if citation.date:
            when = attribute(citation.datetime)
            parts.append(
                f'<time class="dt-published" datetime="{when}">{text(citation.date)}</time>'
            )
        out.append(", ".join(parts))
        if citation.status:
            out.append(f' <span class="profile-state">{text(citation.status)}</span>')
        if citation.award:
            out.append(f' <span class="profile-award">{text(citation.award)}</span>')
        return "".join(out)

    def _links(self, citation: Citation) -> str:
        made = [self._button(link) for link in citation.links if link.url]
        for identifier, name in citation.projects:
            way = self.place("project", identifier)
            if way:
                made.append(
                    f'<a class="profile-link profile-link-project" href="{way}">{text(name)}</a>'
                )
        line = _SEPARATOR.join(made)
        return f'<p class="profile-links">{line}</p>\n' if made else ""

    def _button(self, link: Link) -> str:
        name = f"profile-link profile-link-{link.rel}" if link.rel else "profile-link"
        return f'<a class="{name}" href="{self.url(link.url)}">{text(link.label)}</a>'

    def _folds(self, citation: Citation) -> str:
        publication = citation.publication
        out = ""
        if publication.body and "abstract" not in self.hidden:
            summary = text(_("Abstract"))
            out += (
                f'<details class="profile-disclosure profile-abstract"><summary>'
                f'{summary}</summary>\n<div class="p-content" dir="auto">'
                f"{blocks(publication.body, self.math)}</div></details>\n"
            )
        shown = publication.bibtex_show is not False and "bibtex" not in self.hidden
        if publication.bibtex and shown:
            out += folded(publication.bibtex, _("BibTeX"))
        return f'<div class="profile-folds">\n{out}</div>\n' if out else ""

    def _picture(self, citation: Citation) -> str:
        image = citation.publication.image
        if image is None:
            return ""
        path = self.citing.picture(citation.publication.id)
        if path not in self.builder.images:
            return ""
        root = relative_uri(self.builder.get_target_uri(self.docname), self.builder.imagedir)
        shown = attributes(self.builder, path, root, PORTRAIT)
        said = "".join(f' {name}="{attribute(value)}"' for name, value in shown.items())
        return f'<img alt="{attribute(image.alt)}"{said} />'
