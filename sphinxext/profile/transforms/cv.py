"""Fill the place of a CV."""

from __future__ import annotations

from docutils import nodes

from ..domain.cv import compose
from ..domain.cv_plan import DOWNLOADS, Plan
from ..render.cv import cv, downloads
from .listed import Listed


def show_cv(listed: Listed, words: str) -> list[nodes.Node]:
    """Show the CV of a plan, with buttons for the files that are made of it."""
    plan = Plan.loads(words)
    found = compose(listed.domain.answers, plan, listed.language)
    if found is None:
        return []
    made = listed.domain.cv_files.get((listed.docname, words), ())
    files = [(DOWNLOADS[kind], address, kind) for kind, address in made]
    block = cv(found, listed.docname, heading=plan.heading, photo=plan.photo)
    if files:
        block.insert(1, downloads(files))
    return [block]
