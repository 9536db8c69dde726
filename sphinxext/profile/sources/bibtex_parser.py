"""pybtex's parser for the grammar of BibTeX, set to one block and to noting faults.

It is loaded with the first block that it is needed for: few bibliographies have one.
"""

from __future__ import annotations

import re

from pybtex.database.input.bibtex import LowLevelParser
from pybtex.scanner import Pattern, PybtexSyntaxError, Token

from .bibtex_macros import Macros


class BlockParser(LowLevelParser):  # type: ignore[misc]
    """pybtex's parser for one block, which notes faults instead of raising them."""

    pos: int

    def __init__(self, text: str, macros: Macros) -> None:
        super().__init__(text, macros=macros)
        self.faults: list[PybtexSyntaxError] = []
        self.unknown: list[tuple[str, int]] = []

    def refuse(self, words: str) -> None:
        """Note a fault that the grammar doesn't know."""
        self.faults.append(PybtexSyntaxError(words, self))

    def handle_error(self, error: PybtexSyntaxError) -> None:
        """Note a fault and go on."""
        self.faults.append(error)

    def substitute_macro(self, name: str) -> str:
        """Replace a macro, or keep its name: no word of an author is lost."""
        try:
            return self.macros[name]  # type: ignore[no-any-return]
        except KeyError:
            self.unknown.append((name, self.lineno))
            return name

    def skip_to(self, patterns: list[Pattern]) -> Token | None:
        """Find the first of several signs in one search.

        The method of the library looks for each of them to the end of the text, again and again:
        a quoted abstract with thousands of braces takes it minutes.
        """
        if not (match := _ANY_OF[len(patterns)].search(self.text, self.pos)):
            return None
        value = self.text[self.pos : match.end()]
        self.pos = match.end()
        self.update_lineno(value)
        sign = match[0]
        return Token(value, next(p for p in patterns if p.match(sign)))


#: The parser looks for "@", for braces, or for braces and quotes.
_ANY_OF = {1: re.compile("@"), 2: re.compile("[{}]"), 3: re.compile('[{}"]')}


#: What the parser says -> what it means to whoever typed the entry.
_FAULTS = {
    "'}' expected": "a comma between two fields or the closing brace is missing",
    "')' expected": "a comma between two fields or the closing bracket is missing",
    "'=' expected": "a field has no '='",
    "field value expected": "a field has no value",
    "unbalanced braces": "a brace or a quote is not closed",
    "premature end of file": "a brace or a quote is not closed",
    "too many nested braces": "braces are nested more than a hundred deep",
}


def first_fault(parser: BlockParser | None, line: int) -> tuple[str, int]:
    """Say what the parser found wrong first, and in which line."""
    if parser is None or not parser.faults:
        return "it can't be read", line
    first = parser.faults[0]
    words = str(first.args[0]) if first.args else str(first)
    return _FAULTS.get(words, words), line + (first.lineno or 1) - 1
