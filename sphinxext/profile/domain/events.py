"""When the domain is told: before reading, after each page, after all of them."""

from __future__ import annotations

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment

from ..config import WEB_BUILDERS, Settings
from ..log import Problem, warn
from .checks import unknown
from .needs import ROLE_TYPES, collect
from .page_words import words_of_page
from .profile_domain import ProfileDomain
from .roles import PubDomain


def register(app: Sphinx) -> None:
    """Connect to Sphinx's events."""
    app.connect("config-inited", _add_pub_domain)
    app.connect("builder-inited", _note_builder)
    app.connect("env-get-outdated", _grown_old)
    app.connect("env-before-read-docs", _look_at_files)
    app.connect("doctree-read", _note_needs)
    app.connect("warn-missing-reference", _warn_missing)


def _add_pub_domain(app: Sphinx, config: Config) -> None:
    if Settings.of(config).bare_names and not app.registry.has_domain(PubDomain.name):
        app.add_domain(PubDomain)


def _note_builder(app: Sphinx) -> None:
    if app.builder.name in WEB_BUILDERS:
        ProfileDomain.of(app.env).builder = app.builder


def _grown_old(
    _app: Sphinx, env: BuildEnvironment, _added: set[str], _changed: set[str], _removed: set[str]
) -> list[str]:
    return ProfileDomain.of(env).grown_old()


def _look_at_files(app: Sphinx, env: BuildEnvironment, _docnames: list[str]) -> None:
    ProfileDomain.of(env).look_at_files(str(app.confdir))


def _note_needs(app: Sphinx, doctree: nodes.document) -> None:
    domain = ProfileDomain.of(app.env)
    domain.note_needs(app.env.docname, collect(doctree))
    domain.note_words(app.env.docname, words_of_page(doctree))


def _warn_missing(_app: Sphinx, domain: Domain | None, node: pending_xref) -> bool | None:
    """Say which names come near to one that nobody states; loose words may name an outsider."""
    if not isinstance(domain, ProfileDomain):
        return None
    if not node.get("profile-loose") and not node.get("profile-listed"):
        objtype = ROLE_TYPES.get(node["reftype"].partition(":")[0], node["reftype"])
        message = unknown(domain.store, objtype, node["reftarget"], node.get("profile-field", ""))
        warn(Problem.REFERENCE, message, location=node)
    return True
