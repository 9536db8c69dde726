"""A .bib file as raw entries: where each block starts and ends, and what its fields hold.

The grammar is pybtex's: one parser for each block.  What stands here is the care around it.  The
blocks are told apart first, so that a fault ends with its block; the line of each is kept; a
block that the parser refuses is read field by field (:mod:`.bibtex_salvage`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from ..model.nearest import did_you_mean
from ..model.quoting import shown
from .bibtex_macros import LONGEST_MACRO, Macros
from .bibtex_plain import brace_pairs, plain_entry, plain_macro
from .bibtex_salvage import salvage

if TYPE_CHECKING:
    from .bibtex_parser import BlockParser

Report = Callable[[str, int], None]

_START = re.compile(r"(?<![\w.\\])@[ \t]*([A-Za-z][\w-]*)\s*([{(])")
_BOUNDARY = re.compile(r"^[ \t]*(@)[ \t]*[A-Za-z][\w-]*\s*[{(]", re.MULTILINE)
_COMMENT_LINE = re.compile(r"^[ \t]*%[^\n]*", re.MULTILINE)
#: Text between entries is free, unless it looks like a piece of one.
_PIECE = re.compile(r"^[ \t]*(?:,[ \t]*)?[A-Za-z][\w+-]*[ \t]*=[ \t]*[{\"\w]|[{}]", re.MULTILINE)
_REST = re.compile(r"\s*,\s*[A-Za-z][\w+:.-]*\s*=")
_KEY_AND_COMMA = re.compile(r"\s*[^\s,]+\s*,")
_LATE_KEY = re.compile(r"\s*[A-Za-z][\w+-]*\s*=")
_KEY = re.compile(r"\s*([^\s,{}=]*)\s*,?")

#: An entry that seems to hold more entries than this has lost a brace.
_MOST_INNER = 8

#: Unknown macros for which a near one is looked for.
_MOST_HINTS = 20

COMMANDS = frozenset({"string", "preamble", "comment"})


class RawEntry(NamedTuple):
    """An entry as it was typed: fields in order, macros replaced, LaTeX untouched."""

    type: str
    key: str
    fields: tuple[tuple[str, str], ...]
    line: int


class _Lines:
    """The line of an index, asked for in rising order."""

    def __init__(self, text: str) -> None:
        self.text, self.at, self.line = text, 0, 1

    def __call__(self, index: int) -> int:
        if index < self.at:
            return self.text.count("\n", 0, index) + 1
        self.line += self.text.count("\n", self.at, index)
        self.at = index
        return self.line


def read_blocks(text: str, macros: Macros, report: Report) -> Iterator[RawEntry]:
    """Yield the entries of a file in order; name every fault to ``report(message, line)``."""
    scanner = _Scanner(text, macros, report)
    yield from scanner.entries()


class _Span(NamedTuple):
    """Where a block starts, opens and ends, and where the next one may start."""

    start: int
    opening: int
    end: int | None
    boundary: int


class _Scanner:
    def __init__(self, text: str, macros: Macros, report: Report) -> None:
        self.text, self.macros, self.report = text, macros, report
        self.closing = brace_pairs(text)
        self.boundaries = [match.start(1) for match in _BOUNDARY.finditer(text)]
        self.line = _Lines(text)
        self.unknown: set[str] = set()

    def entries(self) -> Iterator[RawEntry]:
        at = 0
        while match := _START.search(self.text, at):
            start, kind = match.start(), match[1].lower()
            line_start = self.text.rfind("\n", at, start) + 1 or at
            if self.text[line_start:start].lstrip().startswith("%"):
                end = self.text.find("\n", start)
                at = len(self.text) if end < 0 else end
                continue
            self._between(at, start)
            opening = match.end() - 1
            if kind == "comment":
                at = self._comment(start, opening)
                continue
            entry, at = self._block(kind, start, opening)
            if entry:
                yield entry
        self._between(at, len(self.text))

    def _between(self, start: int, end: int) -> None:
        """Look for pieces of entries in the text between two blocks."""
        text = self.text[start:end]
        if text.isspace() or not text:
            return
        if "%" in text:
            text = _COMMENT_LINE.sub(lambda match: " " * len(match[0]), text)
        if match := _PIECE.search(text):
            words = text[match.start() :].strip().split("\n", 1)[0]
            line = self.line(start + match.start())
            self.report(
                f"text outside of any entry is not read: {shown(words)}; "
                "is a brace too many above it, or '@type{key,' missing?",
                line,
            )

    def _comment(self, start: int, opening: int) -> int:
        """Return the index behind an ``@comment``."""
        end = self._end(opening)
        if end is None:
            self.report("@comment is not closed: only its first line is left out", self.line(start))
            found = self.text.find("\n", start)
            return len(self.text) if found < 0 else found
        return end

    def _block(self, kind: str, start: int, opening: int) -> tuple[RawEntry | None, int]:
        """Read one block; return its entry, if it is one, and the index behind it."""
        line = self.line(start)
        boundary = self._next_boundary(start)
        end = self._end(opening)
        span = _Span(start, opening, end, boundary)
        if end is not None and kind == "string" and self._plain_macro(span):
            return None, end
        if end is not None and (entry := self._plain(kind, span)):
            return entry, end
        parser = None
        if end is not None and boundary < end:
            parser = self._parse_whole(start, end)
            end = end if parser else None
        if end is not None:
            parser = parser or self._parse(start, end)
            if kind not in COMMANDS and _REST.match(self.text, end):
                parser.refuse("a brace too many")
                end = boundary
        if parser is None or parser.faults:
            return self._faulty(kind, _Span(start, opening, end, boundary), parser)
        self._name_unknown(parser, kind, line)
        self._tell_cut(line)
        if kind in COMMANDS:
            return None, end if end is not None else boundary
        if not parser.current_entry_key:
            return self._faulty(kind, _Span(start, opening, end, boundary), parser)
        if parser.current_fields and not _KEY_AND_COMMA.match(self.text, opening + 1):
            self.report(f"entry {parser.current_entry_key!r}: no comma behind its key", line)
        fields = tuple((name, "".join(parts)) for name, parts in parser.current_fields)
        return RawEntry(kind, parser.current_entry_key, fields, line), end or boundary

    def _plain(self, kind: str, span: _Span) -> RawEntry | None:
        """Read an entry that needs no parser."""
        end = span.end or 0
        if span.boundary < end or kind in COMMANDS or self.text[span.opening] != "{":
            return None
        found = plain_entry(self.text, span.opening + 1, end - 1, self.closing, self.macros)
        if not found or _REST.match(self.text, end):
            return None
        key, fields = found
        return RawEntry(kind, key, tuple(fields), self.line(span.start))

    def _plain_macro(self, span: _Span) -> bool:
        """Read an ``@string`` that needs no parser, and tell whether it is one."""
        end = span.end or 0
        if span.boundary < end or self.text[span.opening] != "{":
            return False
        found = plain_macro(self.text, span.opening + 1, end - 1, self.closing, self.macros)
        if found:
            self.macros[found[0]] = found[1]
            self._tell_cut(self.line(span.start))
        return found is not None

    def _tell_cut(self, line: int) -> None:
        while self.macros.cut:
            name = self.macros.cut.pop()
            words = f"@string {name!r} is cut behind its first {LONGEST_MACRO} characters"
            self.report(words, line)

    def _parse_whole(self, start: int, end: int) -> BlockParser | None:
        """Read a block in which another one seems to start; ``None`` where that must be so."""
        inner = self.boundaries[
            bisect_right(self.boundaries, start) : bisect_right(self.boundaries, end)
        ]
        if len(inner) > _MOST_INNER:
            return None
        parser = self._parse(start, end)
        if parser.faults:
            return None
        for at in inner:
            words = self.text[at:end].split(",", 1)[0].split("\n", 1)[0].strip()
            self.report(
                f"a value of entry {parser.current_entry_key!r} holds {shown(words)}; "
                "if that is an entry of its own, a brace is missing above it",
                self.line(at),
            )
        return parser

    def _name_unknown(self, parser: BlockParser, kind: str, line: int) -> None:
        """Report each macro that nobody defined, where it is met first."""
        for name, offset in parser.unknown:
            if name.lower() in self.unknown:
                continue
            self.unknown.add(name.lower())
            # Each hint is a comparison with every macro there is.
            hint = did_you_mean(name, self.macros) if len(self.unknown) <= _MOST_HINTS else ""
            self.report(
                f"{_called(parser.current_entry_key, kind)}: no @string says what {name!r} means, "
                f"so it stands for itself; write {{{name}}} where that is right"
                + (f", or {hint}" if hint else ""),
                line + offset - 1,
            )

    def _faulty(
        self, kind: str, span: _Span, parser: BlockParser | None
    ) -> tuple[RawEntry | None, int]:
        """Read what can be read of a block that the parser refused."""
        start, opening, end = span.start, span.opening, span.end
        line = self.line(start)
        stop = span.boundary if end is None else end
        if kind in COMMANDS:
            words = shown(self.text[start:stop].strip().split("\n", 1)[0])
            self.report(f"@{kind} can't be read: {words}", line)
            return None, stop
        key_match = _KEY.match(self.text, opening + 1, stop)
        key = key_match[1] if key_match else ""
        if not key or _LATE_KEY.match(self.text, opening + 1, stop):
            words = " ".join(self.text[start:stop].split())
            self.report(f"an entry has no key and is left out: {shown(words)}", line)
            return None, stop
        fields = salvage(self.text, key_match.end() if key_match else stop, stop, self.macros)
        from .bibtex_parser import first_fault

        fault, where = first_fault(parser, line)
        if end is None:
            fault = "a brace or a quote is not closed"
        kept = ", ".join(dict.fromkeys(name.lower() for name, _ in fields)) or "nothing"
        self.report(f"entry {key!r} is malformed: {fault}; of its fields are read: {kept}", where)
        return RawEntry(kind, key, tuple(fields), line), stop

    def _parse(self, start: int, end: int) -> BlockParser:
        # Most bibliographies need no parser.
        from .bibtex_parser import BlockParser

        parser = BlockParser(self.text[start:end], self.macros)
        next(iter(parser), None)
        return parser

    def _next_boundary(self, start: int) -> int:
        index = bisect_right(self.boundaries, start)
        return self.boundaries[index] if index < len(self.boundaries) else len(self.text)

    def _end(self, opening: int) -> int | None:
        """Return the index behind the bracket that closes a block."""
        if self.text[opening] == "{":
            closing = self.closing.get(opening)
            return None if closing is None else closing + 1
        limit = self._next_boundary(opening)
        at, quoted = opening + 1, False
        while match := _ROUND.search(self.text, at, limit):
            at = match.end()
            if match[0] == "{":
                if (closing := self.closing.get(match.start())) is None:
                    return None
                at = closing + 1
            elif match[0] == '"':
                quoted = not quoted
            elif not quoted:
                return at
        return None


_ROUND = re.compile(r'[{)"]')


def _called(key: str | None, kind: str) -> str:
    return f"entry {key!r}" if key else f"@{kind}"
