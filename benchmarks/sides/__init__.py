"""The sides of a comparison: how a lab is written down, and the command that builds it."""

from __future__ import annotations

from .design import Design
from .generators import Hugo, Jekyll
from .markdown import Markdown
from .needs import Needs
from .profile import Profile

#: Side -> its pages and its command; all but sphinx-needs' show the same words.
SIDES: dict[str, type[Markdown]] = {
    "profile": Profile,
    "markdown": Markdown,
    "design": Design,
    "needs": Needs,
    "hugo": Hugo,
    "jekyll": Jekyll,
}

#: What the report calls them.
TITLES = {
    "profile": "sphinxext.profile",
    "markdown": "plain Markdown",
    "design": "sphinx-design cards",
    "needs": "sphinx-needs",
    "hugo": "Hugo",
    "jekyll": "Jekyll",
}

__all__ = ["SIDES", "TITLES", "Markdown"]
