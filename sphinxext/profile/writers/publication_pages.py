"""A page for each publication in HTML, written by the builder's own writer.

A page is written when what it shows has changed, or when all pages are; the others stay as they
are, in the search index too.  A page whose publication is gone is removed.
"""

from __future__ import annotations

import hashlib
import json
import posixpath
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote

from docutils import nodes
from docutils.utils import new_document
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.osutil import relative_uri

from ..domain.citing import Citing
from ..domain.downloads import FORMATS, page_file
from ..domain.profile_domain import ProfileDomain
from ..model.publication import Publication
from ..render.citation import cite
from ..render.publication_page import page


def register(app: Sphinx) -> None:
    """Connect to the events of a build."""
    pages = PublicationPages()
    # Behind the domain, which notes the builder at 500.
    app.connect("builder-inited", pages.begin, priority=600)
    app.connect("write-started", pages.look)
    app.connect("doctree-resolved", pages.count)
    app.connect("html-collect-pages", pages.collect)


class PublicationPages:
    """The pages of one build."""

    def __init__(self) -> None:
        self._written: set[str] = set()
        self._kept: set[str] = set()
        #: Pages older than their sources or than how pages look; ``None`` where nobody compared.
        self._outdated: set[str] | None = None

    def begin(self, app: Sphinx) -> None:
        """Forget the last build of this process; let the search keep words of pages of ours."""
        self._written, self._kept, self._outdated = set(), set(), None
        builder = app.builder
        if not isinstance(builder, StandaloneHTMLBuilder) or not ProfileDomain.of(app.env).on_web:
            return
        load = builder.load_indexer

        def load_indexer(docnames: Any) -> None:
            indexer, kept = builder.indexer, set(self._kept)
            if indexer is not None:
                prune = indexer.prune
                # Sphinx would drop what is no document, when loading and again before storing.
                indexer.prune = lambda docnames: prune({*docnames, *kept})  # type: ignore[method-assign]
            load(docnames)
            domain = ProfileDomain.of(app.env)
            kept.update(self._kept if domain.recall.unchanged else domain.answers.pages)

        compare = builder.get_outdated_docs

        def get_outdated_docs() -> Iterator[str]:
            self._outdated = set(compare())
            yield from self._outdated

        builder.load_indexer = load_indexer  # type: ignore[method-assign]
        builder.get_outdated_docs = get_outdated_docs  # type: ignore[method-assign]

    def look(self, app: Sphinx, builder: Builder) -> None:
        """See which pages are as they should be, before anything is written."""
        domain = ProfileDomain.of(app.env)
        if not isinstance(builder, StandaloneHTMLBuilder) or not domain.on_web:
            return
        index = Path(builder.outdir) / builder.searchindex_filename
        if builder.search and not index.is_file():
            return
        before = _read(_memory(app))
        if domain.recall.unchanged:
            self._kept = {name for name in before if _outfile(builder, name).is_file()}
            return
        makes = _Page(builder, domain)
        self._kept = {
            name
            for name, key in domain.answers.pages.items()
            if name in before
            and before[name] == makes.mark(key)
            and _outfile(builder, name).is_file()
        }

    def count(self, _app: Sphinx, _doctree: nodes.document, docname: str) -> None:
        """Count the site's own pages that are written."""
        self._written.add(docname)

    def collect(self, app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
        """Yield the pages to write; remove those that are no more."""
        builder, domain = app.builder, ProfileDomain.of(app.env)
        if not domain.on_web or not isinstance(builder, StandaloneHTMLBuilder):
            return
        everything = self._writes_everything(app.env.found_docs, domain.compared.reading)
        memory = _memory(app)
        before, now = _read(memory), {}
        if domain.recall.unchanged and not everything and before.keys() <= self._kept:
            return
        makes = _Page(builder, domain)
        for name, key in sorted(domain.answers.pages.items()):
            now[name] = before.get(name, "") if domain.recall.unchanged else makes.mark(key)
            if everything or name not in self._kept:
                yield name, makes.context(name, key), "page.html"
        for name in before.keys() - now.keys() - app.env.all_docs.keys():
            _remove(builder, name)
        if before or now:
            memory.parent.mkdir(parents=True, exist_ok=True)
            memory.write_text(json.dumps(now), encoding="utf-8")

    def _writes_everything(self, docnames: set[str], read: frozenset[str]) -> bool:
        """Tell a build of the whole site from one in which all its pages happen to show an edit."""
        if not self._written >= docnames:
            return False
        return self._outdated is None or self._outdated | read >= docnames


def _memory(app: Sphinx) -> Path:
    mark = hashlib.blake2b(f"{app.builder.name}:{app.outdir}".encode(), digest_size=6).hexdigest()
    return Path(app.doctreedir) / "profile" / f"publication-pages-{mark}.json"


def _read(memory: Path) -> dict[str, str]:
    try:
        found = json.loads(memory.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(name): str(mark) for name, mark in found.items()} if isinstance(found, dict) else {}


def _outfile(builder: StandaloneHTMLBuilder, name: str) -> Path:
    return Path(builder.get_outfilename(name))


def _remove(builder: StandaloneHTMLBuilder, name: str) -> None:
    path = _outfile(builder, name)
    if not path.resolve().is_relative_to(Path(builder.outdir).resolve()):
        return
    path.unlink(missing_ok=True)
    if builder.name == "dirhtml" and path.parent.is_dir() and not any(path.parent.iterdir()):
        path.parent.rmdir()


class _Page:
    """Makes one page after another."""

    def __init__(self, builder: StandaloneHTMLBuilder, domain: ProfileDomain) -> None:
        self.builder = builder
        self.domain = domain
        self.citing = Citing(domain)
        self.language = str(domain.env.config.language or "en")
        publisher = domain.store.publisher(domain.env.config.root_doc)
        self._publisher = domain.marks.link(publisher) if publisher else ""

    def mark(self, key: str) -> str:
        """Fingerprint what the page shows."""
        stated = self.domain.store.by_key["publication", key]
        home = self.domain.answers.listed_at.get(key, "")
        env = self.domain.env
        # The page's head tells who is behind the site, and the way from the home page by titles.
        root = env.titles[env.config.root_doc].astext()
        way = f"{home}{self._parents(home)}{root}"
        shown = f"{self.domain.marks.shown(stated)}{self.language}{way}{self._publisher}"
        return hashlib.blake2b(shown.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()

    def context(self, name: str, key: str) -> dict[str, Any]:
        """Write the body and gather what the theme needs."""
        found = self.citing.get(key)
        assert found is not None
        _stated, publication = found
        document = self._document(name, key, publication)
        self._feed(name, publication, document)
        self.builder.post_process_images(document)
        # Sphinx sets them for each page that it writes: there may be none, or its last one's.
        self.builder.secnumbers, self.builder.fignumbers = {}, {}
        section = document[0]
        document.remove(section)
        home = self.domain.answers.listed_at.get(key, "")
        return {
            "title": escape(publication.name, quote=False),
            "body": self.builder.render_partial(section)["fragment"],
            "metatags": "",
            "parents": self._parents(home, name),
            "sourcename": "",
            "has_source": False,
            "toc": "",
            "display_toc": False,
            "meta": {},
        }

    def _document(self, name: str, key: str, publication: Publication) -> nodes.document:
        stated = self.domain.store.by_key["publication", key]
        links = [
            found
            if found.url == (way := self._way(name, found.url))
            else type(found)(found.label, way, found.rel)
            for found in self.citing.links(stated)
        ]
        citation = cite(
            publication,
            self.language,
            people=self.citing.people(key),
            projects=self.citing.projects(key),
            links=links,
        )
        files = [(form.label, self._to_file(name, which)) for which, form in FORMATS.items()]
        section = page(citation, name, people=self.citing.everybody(key), files=files)
        document = new_document(name)
        document.settings.env = self.domain.env
        document += section
        for node in list(document.findall(pending_xref)):
            self._resolve(name, node)
        return document

    def _resolve(self, name: str, node: pending_xref) -> None:
        words = cast("nodes.Element", node[0])
        role, target = node["reftype"], node["reftarget"]
        env = self.domain.env
        made = self.domain.resolve_xref(env, name, self.builder, role, target, node, words)
        node.replace_self(made if made is not None else words)

    def _way(self, name: str, url: str) -> str:
        kind, _colon, path = url.partition(":")
        start = self.builder.get_target_uri(name)
        if kind == "download":
            return posixpath.join(relative_uri(start, "_downloads"), quote(path))
        return relative_uri(start, path) if kind == "site" else url

    def _to_file(self, name: str, form: str) -> str:
        return relative_uri(self.builder.get_target_uri(name), page_file(name, form))

    def _feed(self, name: str, publication: Publication, document: nodes.document) -> None:
        if self.builder.search and self.builder.indexer is not None:
            self.builder.indexer.feed(name, name, publication.name, document)

    def _parents(self, home: str, name: str = "") -> list[dict[str, str]]:
        """Lead back to the page that lists the publication."""
        title = self.domain.env.titles.get(home)
        if not home or title is None:
            return []
        link = self.builder.get_relative_uri(name, home) if name else home
        return [{"link": link, "title": escape(title.astext(), quote=False)}]
