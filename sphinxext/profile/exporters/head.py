"""What stands in the head of each page for machines: JSON-LD, meta tags, links to other formats.

A page is written again if its parts differ from those that the same builder wrote before.  After
reading they are made for the pages whose mark has changed (see :mod:`.head_marks`), for others when
a page is written.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, field
from html import escape, unescape
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from ..config import WEB_BUILDERS
from ..domain.memory import Memory
from ..domain.profile_domain import ProfileDomain
from ..domain.store import Key
from ..model.quoting import BIDI_CONTROLS
from . import citation_meta, jsonld, opengraph
from .alternates import alternates
from .head_marks import HeadMarks
from .pages import Page, page_of
from .site import Site
from .social_cards import Cards, wanted

#: Characters that show nothing and have no place in an attribute.
_UNSEEN = {**dict.fromkeys((*range(32), *range(0x7F, 0xA0)), " "), **dict.fromkeys(BIDI_CONTROLS)}

_TAGS = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Head:
    """The parts of one page; ``description`` is empty where the page states its own.

    ``social`` are its Open Graph properties, empty where the site has none.
    """

    title: str
    description: str
    tags: str
    social: opengraph.Tags = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """Fingerprint of everything that comes into the page."""
        text = "\0".join((self.title, self.description, self.tags, repr(self.social)))
        return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=12).hexdigest()


def head_of(site: Site, page: Page, cards: Mapping[Key, str]) -> Head:
    """Make the parts of a page's head; ``cards`` are the paths of the social cards."""
    words = site.words.get(page.name)
    own = bool(words and words.description)
    lines = [jsonld.script(site, page)]
    main = page.main
    if main and main.record.objtype == "publication":
        lines.append('<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">')
        lines += [meta(*tag) for tag in citation_meta.tags(site, main)]
    lines += [
        f'<link rel="alternate" type="{_words(a.type)}" title="{_words(a.title)}" '
        f'href="{_words(a.href)}">'
        for a in alternates(site, page)
    ]
    social = opengraph.tags(site, page, cards) if site.has_opengraph else {}
    return Head(page.title, "" if own else page.description, "\n".join(lines), social)


def meta(name: str, content: str, attribute: str = "name") -> str:
    """Write a meta element."""
    return f'<meta {attribute}="{_words(name)}" content="{_words(content)}">'


def _words(text: str) -> str:
    if not text.isprintable():
        text = text.translate(_UNSEEN).encode("utf-8", "replace").decode("utf-8")
    return escape(" ".join(text.split()))


def _memory_name(app: Sphinx) -> str:
    return f"heads and their marks written by {app.builder.name} into {app.outdir}"


class Heads:
    """The heads of one build's pages."""

    def __init__(self) -> None:
        self._site: Site | None = None
        self._pages: dict[str, Page] = {}
        self._made: dict[str, Head] = {}
        #: Page -> its mark and the digest of its head.
        self._known: dict[str, list[str]] = {}
        self._cards: dict[Key, str] = {}

    def register(self, app: Sphinx) -> None:
        """Connect to Sphinx's events."""
        # Behind those who name the copies of pictures and the files of CVs.
        app.connect("env-updated", self.changed, priority=950)
        app.connect("build-finished", self.written)
        # Extensions that add a description if there is none (as sphinxext-opengraph) come after.
        app.connect("html-page-context", self.add, priority=400)

    def site(self, app: Sphinx) -> Site:
        """Return the site as it is known now."""
        domain = ProfileDomain.of(app.env)
        if self._site is None or self._site.answers is not domain.answers:
            self._site = Site.of(app, domain)
            self._pages, self._made = {}, {}
        return self._site

    def changed(self, app: Sphinx, env: BuildEnvironment) -> list[str]:
        """Make the heads of all pages; list those that differ from what was written before."""
        if app.builder.name not in WEB_BUILDERS:
            return []
        self._site, self._known = None, {}
        domain = ProfileDomain.of(env)
        if domain.recall.unchanged:
            return []
        site = self.site(app)
        self._draw(app, site, sorted({*env.all_docs, *site.answers.pages}))
        marks = HeadMarks(site, domain, self._cards)
        before = Memory(app.doctreedir).read(_memory_name(app))
        for name in sorted(env.all_docs):
            mark, known = marks.of(name), before.get(name)
            if not known or known[0] != mark:
                known = [mark, self._head(site, name).digest]
            self._known[name] = known
        due = [
            name
            for name, (_, digest) in self._known.items()
            if name not in before or before[name][1] != digest
        ]
        domain.compared.due.update(due)
        return due

    def _of_page(self, app: Sphinx, name: str, title: str) -> Head:
        """Return the parts of a page; those of one that Sphinx makes may be known."""
        recall, documents = ProfileDomain.of(app.env).recall, app.env.all_docs

        def make() -> Head:
            return self._head(self.site(app), name, title)

        if name in documents or (not recall.unchanged and name in self.site(app).answers.pages):
            return make()
        return Head(*recall.ask(f"head of {name}, {title}", lambda: astuple(make())))

    def _head(self, site: Site, name: str, title: str = "") -> Head:
        """Make the parts of a page unless they are there."""
        head = self._made.get(name)
        if head is None:
            page = self._pages.get(name) or page_of(site, name, title)
            head = self._made[name] = head_of(site, page, self._cards)
        return head

    def _draw(self, app: Sphinx, site: Site, names: Sequence[str]) -> None:
        """Draw the social cards, where links to pages are told of with them."""
        self._cards = {}
        if site.has_opengraph and site.base_url and site.settings.social_cards:
            self._pages = {name: page_of(site, name) for name in names}
            mains = (page.main for page in self._pages.values())
            self._cards = Cards(app, site).draw(wanted(site, mains))
        ProfileDomain.of(app.env).cards = tuple(self._cards.values())

    def written(self, app: Sphinx, exception: Exception | None) -> None:
        """Remember what was written."""
        if exception is None and app.builder.name in WEB_BUILDERS and self._known:
            compared = ProfileDomain.of(app.env).compared
            for name in compared.due - compared.written:
                self._known.pop(name, None)
            Memory(app.doctreedir).store(_memory_name(app), self._known)

    def add(
        self,
        app: Sphinx,
        pagename: str,
        templatename: str,
        context: dict[str, Any],
        doctree: object,
    ) -> None:
        """Add the parts to a page that is about to be written."""
        if app.builder.name not in WEB_BUILDERS:
            return
        title = unescape(_TAGS.sub("", str(context.get("title") or "")))
        head = self._of_page(app, pagename, title)
        tags = str(context.get("metatags") or "")
        if head.description and 'name="description"' not in tags:
            tags += meta("description", head.description) + "\n"
        tags += _social(app, head, context, is_read=doctree is not None)
        context["metatags"] = f"{tags}{head.tags}\n"


def _social(app: Sphinx, head: Head, context: dict[str, Any], *, is_read: bool) -> str:
    """Write what sphinxext-opengraph doesn't; hand it the rest as the page's own metadata."""
    if not head.social:
        return ""
    own = dict(context.get("meta") or {})
    found = opengraph.own_choice(head.social, own, app.config)
    if is_read:
        # It escapes quotes alone.
        handed = {name: _words(text) for name, text in found.items() if name.startswith("og:")}
        known = {**handed, **own}
        if {"og:description", "og:image"} <= known.keys():
            # It would read through the page for words that nothing shows.
            known.setdefault("ogp_description_length", "0")
        context["meta"] = known
        found = {name: text for name, text in found.items() if name not in handed}
    kinds = {name: "name" if name.startswith("twitter:") else "property" for name in found}
    return "".join(f"{meta(name, text, kinds[name])}\n" for name, text in found.items())
