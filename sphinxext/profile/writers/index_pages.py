"""The pages of indices in HTML: Sphinx's template writes their headings as they are.

The template escapes names and not the letters above them (Sphinx 8.1 to 9.2).  In the index of
tags those are what authors wrote.
"""

from __future__ import annotations

from html import escape
from typing import Any

from sphinx.application import Sphinx


def register(app: Sphinx) -> None:
    """Have the headings escaped before a page is written."""
    app.connect("html-page-context", _escape_headings)


def _escape_headings(
    _app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], _doctree: object
) -> None:
    if templatename == "domainindex.html" and pagename.startswith("profile-"):
        context["content"] = [(escape(head), entries) for head, entries in context["content"]]
