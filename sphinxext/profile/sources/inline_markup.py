"""The little Markdown and HTML that al-folio's free fields hold, as rich text.

``additional_info``, ``annotation``, ``award`` and ``abstract`` are shown as they are there; people
write links, emphasis and ``<br>`` into them.  LaTeX is read as well.
"""

from __future__ import annotations

import re

from ..model.richtext import Block, Mark, RichText, Span
from ..model.urls import UrlError, safe_url
from .latex_text import to_rich

_MARKED = re.compile(
    r"\[(?P<label>[^\[\]\n]{1,400})\]\((?P<url>[^()\s]{1,2000})\)"
    r"|(?P<strong>\*\*(?=\S)(?:[^*\n]{1,400})(?<=\S)\*\*)"
    r"|(?P<emphasis>(?<![\w*])\*(?=[^\s*])(?:[^*\n]{1,400})(?<=[^\s*])\*(?![\w*]))"
    r"|(?P<code>`[^`\n]{1,400}`)"
    r"|<a\s[^<>]{0,200}?href=[\"']?(?P<href>[^\"'<>\s]{1,2000})[\"']?[^<>]{0,200}>"
    r"(?P<anchor>[^<>]{1,400})</a>"
)
_BREAK = re.compile(r"<br\s*/?>|</p>\s*<p>")
_HINT = re.compile(r"[*`<\]]")


def read_inline(value: str) -> RichText:
    """Read a free field; what is neither LaTeX nor simple markup stays as it was typed."""
    if "<" in value:
        value = _BREAK.sub("\n\n", value)
    text = to_rich(value)
    if not _HINT.search(value):
        return text
    return tuple(
        Block(block.kind, tuple(part for span in block.spans for part in _parts(span)))
        for block in text
    )


def _parts(span: Span) -> list[Span]:
    """Take a span apart at the links and the emphasis in its text."""
    if span.href or "math" in span.marks or "code" in span.marks:
        return [span]
    parts: list[Span] = []
    at = 0
    for match in _MARKED.finditer(span.text):
        parts.append(Span(span.text[at : match.start()], span.marks))
        parts.append(_marked(match, span.marks))
        at = match.end()
    parts.append(Span(span.text[at:], span.marks))
    return [part for part in parts if part.text]


def _marked(match: re.Match[str], marks: tuple[Mark, ...]) -> Span:
    if url := match["url"] or match["href"]:
        try:
            return Span(match["label"] or match["anchor"], marks, safe_url(url))
        except UrlError:
            return Span(match[0], marks)
    if match["strong"]:
        return Span(match["strong"][2:-2], (*marks, "strong"))
    if match["emphasis"]:
        return Span(match["emphasis"][1:-1], (*marks, "emphasis"))
    return Span(match["code"][1:-1], (*marks, "code"))
