"""Where the records live: the domain, its store, relations, queries, indices and freshness."""

from __future__ import annotations

from sphinx.application import Sphinx

from . import citation_style, events, unchanged
from .profile_domain import ProfileDomain


def register(app: Sphinx) -> None:
    """Add the domain and what keeps it true from build to build."""
    app.add_domain(ProfileDomain)
    events.register(app)
    citation_style.register(app)
    unchanged.register(app)
