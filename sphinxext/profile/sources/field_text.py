"""The raw text of a field: its spaces, its addresses, the HTML that exporters leave in it."""

from __future__ import annotations

import re

_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_WIDE = re.compile(r"[\t\n\r\f\v]|  ")
_HTML = {
    "i": r"\emph{",
    "em": r"\emph{",
    "b": r"\textbf{",
    "strong": r"\textbf{",
    "sup": r"\textsuperscript{",
    "sub": r"\textsubscript{",
    "tt": r"\texttt{",
    "code": r"\texttt{",
}
_TAG = re.compile(r"<(/?)(i|em|b|strong|sup|sub|tt|code|span|scp|p|jats:[a-z]+)(?: [^<>]*)?>")
_ENTITY = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&nbsp;": "\u00a0"}
_ENTITIES = re.compile("|".join(_ENTITY))


def narrow(text: str) -> str:
    """Write each run of spaces and line ends as one space; a space that does not break stays."""
    # A quick look first: most fields are short lines.
    if text.isprintable() and "  " not in text:
        return text
    return _SPACE.sub(" ", text) if _WIDE.search(text) else text


def squeeze(text: str) -> str:
    """Put text on one line; a space that does not break stays."""
    return narrow(text).strip(" ")


def verbatim(value: str) -> str:
    r"""Return an address or identifier as it is meant: nothing decoded but ``\_``, ``\url{}``."""
    text = value.strip()
    if "\\" in text or "{" in text:
        text = re.sub(r"\\(?:url|path|href|nolinkurl)\s*", "", text)
        text = re.sub(r"\\(?:textasciitilde|sim)\s*(?:\{\})?|\\~\s*(?:\{\})?|\$\\sim\$", "~", text)
        text = re.sub(r"\\textunderscore\s*(?:\{\})?", "_", text)
        text = re.sub(r"\\([%&$#_{}~^ /-])", r"\1", text)
        text = text.replace("{", "").replace("}", "")
    return text.strip()


def without_html(value: str) -> str:
    """Write the HTML that exporters leave in titles as LaTeX, where each tag is closed."""
    if "<" in value:
        tags = _TAG.findall(value)
        if tags and all(
            tags.count(("", name)) == tags.count(("/", name)) for name in {tag[1] for tag in tags}
        ):
            value = _TAG.sub(lambda m: "}" if m[1] else _HTML.get(m[2], "{\\relax "), value)
    if "&" in value:
        value = _ENTITIES.sub(lambda match: _ENTITY[match[0]], value)
    return value
