"""The ``profile`` domain: objects, roles, cross-references and the data they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Any, ClassVar, cast
from uuid import uuid4

from docutils import nodes
from docutils.nodes import Element
from sphinx.addnodes import pending_xref
from sphinx.builders import Builder
from sphinx.domains import Domain, ObjType
from sphinx.environment import BuildEnvironment
from sphinx.util.osutil import relative_uri

from ..config import Settings
from ..i18n import _
from ..model.dates import today
from ..model.record import SCHEMA_VERSION, Record
from ..sources.cache import no_collection
from .attachments import Attachments
from .by_page import ByPage
from .checks import check
from .files import Files
from .freshness import Compared
from .homes import placed
from .indices import INDICES
from .marks import RecordMarks
from .naming import named
from .needs import ROLE_TYPES, Need
from .page_words import PageWords
from .recall import Recall
from .references import find, resolve
from .relations import Relations
from .remote import find_elsewhere
from .roles import PUB_FORMS, domain_role
from .select import GROUPS, Answers
from .store import Stated, Store, state


class ProfileDomain(Domain):
    """People, projects, organizations, events, news and publications.

    What pages state is kept by docname, so that a page read anew or in another process replaces
    just its own part.  What files state is kept apart: see :mod:`.files`.
    """

    name = "profile"
    label = "Profile"
    object_types: ClassVar[dict[str, ObjType]] = {
        "person": ObjType(_("person"), "person"),
        "organization": ObjType(_("organization"), "org", "organization"),
        "project": ObjType(_("project"), "project"),
        "event": ObjType(_("event"), "event"),
        "news": ObjType(_("news"), "news"),
        "publication": ObjType(_("publication"), "pub", "publication"),
    }
    roles: ClassVar[dict[str, Any]] = {
        name: domain_role(name) for name in (*ROLE_TYPES, *PUB_FORMS)
    }
    indices: ClassVar[list[Any]] = list(INDICES)
    dangling_warnings: ClassVar[dict[str, str]] = {
        name: f"unknown {ROLE_TYPES[name.partition(':')[0]]}: '%(target)s'"
        for name in (*ROLE_TYPES, *PUB_FORMS)
    }
    initial_data: ClassVar[dict[str, Any]] = {
        "born": "",  # names the environment
        "stated": ByPage(),  # docname -> tuple of Stated
        "needs": ByPage(),  # docname -> tuple of Need
        "clock": {},  # docname -> the day it was read, and the day from which it looks different
        "words": {},  # docname -> PageWords
    }
    data_version = SCHEMA_VERSION

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        #: The builder of this run, where it makes the pages of a web site.
        self.builder: Builder | None = None
        self.files = Files(env)
        self.compared = Compared()
        self.recall = Recall()
        #: (docname, plan of a CV) -> (kind of file, address from the page) of those that are made.
        self.cv_files: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
        self.cv_content: dict[str, bytes] = {}  # path -> what the file holds
        self.cards: tuple[str, ...] = ()  # paths of the social cards
        self._answers: Answers | None = None
        self._marks: RecordMarks | None = None
        self._attachments: Attachments | None = None

    @classmethod
    def of(cls, env: BuildEnvironment) -> ProfileDomain:
        """Return the environment's profile domain."""
        return cast("ProfileDomain", env.get_domain(cls.name))

    def look_at_files(self, confdir: str) -> None:
        """See whether files have changed, before pages are read."""
        if not self.data["born"]:
            self.data["born"] = uuid4().hex
        self.files.look(self.data["born"], confdir)
        self._attachments = None
        self.forget_answers()

    @property
    def attachments(self) -> Attachments:
        """The files of the site that publications name, each looked for once in a build."""
        if self._attachments is None:
            self._attachments = Attachments(self.env)
        return self._attachments

    # -- what pages state -------------------------------------------------------------------

    def note(
        self,
        record: Record,
        source: str,
        line: int,
        lines: Iterable[tuple[str, int]] = (),
        *,
        listed: bool = True,
        html_id: str = "",
    ) -> Stated:
        """Keep a record that the page being read states; return it with its place."""
        docname = self.env.docname
        stated = state(record, docname, source, line, lines, listed=listed, html_id=html_id)
        self.data["stated"][docname] = (*self.data["stated"].get(docname, ()), stated)
        self.forget_answers()
        return stated

    def note_needs(self, docname: str, needs: Iterable[Need]) -> None:
        """Keep what a page shows of other records."""
        found = tuple(needs)
        if found:
            self.data["needs"][docname] = found

    def note_words(self, docname: str, words: PageWords) -> None:
        """Keep how a page describes itself."""
        self.data["words"][docname] = words

    def note_until(self, day: date) -> None:
        """Keep that the page being read looks another way from a day on."""
        docname = self.env.docname
        now = today().isoformat()
        _, before = self.data["clock"].get(docname, (now, day.isoformat()))
        self.data["clock"][docname] = (now, min(before, day.isoformat()))

    def grown_old(self) -> list[str]:
        """List the pages that look another way today than on the day they were read."""
        now = today().isoformat()
        clock = self.data["clock"].items()
        return sorted(docname for docname, (read, until) in clock if not read <= now < until)

    def clear_doc(self, docname: str) -> None:
        """Forget what a page stated and showed."""
        for part in ("stated", "needs", "clock", "words"):
            self.data[part].pop(docname, None)
        self.forget_answers()

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process read."""
        for docname in docnames:
            for part in ("stated", "needs"):
                self.data[part].take(docname, otherdata[part])
            for part in ("clock", "words"):
                if docname in otherdata[part]:
                    self.data[part][docname] = otherdata[part][docname]
        self.forget_answers()

    # -- what can be asked ------------------------------------------------------------------

    @property
    def store(self) -> Store:
        """All records, as they are known now."""
        return self.answers.store

    @property
    def relations(self) -> Relations:
        """All relations, as they are known now."""
        return self.answers.relations

    @property
    def answers(self) -> Answers:
        """The records with everything that can be asked of them; made once, then kept."""
        if self._answers is None:
            # Pages that were read have to be freed one by one when they are written.
            lasting = len(self.compared.reading) * 4 < len(self.env.found_docs)
            with no_collection(lasting=lasting):
                self._answers = self._work_out()
        return self._answers

    def _work_out(self) -> Answers:
        pages = (stated for found in self.data["stated"].values() for stated in found)
        from_files = self.files.stated()
        store = named(Store.of((*pages, *from_files)), self.env.titles)
        answers = Answers(store, Relations(store))
        settings = Settings.of(self.env.config)
        answers.group_order = tuple(dict.fromkeys((*dict(settings.groups), *GROUPS)))
        if not from_files:
            return answers
        folder = settings.publication_pages if self.on_web else ""
        return placed(answers, self.data["needs"], folder, self.env.found_docs)

    def forget_answers(self) -> None:
        """Have the answers worked out anew: something was stated or went away."""
        self._answers = self._marks = None
        self.recall.forget()
        self.compared.filled.clear()

    @property
    def marks(self) -> RecordMarks:
        """Fingerprints of all records, as they are known now."""
        if self._marks is None:
            self._marks = RecordMarks(self)
        return self._marks

    @property
    def on_web(self) -> bool:
        """Whether the pages of a web site are being made."""
        return self.builder is not None

    def way(self, docname: str, path: str) -> str:
        """Return the way from a page to a file below the site's root."""
        start = self.builder.get_target_uri(docname) if self.builder else docname
        return relative_uri(start, path)

    def publication_page(self, pagename: str) -> Stated | None:
        """Return the publication that a page made by us is about."""
        key = self.answers.pages.get(pagename)
        return self.store.get("publication", key) if key else None

    # -- what Sphinx asks -------------------------------------------------------------------

    def check_consistency(self) -> None:
        """Warn of duplicates, unknown targets and empty listings, once each."""
        check(self.answers, self.data["needs"], self._is_known_elsewhere)

    def _is_known_elsewhere(self, objtype: str, target: str, docname: str) -> bool:
        role = self.object_types[objtype].roles[0]
        return find_elsewhere(self.env, role, target, docname) is not None

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Give every listed record that has a page, for the inventory and the search."""
        known = self.recall.ask("objects", lambda: self.store.objects)
        return ((*each, 1) for each in known)

    def get_type_name(self, type: ObjType, primary: bool = False) -> str:  # noqa: A002
        """Name a type for readers of the search: "person", not "Profile person"."""
        return str(type.lname)

    def known(self, objtype: str, target: str) -> tuple[Stated, ...]:
        """Return the records that a reference may mean; an organization by any of its names."""
        if objtype == "any":
            found = [self.store.get(known, target) for known in self.object_types]
        elif objtype == "organization":
            found = [self.store.organization(target)[1]]
        else:
            found = [self.store.get(objtype, target)]
        return tuple(stated for stated in found if stated)

    def find(self, objtype: str, target: str) -> Stated | None:
        """Find a record by id; an organization also by its name."""
        return find(self.store, objtype, target)

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:
        """Link to a record, with its name as words unless a title was given."""
        link = resolve(self.store, builder, fromdocname, node, typ, target, contnode)
        if isinstance(link, nodes.reference):
            link["classes"] += [name for name in node["classes"] if name not in link["classes"]]
        return cast("nodes.reference | None", link)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Link an ``:any:`` reference to every record with that id."""
        found = []
        for objtype, kind in self.object_types.items():
            role = kind.roles[0]
            link = self.resolve_xref(env, fromdocname, builder, role, target, node, contnode)
            if link is not None and self.store.get(objtype, target):
                found.append((f"profile:{role}", link))
        return found
