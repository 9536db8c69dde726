"""What authors write: one file per directive."""

from __future__ import annotations

from docutils.parsers.rst import Directive
from docutils.parsers.rst import directives as _directives
from docutils.parsers.rst import roles as _roles
from sphinx.application import Sphinx

from ..config import Settings, place
from ..domain.needs import ROLE_TYPES
from ..domain.roles import BareRole
from ..log import Problem, warn
from .cv import CvDirective, check_variants
from .entry import EntryDirective
from .news import NewsDirective
from .news_list import NewsListDirective
from .organization import OrganizationDirective
from .organizations import OrganizationsDirective
from .people import PeopleDirective
from .profile import ProfileDirective
from .project_card import ProjectCardDirective
from .projects import ProjectsDirective
from .publications import PublicationsDirective
from .timeline import TimelineDirective
from .timeline_of import TimelineOfDirective

#: Every directive by its name in the domain.
DIRECTIVES: dict[str, type[Directive]] = {
    "profile": ProfileDirective,
    "timeline": TimelineDirective,
    "entry": EntryDirective,
    "project-card": ProjectCardDirective,
    "organization": OrganizationDirective,
    "news": NewsDirective,
    "people": PeopleDirective,
    "projects": ProjectsDirective,
    "organizations": OrganizationsDirective,
    "news-list": NewsListDirective,
    "publications": PublicationsDirective,
    "timeline-of": TimelineOfDirective,
    "cv": CvDirective,
}


def register(app: Sphinx) -> None:
    """Add the directives to the domain; the bare names follow when all extensions are loaded."""
    for name, directive in DIRECTIVES.items():
        app.add_directive_to_domain("profile", name, directive)
    app.connect("config-inited", check_variants)
    app.connect("builder-inited", _add_bare_names)


def _add_bare_names(app: Sphinx) -> None:
    """Offer ``timeline`` for ``profile:timeline`` wherever nobody else has taken the name."""
    if not Settings.of(app.config).bare_names:
        return
    for name, directive in DIRECTIVES.items():
        taken = _directives._directives.get(name)  # type: ignore[attr-defined]
        if taken not in {None, directive}:
            _warn_taken(app, "directive", name, f"{taken.__module__}.{taken.__qualname__}")
        else:
            _directives.register_directive(name, directive)
    for name in ROLE_TYPES:
        held = _roles._roles.get(name)  # type: ignore[attr-defined]
        if held is not None and not isinstance(held, BareRole):
            _warn_taken(app, "role", name, getattr(held, "__module__", type(held).__module__))
        else:
            _roles.register_local_role(name, BareRole(name))  # type: ignore[arg-type]


def _warn_taken(app: Sphinx, what: str, name: str, owner: str) -> None:
    message = f"the {what} {name!r} belongs to {owner}; write 'profile:{name}' for ours"
    warn(Problem.NAME_TAKEN, message, location=place(app.confdir, "extensions"))
