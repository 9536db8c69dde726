"""What stands in the head of each page for machines: JSON-LD, meta tags, links to other formats.

The parts of all pages are made once, after reading; a page whose parts differ from those that the
same builder wrote before is written again.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from html import escape, unescape
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from ..config import WEB_BUILDERS
from ..domain.memory import Memory
from ..domain.profile_domain import ProfileDomain
from ..model.quoting import BIDI_CONTROLS
from . import citation_meta, jsonld
from .alternates import alternates
from .pages import Page, page_of
from .site import Site

#: Characters that show nothing and have no place in an attribute.
_UNSEEN = {**dict.fromkeys((*range(32), *range(0x7F, 0xA0)), " "), **dict.fromkeys(BIDI_CONTROLS)}

_TAGS = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Head:
    """The parts of one page; ``description`` is empty where the page states its own."""

    page: Page
    description: str
    tags: str

    @property
    def digest(self) -> str:
        """Fingerprint of everything that comes into the page."""
        text = "\0".join((self.page.title, self.description, self.tags))
        return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=12).hexdigest()


def head_of(site: Site, name: str, title: str = "") -> Head:
    """Make the parts of a page's head."""
    page = page_of(site, name, title)
    words = site.words.get(name)
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
    return Head(page, "" if own else page.description, "\n".join(lines))


def meta(name: str, content: str) -> str:
    """Write a meta element."""
    return f'<meta name="{_words(name)}" content="{_words(content)}">'


def _words(text: str) -> str:
    line = " ".join(text.translate(_UNSEEN).split())
    return escape(line.encode("utf-8", "replace").decode("utf-8"))


def _memory_name(app: Sphinx) -> str:
    return f"heads written by {app.builder.name} into {app.outdir}"


class Heads:
    """The heads of one build's pages."""

    def __init__(self) -> None:
        self._site: Site | None = None
        self._made: dict[str, Head] = {}

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
            self._made = {}
        return self._site

    def changed(self, app: Sphinx, env: BuildEnvironment) -> list[str]:
        """Make the heads of all pages; list those that differ from what was written before."""
        if app.builder.name not in WEB_BUILDERS:
            return []
        self._site = None
        site = self.site(app)
        self._made = {name: head_of(site, name) for name in sorted(env.all_docs)}
        before = Memory(app.doctreedir).read(_memory_name(app))
        return [name for name, head in self._made.items() if before.get(name) != head.digest]

    def written(self, app: Sphinx, exception: Exception | None) -> None:
        """Remember what was written."""
        if exception is None and app.builder.name in WEB_BUILDERS and self._made:
            now: dict[str, Any] = {name: head.digest for name, head in self._made.items()}
            Memory(app.doctreedir).store(_memory_name(app), now)

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
        site = self.site(app)
        title = unescape(_TAGS.sub("", str(context.get("title") or "")))
        head = self._made.get(pagename) or head_of(site, pagename, title)
        tags = str(context.get("metatags") or "")
        if head.description and 'name="description"' not in tags:
            tags += meta("description", head.description) + "\n"
        context["metatags"] = f"{tags}{head.tags}\n"
