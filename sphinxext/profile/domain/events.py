"""When the domain is told: before reading, after each page, after all of them."""

from __future__ import annotations

from collections.abc import Iterable

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment

from ..log import Problem, warn
from . import freshness
from .checks import unknown
from .needs import ROLE_TYPES, collect
from .profile_domain import ProfileDomain


def register(app: Sphinx) -> None:
    """Connect to Sphinx's events."""
    app.connect("env-get-outdated", _grown_old)
    app.connect("doctree-read", _note_needs)
    app.connect("env-updated", _pages_to_write)
    app.connect("warn-missing-reference", _warn_missing)


def _grown_old(
    _app: Sphinx, env: BuildEnvironment, _added: set[str], _changed: set[str], _removed: set[str]
) -> list[str]:
    return ProfileDomain.of(env).grown_old()


def _note_needs(app: Sphinx, doctree: nodes.document) -> None:
    ProfileDomain.of(app.env).note_needs(app.env.docname, collect(doctree))


def _pages_to_write(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """Return the pages that show something which changed since this builder last wrote them."""
    domain = ProfileDomain.of(env)
    builder = f"{app.builder.name}:{app.outdir}"
    now = freshness.fingerprints(domain.data["needs"], domain.answers)
    before = domain.data["digests"].get(builder, {})
    domain.data["digests"][builder] = now
    return freshness.changed(before, now)


def _warn_missing(_app: Sphinx, domain: Domain | None, node: pending_xref) -> bool | None:
    """Say which names come near to one that nobody states; loose words may name an outsider."""
    if not isinstance(domain, ProfileDomain):
        return None
    if not node.get("profile-loose"):
        objtype = ROLE_TYPES.get(node["reftype"].partition(":")[0], node["reftype"])
        message = unknown(domain.store, objtype, node["reftarget"])
        warn(Problem.REFERENCE, message, location=node)
    return True
