"""What exporters know of the site: its records, its pages, its language and its addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from urllib.parse import quote

from sphinx.application import Sphinx

from ..config import Settings
from ..domain.cv_plan import Plan
from ..domain.feeds import Feed, asked, entries
from ..domain.memory import Memory
from ..domain.needs import Need
from ..domain.page_words import PageWords
from ..domain.profile_domain import ProfileDomain
from ..domain.references import referred
from ..domain.relations import Relations
from ..domain.select import Answers
from ..domain.store import Key, Stated, Store, in_page
from ..model.person import Person
from ..model.publication import Publication
from ..model.record import Link


@dataclass(frozen=True)
class Site:
    """A build as exporters see it.

    ``base_url`` is ``html_baseurl`` with a slash at its end, or ``""``; ``path_of`` turns a docname
    into the page's path below it, ``files`` a publication's link into where it leads (see
    :class:`.Attachments`).  ``parents`` are the pages above each page, ``titles`` their titles,
    ``words`` what pages say of themselves.  ``cv_content`` holds the files of CVs by their paths,
    ``cv_files`` the kinds of those that a page offers, with the ways there; ``cards`` lists
    the paths of social cards, ``has_opengraph`` tells whether the site uses sphinxext-opengraph.
    ``mark`` fingerprints a record with all that is told of it, ``memory`` outlives the build.
    """

    answers: Answers
    needs: Mapping[str, tuple[Need, ...]]
    settings: Settings
    title: str
    language: str
    base_url: str
    root: str
    path_of: Callable[[str], str]
    mark: Callable[[Stated], str]
    memory: Memory
    files: Callable[[Stated, Link], str] = lambda _stated, link: link.url
    images: Mapping[str, str] = field(default_factory=dict)
    parents: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, PageWords] = field(default_factory=dict)
    extra_paths: tuple[Path, ...] = ()
    sitemap: str = ""
    cv_content: Mapping[str, bytes] = field(default_factory=dict)
    cv_files: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    has_opengraph: bool = False
    cards: Callable[[], Sequence[str]] = tuple

    @classmethod
    def of(cls, app: Sphinx, domain: ProfileDomain) -> Site:
        """Describe the site that a build makes."""
        env, config = app.env, app.config
        base = str(config.html_baseurl or "")
        relations = env.collect_relations()
        has_sitemap = "sphinx_sitemap" in app.extensions
        return cls(
            answers=domain.answers,
            needs=domain.data["needs"],
            settings=Settings.of(config),
            title=str(config.html_title or config.project),
            language=str(config.language or "en"),
            base_url=base if not base or base.endswith("/") else f"{base}/",
            root=str(config.root_doc),
            path_of=cache(app.builder.get_target_uri),
            mark=domain.marks.near,
            memory=Memory(app.doctreedir),
            files=domain.attachments.url,
            images={path: name for path, (_, name) in env.images.items()},
            parents={name: str(found[0]) for name, found in relations.items() if found[0]},
            titles={name: title.astext() for name, title in env.titles.items()},
            words=domain.data["words"],
            extra_paths=tuple(Path(app.confdir) / str(path) for path in config.html_extra_path),
            sitemap=str(config.sitemap_filename) if has_sitemap and base else "",
            cv_content=domain.cv_content,
            cv_files=_cv_files(domain),
            has_opengraph="sphinxext.opengraph" in app.extensions,
            cards=lambda: domain.cards,
        )

    @property
    def store(self) -> Store:
        """All records."""
        return self.answers.store

    @property
    def relations(self) -> Relations:
        """All relations."""
        return self.answers.relations

    # -- records ------------------------------------------------------------------------------

    def is_told(self, stated: Stated) -> bool:
        """Tell whether visitors see a record: a page has it, and it is no draft or example."""
        return stated.listed and bool(self.store.place(stated)[0])

    @cached_property
    def by_page(self) -> dict[str, list[Stated]]:
        """The records that each page is the place of, in the order of their lines."""
        found: dict[str, list[Stated]] = {}
        for stated in self.store.by_key.values():
            if self.is_told(stated):
                found.setdefault(self.store.place(stated)[0], []).append(stated)
        for records in found.values():
            records.sort(key=in_page)
        return found

    def shown(self, docname: str) -> Iterator[Stated]:
        """Yield the records that a page shows whole: in lists, alone, or as a CV."""
        yield from self.alone(docname)
        for need in self.needs.get(docname, ()):
            if need.query is not None:
                yield from self.answers.select(need.query)
            elif need.objtype == "cv":
                found = self.store.get("person", Plan.loads(need.target).person)
                yield from (found,) if found else ()

    def alone(self, docname: str) -> list[Stated]:
        """List the records that a page shows whole without a list around them."""
        needs = self.needs.get(docname, ())
        keys = [(n.objtype, n.target) for n in needs if n.whole and n.query is None]
        return [self.store.by_key[key] for key in keys if key in self.store.by_key]

    @cached_property
    def publisher(self) -> Stated | None:
        """Who is behind the site: an organization or a person of the root page."""
        return self.store.publisher(self.root)

    @cached_property
    def feeds(self) -> list[tuple[Feed, list[Stated]]]:
        """Feeds and calendars with what they hold; none without an address or anything to tell."""
        wanted = asked(self.needs, self.settings, self.root) if self.base_url else []
        held = [(feed, entries(feed, self.answers)) for feed in wanted]
        return [(feed, found) for feed, found in held if found]

    def affiliation(self, record: Person) -> list[str]:
        """List a person's employers by name, however they were named."""
        found = (self.store.organization(words) for words in record.affiliation)
        names = ((place, stated.record.name if stated else "") for place, stated in found)
        return [", ".join(filter(None, parts)) for parts in names]

    def authors(self, record: Publication) -> list[Stated | None]:
        """List the people of the lab behind a publication's authors, ``None`` for outsiders."""
        ids = self.relations.authorships.get(record.id).authors or ("",) * len(record.authors)
        return [self.store.get("person", found) if found else None for found in ids]

    def has_page(self, stated: Stated) -> bool:
        """Tell whether a page has a publication alone, and no list around it."""
        docname = self.store.place(stated)[0]
        return docname in self.answers.pages or any(s is stated for s in self.alone(docname))

    # -- addresses ----------------------------------------------------------------------------

    def path(self, stated: Stated) -> str:
        """Return a record's address below the site's root, or ``""`` if no page has it."""
        docname, anchor = self.store.place(stated)
        found = self.path_of(docname) if docname else ""
        return f"{found}#{quote(anchor)}" if anchor else found

    def url(self, stated: Stated) -> str:
        """Return a record's address, absolute where the site's is known; ``""`` without a page."""
        path = self.path(stated)
        return self.output_url(path) if path else ""

    @cached_property
    def stubs(self) -> dict[Key, dict[str, str]]:
        """What JSON-LD says of records where it refers to them: pages have them in common."""
        return {}

    @cached_property
    def _told_urls(self) -> dict[Key, str]:
        """Addresses of records: JSON-LD asks for each many times."""
        return {}

    def told_url(self, stated: Stated) -> str:
        """Return a record's address, ``""`` for one that visitors don't see."""
        found = self._told_urls.get(stated.key)
        if found is None:
            found = self.url(stated) if self.is_told(stated) else ""
            self._told_urls[stated.key] = found
        return found

    def ref_url(self, ref: tuple[str, str]) -> str:
        """Return the address behind a reference in a text: its role and its target."""
        role, target = ref
        if role == "page":
            return self.page_url(target) if target in self.titles else ""
        found = referred(self.store, role, target)
        return self.url(found) if found else ""

    def image_url(self, path: str) -> str:
        """Return the address of a picture that pages show, by its path from the source root."""
        name = self.images.get(path, "")
        return self.output_url(f"_images/{quote(name)}") if name else ""

    def link_url(self, url: str) -> str:
        """Return the address of a record's link; pages of the site become absolute."""
        if url.startswith("doc:"):
            return self.page_url(url.removeprefix("doc:"))
        return url if url.startswith(("https:", "http:")) else ""

    def file_url(self, stated: Stated, rel: str) -> str:
        """Return the address of a publication's first link of a kind; files of the site too."""
        link = next((link for link in stated.record.links if link.rel == rel), None)
        return self.address(stated, link) if link else ""

    def address(self, stated: Stated, link: Link) -> str:
        """Return where a record's link leads, as an address from outside the site, or ``""``."""
        if not isinstance(stated.record, Publication):
            return self.link_url(link.url)
        kind, _, path = self.files(stated, link).partition(":")
        if kind == "download":
            return self.output_url(f"_downloads/{quote(path)}")
        if kind == "site":
            return self.output_url(path)
        return f"{kind}:{path}" if kind in {"https", "http"} else ""

    def output_url(self, path: str) -> str:
        """Return the address of what lies below the site's root."""
        return f"{self.base_url}{path}"

    def page_url(self, docname: str) -> str:
        """Return a page's address, absolute where the site's is known."""
        return self.output_url(self.path_of(docname)) or "./"

    def page_title(self, docname: str) -> str:
        """Return a page's title, or the site's for a page without one."""
        if key := self.answers.pages.get(docname):
            return self.store.by_key["publication", key].record.name
        return self.titles.get(docname, "") or self.title

    def trail(self, docname: str) -> list[tuple[str, str]]:
        """List titles and docnames from the root page down to a page."""
        names = [docname]
        while (parent := self._parent(names[-1])) and parent not in names:
            names.append(parent)
        return [(self.page_title(name), name) for name in reversed(names)]

    def _parent(self, docname: str) -> str:
        if key := self.answers.pages.get(docname):
            return self.answers.listed_at.get(key, "") or self.root
        return self.parents.get(docname, "")

    def has_own(self, path: str) -> bool:
        """Tell whether ``html_extra_path`` brings a file of that name."""
        return any((e / path).is_file() or e.name == path for e in self.extra_paths)


def _cv_files(domain: ProfileDomain) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for (docname, _), files in sorted(domain.cv_files.items()):
        found.setdefault(docname, []).extend(files)
    return found
