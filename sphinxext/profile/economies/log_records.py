"""Spares a build the records of its log that nobody reads: a hundredth of one with short pages.

Sphinx's logger takes everything and leaves it to its handlers what is told, so that each event
becomes a record, with its place in the code, which all of them refuse unless ``-vv`` is given; and
so does each directive, node and event that an extension names.
"""

from __future__ import annotations

import logging

from sphinx.application import Sphinx
from sphinx.util.logging import NAMESPACE


def register(app: Sphinx) -> None:
    """Refuse them from now on, and again when all handlers are there."""
    _refuse_at_once(app)
    app.connect("builder-inited", _refuse_at_once, priority=0)


def _refuse_at_once(_app: Sphinx) -> None:
    # Sphinx takes everything again when it sets its log up for the next build.
    logger = logging.getLogger(NAMESPACE)
    logger.setLevel(min((handler.level for handler in logger.handlers), default=logger.level))
