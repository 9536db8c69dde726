"""What is filled in later: front matter, listings, and names that the page already says."""

from __future__ import annotations

from sphinx.application import Sphinx

from . import front_matter
from .listings import FillListings
from .page_title import DropNameSaidByPage


def register(app: Sphinx) -> None:
    """Add the transforms."""
    front_matter.register(app)
    app.add_transform(DropNameSaidByPage)
    app.add_post_transform(FillListings)
