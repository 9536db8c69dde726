"""Text to copy, such as an entry of a bibliography: a script adds the button."""

from __future__ import annotations

from html import escape

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from .. import nodes as own
from ..i18n import _
from .markup import attribute, text


def visit_source(self: HTML5Translator, node: own.profile_source) -> None:
    """Write the text with the words that its button needs."""
    words = "".join(f' {name}="{attribute(value)}"' for name, value in copy_words().items())
    self.body.append(f'<div class="profile-bibtex"{words}>\n{_text(node.astext())}</div>\n')
    raise nodes.SkipNode


def folded(source: str, label: str) -> str:
    """Write the text behind a button that unfolds it."""
    return (
        f'<details class="profile-disclosure profile-bibtex"><summary>{text(label)}'
        f"</summary>\n{_text(source)}</details>\n"
    )


def copy_words() -> dict[str, str]:
    """Return the words on the button as attributes, on the text or anything around it."""
    return {"data-copy": _("Copy"), "data-copied": _("Copied")}


def _text(source: str) -> str:
    return f'<pre class="profile-source" tabindex="0">{escape(source, quote=False)}</pre>'
