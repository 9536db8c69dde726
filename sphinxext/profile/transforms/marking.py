"""The narrow mark of a page: a fingerprint of what it shows of records."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from docutils import nodes
from sphinx.addnodes import pending_xref

from ..domain.freshness import SHOWN
from ..domain.made import is_made
from ..domain.memory import mark_of
from ..domain.needs import ROLE_TYPES
from ..domain.profile_domain import ProfileDomain
from ..domain.remote import remote_mark


def narrow_mark(domain: ProfileDomain, docname: str, shown: Iterable[Iterable[nodes.Node]]) -> str:
    """Fingerprint a page from what fills its places and from what it refers to and states."""
    data = domain.data
    references = (need for need in data["needs"].get(docname, ()) if not need.whole)
    return mark_of(
        *(_nodes(domain, found) for found in shown),
        *(_end(domain, need.objtype, need.target, need.titled) for need in references),
        *(stated.mark for stated in data["stated"].get(docname, ())),
        repr(data["clock"].get(docname)),
        repr(domain.compared.pictures.get(docname)),
        *(text for text in domain.env.events.emit(SHOWN, docname) if text),
    )


def _nodes(domain: ProfileDomain, found: Iterable[nodes.Node]) -> str:
    """Fingerprint nodes as readers see them: words, structure, and where references lead now."""
    state = hashlib.blake2b(digest_size=12)
    for root in found:
        for node in root.findall():
            state.update(_words(domain, node).encode("utf-8", "surrogatepass"))
            state.update(b"\0")
    return state.hexdigest()


def _words(domain: ProfileDomain, node: nodes.Node) -> str:
    if isinstance(node, nodes.Text):
        return node.astext()
    assert isinstance(node, nodes.Element)
    told = [f"{key}={value!r}" for key, value in node.attributes.items() if value]
    if isinstance(node, pending_xref):
        told.append(_reference(domain, node))
    elif isinstance(node, nodes.image):
        told.append(str(domain.env.images.get(node["uri"], ("", ""))[1]))
    return f"<{node.tagname} {len(node.children)} {' '.join(told)}>"


def _reference(domain: ProfileDomain, node: pending_xref) -> str:
    if node["refdomain"] != "profile":
        return ""
    role = node["reftype"].partition(":")[0]
    titled = bool(node.get("refexplicit"))
    return _end(domain, ROLE_TYPES.get(role, role), node["reftarget"], titled)


def _end(domain: ProfileDomain, objtype: str, target: str, titled: bool) -> str:
    """Tell where a reference leads, and which words it shows if it has none of its own."""
    if objtype == "file":
        return str(is_made(domain, target))
    if objtype == "page":
        return str(target in domain.env.all_docs)
    found = domain.known(objtype, target)
    if not found:
        return remote_mark(domain.env, objtype, target)
    department = domain.store.organization(target)[0] if objtype == "organization" else ""
    if titled:
        return f"{department} {' '.join(str(domain.store.place(stated)) for stated in found)}"
    return f"{department} {' '.join(map(domain.marks.link, found))}"
