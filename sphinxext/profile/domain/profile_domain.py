"""The ``profile`` domain: objects, roles, cross-references and the data they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Any, ClassVar, cast

from docutils import nodes
from docutils.nodes import Element
from sphinx.addnodes import pending_xref
from sphinx.builders import Builder
from sphinx.domains import Domain, ObjType
from sphinx.environment import BuildEnvironment

from ..i18n import _
from ..model.dates import today
from ..model.record import SCHEMA_VERSION, Record
from .checks import check
from .indices import INDICES
from .needs import ROLE_TYPES, Need
from .references import find, resolve
from .relations import Relations
from .roles import domain_role
from .select import Answers
from .store import Key, Stated, Store, state


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
    roles: ClassVar[dict[str, Any]] = {name: domain_role() for name in ROLE_TYPES}
    indices: ClassVar[list[Any]] = list(INDICES)
    dangling_warnings: ClassVar[dict[str, str]] = {
        name: f"unknown {objtype}: '%(target)s'" for name, objtype in ROLE_TYPES.items()
    }
    initial_data: ClassVar[dict[str, Any]] = {
        "stated": {},  # docname -> tuple of Stated
        "needs": {},  # docname -> tuple of Need
        "clock": {},  # docname -> the day it was read, and the day from which it looks different
        "digests": {},  # builder -> docname -> fingerprint
    }
    data_version = SCHEMA_VERSION

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        self.from_files: tuple[Stated, ...] = ()
        self._answers: Answers | None = None

    @classmethod
    def of(cls, env: BuildEnvironment) -> ProfileDomain:
        """Return the environment's profile domain."""
        return cast("ProfileDomain", env.get_domain(cls.name))

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
        for part in ("stated", "needs", "clock"):
            self.data[part].pop(docname, None)
        self.forget_answers()

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process read."""
        for part in ("stated", "needs", "clock"):
            for docname in docnames & otherdata[part].keys():
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
            pages = (stated for found in self.data["stated"].values() for stated in found)
            store = Store.of((*pages, *self.from_files))
            answers = Answers(store, Relations(store))
            homes = self._homes(answers) if self.from_files else {}
            if homes:
                store = Store(store.statements, homes)
                answers = Answers(store, answers.relations)
            self._answers = answers
        return self._answers

    def forget_answers(self) -> None:
        """Have the answers worked out anew: something was stated or went away."""
        self._answers = None

    def _homes(self, answers: Answers) -> dict[Key, tuple[str, str]]:
        """Give records of data files a place: where a page shows one alone, else a listing."""
        homes: dict[Key, tuple[str, str]] = {}
        needs = sorted(self.data["needs"].items())
        for alone in (True, False):
            for docname, wanted in needs:
                for need in wanted:
                    if not need.whole or (need.query is None) is not alone:
                        continue
                    for stated in _shown(need, answers):
                        if not stated.docname:
                            homes.setdefault(stated.key, (docname, stated.anchor))
        return homes

    # -- what Sphinx asks -------------------------------------------------------------------

    def check_consistency(self) -> None:
        """Warn of duplicates, unknown targets and empty listings, once each."""
        check(self.answers, self.data["needs"])

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Yield every listed record that has a page, for the inventory and the search."""
        for (objtype, identifier), stated in self.store.by_key.items():
            docname, anchor = self.store.place(stated)
            if docname and stated.listed:
                yield identifier, stated.record.name, objtype, docname, anchor, 1

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


def _shown(need: Need, answers: Answers) -> tuple[Stated, ...]:
    if need.query is not None:
        return answers.select(need.query)
    found = answers.store.get(need.objtype, need.target)
    return (found,) if found else ()
