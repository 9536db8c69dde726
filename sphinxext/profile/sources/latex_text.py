r"""LaTeX in the fields of a bibliography, as plain and as rich text.

Most fields hold none, and are told apart by one regular expression.  What is read is the LaTeX
that bibliographies have: accents, letters and signs, emphasis, links, formulas, braces that
protect the case of words.  A command that is not known is left out and its argument is kept.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from ..model.richtext import Block, Mark, RichText, Span
from ..model.urls import UrlError, safe_url
from .field_text import narrow, squeeze, verbatim, without_html
from .latex_math import math_to_text
from .latex_tables import ACCENTS, ESCAPES, MARKED, SWITCHES, SYMBOLS, UNPRINTED

_LATEX = re.compile(r"[\\{}$~]|--|``|''")
_MARKUP = re.compile(r"[\\{}$~<&]|--|``|''")
_TOKEN = re.compile(
    r"\\([A-Za-z]+)\*?[ \t\n]*|\\(.)|([{}$~])|(---?|``|'')|([^\\{}$~\-`']+|.)", re.DOTALL
)
#: A macro of another style alone in a field: its name is all there is to show.
_ALONE = re.compile(r"[\s{]*\\([A-Za-z]+)[\s{}]*$")
_PARAGRAPH = re.compile(r"(?:\n[ \t]*){2,}|\\par\b\s*")
_SIGNS = {"--": "–", "---": "—", "``": "“", "''": "”", "~": "\u00a0"}

#: Groups that are nested deeper than this are read as if they were flat.
_DEEPEST = 60


@lru_cache(maxsize=1 << 14)
def to_plain(value: str) -> str:
    """Return a field's words without any markup, on one line."""
    if not _LATEX.search(value):
        return squeeze(value)
    text = squeeze("".join(_words(span) for span in _Reader(value).read()))
    if not text and (match := _ALONE.match(value)):
        return match[1]
    return text


def to_spans(value: str) -> tuple[Span, ...]:
    """Return a field's words with their markup, on one line."""
    if not _MARKUP.search(value):
        text = squeeze(value)
        return (Span(text),) if text else ()
    return tidy(_Reader(without_html(value)).read())


def to_rich(value: str) -> RichText:
    r"""Return a field as paragraphs, which blank lines or ``\par`` part."""
    parts = _PARAGRAPH.split(value) if "\n" in value or "\\par" in value else [value]
    return tuple(Block("paragraph", spans) for part in parts if (spans := to_spans(part)))


def plain_of(spans: tuple[Span, ...]) -> str:
    """Return the words of spans, formulas written as text."""
    return squeeze("".join(_words(span) for span in spans))


def _words(span: Span) -> str:
    return math_to_text(span.text) if "math" in span.marks else span.text


def tidy(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Join neighbours of one kind and squeeze the spaces, also those between two spans."""
    runs: list[tuple[Span, list[str]]] = []
    after_space = True
    for span in spans:
        text = span.text if "math" in span.marks else narrow(span.text)
        if after_space and text.startswith(" "):
            text = text[1:]
        if not text:
            continue
        after_space = text.endswith(" ")
        if runs and runs[-1][0].marks == span.marks and runs[-1][0].href == span.href:
            runs[-1][1].append(text)
        else:
            runs.append((span, [text]))
    joined = [Span("".join(texts), span.marks, span.href) for span, texts in runs]
    if joined and joined[-1].text.endswith(" "):
        last = joined.pop()
        if text := last.text.rstrip(" "):
            joined.append(Span(text, last.marks, last.href))
    return tuple(joined)


@dataclass(slots=True)
class _Group:
    """An open brace: what it marks and what stands in it so far."""

    marks: tuple[Mark, ...] = ()
    href: str = ""
    accent: str = ""
    purpose: str = ""
    spans: list[Span] = field(default_factory=list)


class _Reader:
    """One pass over a value, with a stack of the groups that are open."""

    def __init__(self, value: str) -> None:
        self.value = value
        self.stack = [_Group()]
        self.pending: _Group | None = None
        self.flat = 0
        self.missing: set[str] = set()

    def read(self) -> list[Span]:
        position = 0
        while match := _TOKEN.match(self.value, position):
            position = match.end()
            command, escaped, special, sign, text = match.groups()
            if command:
                self._command(command)
            elif escaped:
                self._escaped(escaped)
            elif special == "$":
                position = self._formula(position, "$")
            elif special == "{":
                position = self._open(position)
            elif special == "}":
                self._close()
            elif sign or special:
                self._text(_SIGNS[sign or special])
            else:
                self._text(text)
            if escaped == "(":
                position = self._formula(position, "\\)")
        while len(self.stack) > 1:
            self._close()
        return self.stack[0].spans

    @property
    def _top(self) -> _Group:
        return self.stack[-1]

    def _text(self, text: str) -> None:
        """Add words; the first of them may be the argument of a command before."""
        if self.pending and self.pending.purpose:
            self.pending = None
        if self.pending and text.strip():
            pending, self.pending = self.pending, None
            text = text.lstrip()
            self.stack.append(pending)
            pending.spans.append(Span(text[0], pending.marks, pending.href))
            self._close()
            text = text[1:]
        if text:
            self._top.spans.append(Span(text, self._top.marks, self._top.href))

    def _open(self, position: int) -> int:
        """Open a group, or read the address that stands in it; return the index behind."""
        group, self.pending = self.pending, None
        if group and group.purpose in {"url", "href"}:
            return self._link(position, group)
        if len(self.stack) > _DEEPEST:
            self.flat += 1
            return position
        if group is None:
            top = self._top
            group = _Group(top.marks, top.href)
            if self.value[position : position + 1].isalnum() and "nocase" not in group.marks:
                group.marks = (*group.marks, "nocase")
        self.stack.append(group)
        return position

    def _link(self, position: int, group: _Group) -> int:
        end = self._find("}", position)
        url = verbatim(self.value[position : len(self.value) if end < 0 else end])
        if group.purpose == "url":
            self._top.spans.append(Span(url, self._top.marks, _address(url)))
        else:
            self.pending = _Group(self._top.marks, _address(url) or self._top.href)
        return len(self.value) if end < 0 else end + 1

    def _find(self, wanted: str, start: int) -> int:
        """Find a closing sign; one that is not there is looked for once only."""
        if wanted in self.missing:
            return -1
        end = self.value.find(wanted, start)
        while end > 0 and wanted[0] == "$" and self.value[end - 1] == "\\":
            end = self.value.find(wanted, end + 1)
        if end < 0:
            self.missing.add(wanted)
        return end

    def _close(self) -> None:
        if self.flat:
            self.flat -= 1
            return
        if len(self.stack) == 1:
            return
        self._drop_pending()
        group = self.stack.pop()
        if group.accent:
            self._top.spans += _accented(group)
        elif not group.purpose:
            self._top.spans += group.spans

    def _drop_pending(self) -> None:
        if self.pending and self.pending.accent:
            self._top.spans += _accented(self.pending)
        self.pending = None

    def _command(self, name: str) -> None:
        top = self._top
        if name in ACCENTS:
            self._accent(ACCENTS[name])
        elif name in SYMBOLS:
            if self.pending and self.pending.accent:
                self._text({"i": "i", "j": "j"}.get(name, SYMBOLS[name]))
            else:
                self._text(SYMBOLS[name])
        elif name in MARKED:
            mark = MARKED[name]
            marks = top.marks if mark in top.marks else (*top.marks, mark)
            self.pending = _Group(marks, top.href)
        elif name in SWITCHES:
            if SWITCHES[name] not in top.marks:
                top.marks = (*top.marks, SWITCHES[name])
        elif name in UNPRINTED:
            self.pending = _Group(purpose="unprinted")
        elif name in {"url", "path", "nolinkurl", "href"}:
            self.pending = _Group(top.marks, purpose="href" if name == "href" else "url")
        elif name == "ensuremath":
            self.pending = _Group((*top.marks, "math"), top.href)
        else:
            self.pending = _Group(top.marks, top.href)

    def _escaped(self, char: str) -> None:
        if char in ACCENTS:
            self._accent(ACCENTS[char])
        elif char in ESCAPES:
            self._text(ESCAPES[char])
        elif char not in "()[]":
            self._text(char)

    def _accent(self, combining: str) -> None:
        top = self._top
        accent = combining
        if self.pending and self.pending.accent:
            accent = combining + self.pending.accent
        self.pending = _Group(top.marks, top.href, accent=accent)

    def _formula(self, start: int, closing: str) -> int:
        """Add the formula that starts at an index; return the index behind it."""
        doubled = closing == "$" and self.value.startswith("$", start)
        closing = "$$" if doubled else closing
        begin = start + doubled
        end = self._find(closing, begin)
        if end < 0:
            self._text("$" if closing != "\\)" else "(")
            return start
        self._drop_pending()
        if tex := squeeze(self.value[begin:end]):
            self._top.spans.append(Span(tex, (*self._top.marks, "math"), self._top.href))
        return end + len(closing)


def _accented(group: _Group) -> list[Span]:
    """Put the accent of a group on its first letter."""
    spans = group.spans or [Span(" ", group.marks, group.href)]
    first = spans[0]
    letter = {"ı": "i", "ȷ": "j"}.get(first.text[:1], first.text[:1])
    composed = unicodedata.normalize("NFC", letter + group.accent) if letter.strip() else ""
    return [Span(composed + first.text[1:], first.marks, first.href), *spans[1:]]


def _address(url: str) -> str:
    try:
        return safe_url(verbatim(url))
    except UrlError:
        return ""
