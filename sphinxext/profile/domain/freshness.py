"""Exact rebuilds: which pages show something that has changed since a builder wrote them.

Two marks are kept of each page that a builder wrote into a folder.  The *wide* one is quick: it
holds all that may decide on what the page shows of records, and more.  Where it has changed, the
*narrow* one is worked out from what the page would show now, and only if that has changed too the
page is written again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from ..config import Settings
from ..model.dates import today
from .citation_style import CitationStyle
from .cv_plan import Plan
from .made import is_made
from .memory import Memory, mark_of
from .remote import inventory_mark
from .store import Key

if TYPE_CHECKING:
    from .needs import Need
    from .profile_domain import ProfileDomain

#: An event: what else a page shows of records, in its head say; ``(app, docname) -> str | None``.
SHOWN = "profile-page-shows"

#: Raised whenever pages are rendered in another way, so that pages of an older release are mended.
RENDERING = 1


@dataclass
class Compared:
    """What one build knows of its pages.

    ``reading`` are the pages read in it, ``wide`` and ``narrow`` marks of pages as they are now,
    ``due`` those to be written for what they show, ``written`` those that were, ``pictures`` those
    of each page with the names of their copies, ``filled`` what fills the places of some pages that
    were compared and are to be written, ``attached`` the files that were found for records,
    ``style`` is that of references.
    """

    reading: frozenset[str] = frozenset()
    wide: dict[str, str] = field(default_factory=dict)
    narrow: dict[str, str] = field(default_factory=dict)
    due: set[str] = field(default_factory=set)
    written: set[str] = field(default_factory=set)
    pictures: Mapping[str, list[tuple[str, str]]] = field(default_factory=dict)
    filled: dict[str, list[list[nodes.Node]]] = field(default_factory=dict)
    attached: Mapping[Key, str] = field(default_factory=dict)
    style: CitationStyle | None = None


class Marks(NamedTuple):
    """The two marks of a page as it was written."""

    wide: str
    narrow: str


@dataclass
class Ledger:
    """What one builder wrote into one folder.

    ``pages`` are its marks by page, ``pictures`` marks of pictures' bytes by path, ``site`` that of
    the indices and the inventory.
    """

    memory: Memory
    name: str
    pages: dict[str, Marks] = field(default_factory=dict)
    pictures: dict[str, str] = field(default_factory=dict)
    site: str = ""

    @classmethod
    def of(cls, memory: Memory, builder: str, folder: str) -> Ledger:
        """Open the ledger of a builder and a folder."""
        name = f"written by {builder} into {folder}"
        found = memory.read(name)
        pages = found.get("pages", {})
        return cls(
            memory,
            name,
            {docname: Marks(wide, narrow) for docname, (wide, narrow) in pages.items()},
            found.get("pictures", {}),
            found.get("site", ""),
        )

    def store(self) -> None:
        """Keep the ledger for the next build."""
        pages = {docname: [marks.wide, marks.narrow] for docname, marks in self.pages.items()}
        self.memory.store(self.name, {"pages": pages, "pictures": self.pictures, "site": self.site})


def wide_marks(domain: ProfileDomain) -> dict[str, str]:
    """Work out the wide mark of every page that states or shows a record or a picture."""
    pages: set[str] = set(domain.compared.pictures)
    for part in ("stated", "needs", "clock"):
        pages.update(domain.data[part])
    shared = mark_of(
        str(RENDERING),
        str(domain.env.config.language),
        repr(Settings.of(domain.env.config)),
        today().isoformat(),
        inventory_mark(domain.env),
        domain.compared.style.digest if domain.compared.style else "",
    )
    return {docname: mark_of(shared, *_of_page(domain, docname)) for docname in pages}


def site_mark(domain: ProfileDomain) -> str:
    """Fingerprint what indices and the inventory say."""
    by_key = domain.store.by_key
    return mark_of(
        *(f"{found} {by_key[found[2], found[0]].record.tags}" for found in domain.get_objects())
    )


def _of_page(domain: ProfileDomain, docname: str) -> Iterator[str]:
    for stated in domain.data["stated"].get(docname, ()):
        yield domain.marks.near(stated)
    for need in domain.data["needs"].get(docname, ()):
        yield _of_need(domain, need)
    yield repr(domain.data["clock"].get(docname))
    yield repr(domain.compared.pictures.get(docname))


def _of_need(domain: ProfileDomain, need: Need) -> str:
    if need.query is not None:
        groups = domain.answers.groups(need.query)
        near = domain.marks.near
        return mark_of(*("\0".join((g.key, *map(near, g.items))) for g in groups))
    if need.objtype == "cv":
        plan = Plan.loads(need.target)
        shown = [found for query in plan.queries for found in domain.answers.select(query)]
        return mark_of(*map(domain.marks.near, (*domain.known("person", plan.person), *shown)))
    if need.objtype == "file":
        return str(is_made(domain, need.target))
    if need.objtype == "page":
        return str(need.target in domain.env.all_docs)
    mark = domain.marks.near if need.whole else domain.marks.link
    return mark_of(*map(mark, domain.known(need.objtype, need.target)))
