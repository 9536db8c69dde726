"""References become links: to where a record is stated, else to where it is shown."""

from __future__ import annotations

from docutils import nodes
from docutils.nodes import Element
from sphinx.addnodes import pending_xref
from sphinx.builders import Builder
from sphinx.util.nodes import make_refnode

from ..model.publication import Publication
from .labels import label, letter_of
from .needs import ROLE_TYPES
from .store import Stated, Store


def find(store: Store, objtype: str, target: str) -> Stated | None:
    """Find a record by id; an organization also by its name."""
    if objtype == "organization":
        department, found = store.organization(target)
        return None if department else found
    return store.get(objtype, target)


def referred(store: Store, role: str, target: str) -> Stated | None:
    """Find the record to which a role refers, of whatever form the role is."""
    return find(store, ROLE_TYPES.get(role.partition(":")[0], role), target)


def words_for(stated: Stated, role: str, letter: str = "") -> str:
    """Return what a reference without words of its own shows; ``letter`` is that of its year."""
    if isinstance(stated.record, Publication):
        return label(stated.record, role.partition(":")[2], letter)
    return stated.record.name


def resolve(
    store: Store,
    builder: Builder,
    docname: str,
    node: pending_xref,
    role: str,
    target: str,
    words: Element,
) -> Element | None:
    """Make the link of a reference on the page ``docname``, or bare words for a record in no page.

    ``words`` are shown where the author or a listing gave them, else the record's name is.
    """
    if role == "page":
        known = target in builder.env.all_docs
        return make_refnode(builder, docname, target, "", words) if known else None
    if node.get("profile-loose"):
        return _loose(store, builder, docname, target, words)
    stated = referred(store, role, target)
    if stated is None:
        return None
    if not node.get("refexplicit"):
        needs = builder.env.domaindata["profile"]["needs"].get(docname, ())
        letter = letter_of(store, needs, role, target)
        words = nodes.inline("", words_for(stated, role, letter), classes=["xref", "profile-xref"])
    return _to(store, builder, docname, stated, words)


def _to(store: Store, builder: Builder, docname: str, stated: Stated, words: Element) -> Element:
    home, anchor = store.place(stated)
    return make_refnode(builder, docname, home, anchor, words) if home else words


def _loose(
    store: Store, builder: Builder, docname: str, words: str, shown: Element
) -> Element | None:
    """Link the organization that words name, leaving a department before it as it is."""
    department, stated = store.organization(words)
    if stated is None:
        return None
    if shown.astext() != words:
        # A translation: its words don't tell where the department ends.
        return _to(store, builder, docname, stated, shown)
    name = words[len(department) :].lstrip(", ") if department else words
    if name == stated.record.id:
        name = stated.record.name
    link = _to(store, builder, docname, stated, nodes.inline("", name))
    return nodes.inline("", "", nodes.Text(f"{department}, "), link) if department else link
