"""References in a style of CSL: a style file of the user's, through citeproc-py.

The processor is an extra (``pip install sphinxext-profile[styles]``); without it, and for whatever
it can't do, :mod:`..model.citation` writes the reference.  Locales come with the processor: nothing
is fetched.

Each publication is set alone, so that a reference reads the same in every list; the number that
numeric styles put in front is left to the list.
"""

from __future__ import annotations

import warnings
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from ..model.citation import reference, title_spans
from ..model.csl import csl_name, to_csl
from ..model.names import PersonName, is_east_asian
from ..model.publication import Publication
from ..model.richtext import Block, Mark, RichText, Span
from ..model.urls import UrlError, safe_url
from .latex_math import math_to_text
from .latex_text import tidy

_CS = "{http://purl.org/net/xbiblio/csl}"
#: The processor lets through what looks like a tag; such signs wait in private characters.
_AWAY = str.maketrans("<>", "\ue000\ue001")
_BACK = str.maketrans("\ue000\ue001", "<>")
_MARKS: dict[str, Mark] = {
    "i": "emphasis",
    "em": "emphasis",
    "b": "strong",
    "strong": "strong",
    "sup": "sup",
    "sub": "sub",
}


class StyleError(ValueError):
    """A style that can't be used; the message names it and says why."""


class Style:
    """A style of CSL, read once and used for any number of publications.

    ``language`` is a tag (BCP 47) that overrides the style's own, or ``""``.

    Raises:
        StyleError: The file is no style, or the processor is not installed.

    """

    def __init__(self, path: Path, language: str = "") -> None:
        try:
            from citeproc import CitationStylesStyle
        except ImportError:
            raise StyleError(
                "citation styles need citeproc-py; install sphinxext-profile[styles]"
            ) from None
        try:
            if _doctype(path):
                raise StyleError(f"{path.name} declares a type of document, which no style has")
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                self._style = CitationStylesStyle(
                    str(path), locale=language or None, validate=False
                )
            root = self._style.root
            layout = root.find(f"{_CS}bibliography/{_CS}layout")
        except StyleError:
            raise
        except AttributeError:  # the elements of another format have no methods of a style
            raise StyleError(f"{path.name} is no style of CSL with a bibliography") from None
        except Exception as error:  # lxml and the processor raise of their own kinds
            raise StyleError(f"{path.name} can't be read as a style of CSL: {error}") from None
        if root.tag != f"{_CS}style" or layout is None:
            raise StyleError(f"{path.name} is no style of CSL with a bibliography")
        for element in list(layout.iter(f"{_CS}text", f"{_CS}number")):
            if element.get("variable") == "citation-number":
                element.getparent().remove(element)
        self._done: dict[Publication, RichText] = {}

    def reference(self, publication: Publication) -> RichText:
        """Return a publication as the style has it, or as the default style where that fails."""
        found = self._done.get(publication)
        if found is None:
            try:
                found = self._set(publication)
            except Exception:  # the processor fails on items that lack what a style asks for
                found = ()
            found = self._done[publication] = found or reference(publication)
        return found

    def _set(self, publication: Publication) -> RichText:
        from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter
        from citeproc.source.json import CiteProcJSON

        item = _item(publication)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            source = CiteProcJSON([item])
            found = CitationStylesBibliography(self._style, source, formatter.html)
            found.register(Citation([CitationItem("item")]))
            (entry,) = found.bibliography()
        spans = tuple(
            Span(span.text.translate(_BACK), span.marks, span.href)
            for span in html_spans(str(entry))
        )
        return (Block("paragraph", spans),) if spans else ()


def _doctype(path: Path) -> str:
    """Return what a file declares of its type; entities, which may name other files, stand there.

    The processor's own parser leaves it to the release of lxml whether it reads those.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
    return str(etree.parse(str(path), parser).docinfo.doctype)


def _item(publication: Publication) -> dict[str, Any]:
    """Return the data of a publication with what the processor would misread put another way."""
    item: dict[str, Any] = {
        name: value.translate(_AWAY) if isinstance(value, str) else value
        for name, value in to_csl(publication).items()
        if name != "event-title"
    }
    for role in ("author", "editor"):
        people = publication.authors if role == "author" else publication.editors
        if people:
            item[role] = [_name(person.name) for person in people]
    return {**item, "id": "item", "title": _title(publication)}


def _name(name: PersonName) -> dict[str, str]:
    """Return a name; one of East Asia stays whole, for the processor has no initials for it."""
    parts = {"literal": name.display} if is_east_asian(name.display) else csl_name(name)
    return {part: text.translate(_AWAY) for part, text in parts.items()}


def _title(publication: Publication) -> str:
    """Return the title with the one mark that the processor reads; others it prints as text."""
    words = [
        (math_to_text(span.text) if "math" in span.marks else span.text, "nocase" in span.marks)
        for span in title_spans(publication)
    ]
    shown = [(text.translate(_AWAY), keep) for text, keep in words]
    return "".join(f'<span class="nocase">{t}</span>' if keep else t for t, keep in shown)


class _Reader(HTMLParser):
    """The few tags that the processor writes, as marks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.spans: list[Span] = []
        self.open: list[tuple[str, Mark | None, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a tag."""
        href = ""
        if tag == "a":
            try:
                href = safe_url(dict(attrs).get("href") or "")
            except UrlError:
                href = ""
        self.open.append((tag, _MARKS.get(tag), href))

    def handle_endtag(self, tag: str) -> None:
        """Close a tag, and those that were left open in it."""
        for at in range(len(self.open) - 1, -1, -1):
            if self.open[at][0] == tag:
                del self.open[at:]
                return

    def handle_data(self, data: str) -> None:
        """Add words with the marks of the tags around them."""
        marks = tuple(dict.fromkeys(mark for _, mark, _ in self.open if mark))
        href = next((url for _, _, url in reversed(self.open) if url), "")
        self.spans.append(Span(data, marks, href))


def html_spans(html: str) -> tuple[Span, ...]:
    """Read the HTML of a processor as spans; a tag that is not known leaves its words."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tidy(reader.spans)
