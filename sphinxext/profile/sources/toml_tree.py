"""TOML as a tree with places.

The standard library's reader decides what is TOML and gives the values; it knows no places, so a
walk over the text, which is then known to be well formed, finds where each key and value stands.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any

from .tree import DEEPEST, Budget, Items, Node, Places, Scalar, Table, TreeError

#: Where a value stands: keys and list positions from the root, and the place of the value's name.
_Path = tuple[str | int, ...]

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_BASIC = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_LITERAL = re.compile(r"'[^']*'")
_LONG_BASIC = re.compile(r'"""(?:[^\\]|\\.)*?"""(?:"{0,2})(?!")', re.DOTALL)
_LONG_LITERAL = re.compile(r"'''.*?'''(?:'{0,2})(?!')", re.DOTALL)
_WORD = re.compile(r"[^,\]}#\n\r]+")
_AT = re.compile(r"\(at line (\d+), column (\d+)\)")
_TOO_DEEP = re.compile(rf"(?:[\[{{][ \t\r\n]*){{{DEEPEST + 2}}}")
_LEVELS = f"more than {DEEPEST} levels inside one another"


def parse(text: str) -> Node:
    """Read a TOML document.

    Raises:
        TreeError: It is no TOML, or it is too deep or too large.

    """
    _check_nesting(text)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        match = _AT.search(str(error))
        places = Places(text)
        line, column = (int(match[1]), int(match[2])) if match else places.of(max(len(text) - 1, 0))
        raise TreeError(f"this is no TOML: {str(error).split(' (at ')[0]}", line, column) from None
    except RecursionError:
        raise TreeError(_LEVELS, 1, 1) from None
    walk = _Walk(text)
    walk.run()
    return _Tree(walk).node(data, (), 0)


def _check_nesting(text: str) -> None:
    """Refuse a line of brackets that would cost the reader its stack."""
    found = _TOO_DEEP.search(text)
    if found:
        raise TreeError(_LEVELS, *Places(text).of(found.start()))


class _Walk:
    """Finds the places of keys and values in a well-formed document."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._counts: dict[_Path, int] = {}
        #: path -> (place of the name, place of the value, the value as written)
        self.found: dict[_Path, tuple[int, int, str]] = {}
        self.places = Places(text)

    def run(self) -> None:
        base: _Path = ()
        while self._skip(_BLANK):
            if self._sees("["):
                base = self._header()
            else:
                self._pair(base)

    def _skip(self, pattern: re.Pattern[str]) -> bool:
        match = pattern.match(self._text, self._at)
        self._at = match.end() if match else self._at
        return self._at < len(self._text)

    def _sees(self, sign: str) -> bool:
        return self._text.startswith(sign, self._at)

    def _take(self, *patterns: re.Pattern[str]) -> str:
        for pattern in patterns:
            if match := pattern.match(self._text, self._at):
                self._at = match.end()
                return match[0]
        raise TreeError("this is no TOML", *self.places.of(self._at))

    def _header(self) -> _Path:
        start, many = self._at, self._sees("[[")
        self._at += 2 if many else 1
        path = self._resolved(self._key(), many)
        self._at += 2 if many else 1
        self.found.setdefault(path, (start, start, ""))
        return path

    def _resolved(self, keys: list[tuple[str, int]], many: bool) -> _Path:
        """Lead a header's keys through lists of tables, whose last table is meant."""
        path: _Path = ()
        for position, (key, start) in enumerate(keys):
            path = (*path, key)
            if many and position == len(keys) - 1:
                self._counts[path] = self._counts.get(path, -1) + 1
                self.found.setdefault(path, (start, start, ""))
            if path in self._counts:
                path = (*path, self._counts[path])
        return path

    def _key(self) -> list[tuple[str, int]]:
        keys = []
        while True:
            self._skip(_SPACE)
            start = self._at
            word = self._take(_BASIC, _LITERAL, _BARE)
            if word[0] in "\"'":
                word = next(iter(tomllib.loads(f"{word} = 0")))
            keys.append((word, start))
            self._skip(_SPACE)
            if not self._sees("."):
                return keys
            self._at += 1

    def _pair(self, base: _Path) -> None:
        keys = self._key()
        path = base
        for key, start in keys:
            path = (*path, key)
            self.found.setdefault(path, (start, start, ""))
        self._at += 1
        self._skip(_SPACE)
        self._value(path, keys[-1][1])

    def _value(self, path: _Path, name: int) -> None:
        start = self._at
        self.found[path] = (name, start, "")
        if self._sees("["):
            self._list(path)
        elif self._sees("{"):
            self._inline(path)
        else:
            word = self._take(_LONG_BASIC, _BASIC, _LONG_LITERAL, _LITERAL, _WORD)
            self.found[path] = (name, start, word.strip())

    def _list(self, path: _Path) -> None:
        self._at += 1
        position = 0
        while self._skip(_BLANK) and not self._sees("]"):
            self._value((*path, position), self._at)
            position += 1
            self._skip(_BLANK)
            self._at += self._sees(",")
        self._at += 1

    def _inline(self, path: _Path) -> None:
        self._at += 1
        while self._skip(_BLANK) and not self._sees("}"):
            self._pair(path)
            self._skip(_BLANK)
            self._at += self._sees(",")
        self._at += 1


class _Tree:
    """Puts values and places together."""

    def __init__(self, walk: _Walk) -> None:
        self._walk = walk
        self._budget = Budget()

    def node(self, value: Any, path: _Path, depth: int) -> Node:
        _, start, written = self._walk.found.get(path, (0, 0, ""))
        line, column = self._walk.places.of(start)
        self._budget.spend(depth, line, column)
        if isinstance(value, dict):
            entries = (
                (self._name(key, (*path, key)), self.node(inner, (*path, key), depth + 1))
                for key, inner in value.items()
            )
            return Table(tuple(entries), line, column)
        if isinstance(value, list):
            inner = (self.node(v, (*path, i), depth + 1) for i, v in enumerate(value))
            return Items(tuple(inner), line, column)
        return Scalar(value if isinstance(value, str) else written, line, column)

    def _name(self, key: str, path: _Path) -> Scalar:
        name, _, _ = self._walk.found.get(path, (0, 0, ""))
        return Scalar(key, *self._walk.places.of(name))
