"""What is filled in later: front matter, listings, names that the page says, translated words."""

from __future__ import annotations

from sphinx.application import Sphinx

from . import front_matter, rewriting
from .index_names import NameIndices
from .listings import FillListings
from .long_words import CutLongWords
from .made_links import LinkMadeFiles
from .page_title import DropNameSaidByPage
from .plain_links import WriteAddresses
from .words import keep_words


def register(app: Sphinx) -> None:
    """Add the transforms."""
    front_matter.register(app)
    rewriting.register(app)
    app.add_transform(DropNameSaidByPage)
    app.connect("doctree-read", keep_words)
    app.add_post_transform(FillListings)
    app.add_post_transform(NameIndices)
    app.add_post_transform(LinkMadeFiles)
    app.add_post_transform(WriteAddresses)
    app.add_post_transform(CutLongWords)
