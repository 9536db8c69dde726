r"""JSON as a tree with places.

The standard library's reader gives no places, and YAML's refuses what JSON allows (tabs before a
line's first word, ``\ud83d\ude00`` for one character); so this one walks the text itself and
leaves strings to the standard library.
"""

from __future__ import annotations

import re
from json import JSONDecodeError, JSONDecoder

from .tree import Budget, Items, Node, Places, Scalar, Table, TreeError

_DECODER = JSONDecoder()
_BLANK = re.compile(r"[ \t\n\r]*")
_WORD = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null")


def parse(text: str) -> Node:
    """Read a JSON text.

    Raises:
        TreeError: It is no JSON, or it is too deep or too large.

    """
    return _Reader(text).whole()


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._places = Places(text)
        self._budget = Budget()

    def whole(self) -> Node:
        node = self._value(0)
        self._skip()
        if self._at < len(self._text):
            raise self._error("nothing may follow the value")
        return node

    def _skip(self) -> str:
        """Go on to the next sign and return it, ``""`` at the end."""
        match = _BLANK.match(self._text, self._at)
        self._at = match.end() if match else self._at
        return self._text[self._at : self._at + 1]

    def _error(self, message: str) -> TreeError:
        return TreeError(f"this is no JSON: {message}", *self._places.of(self._at))

    def _value(self, depth: int) -> Node:
        sign = self._skip()
        line, column = self._places.of(self._at)
        self._budget.spend(depth, line, column)
        if sign == "{":
            return Table(tuple(self._entries(depth + 1)), line, column)
        if sign == "[":
            return Items(tuple(self._items(depth + 1)), line, column)
        if sign == '"':
            return Scalar(self._string(), line, column)
        match = _WORD.match(self._text, self._at)
        if not match:
            raise self._error("a value is expected here")
        self._at = match.end()
        return Scalar(match[0], line, column, match[0] == "null")

    def _string(self) -> str:
        try:
            found, self._at = _DECODER.raw_decode(self._text, self._at)
        except JSONDecodeError as error:
            self._at = error.pos
            raise self._error(error.msg) from None
        return str(found)

    def _entries(self, depth: int) -> list[tuple[Scalar, Node]]:
        found: list[tuple[Scalar, Node]] = []
        while self._more("}", bool(found)):
            if self._skip() != '"':
                raise self._error("a name in double quotes is expected here")
            line, column = self._places.of(self._at)
            key = Scalar(self._string(), line, column)
            if self._skip() != ":":
                raise self._error("':' is expected here")
            self._at += 1
            found.append((key, self._value(depth)))
        return found

    def _items(self, depth: int) -> list[Node]:
        found: list[Node] = []
        while self._more("]", bool(found)):
            found.append(self._value(depth))
        return found

    def _more(self, end: str, follows: bool) -> bool:
        """Step over the opening bracket or a comma; tell whether a further part comes."""
        if not follows:
            self._at += 1
            if self._skip() == end:
                self._at += 1
                return False
            return True
        sign = self._skip()
        if sign == end:
            self._at += 1
            return False
        if sign != ",":
            raise self._error(f"',' or {end!r} is expected here")
        self._at += 1
        return True
