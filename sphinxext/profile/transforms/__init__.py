"""What is filled in later: listings in every builder, and names that the page already says."""

from __future__ import annotations

from sphinx.application import Sphinx

from .listings import FillListings
from .page_title import DropNameSaidByPage


def register(app: Sphinx) -> None:
    """Add the transforms."""
    app.add_transform(DropNameSaidByPage)
    app.add_post_transform(FillListings)
