"""The fields of an entry that the parser refused: what can be told of them, and no word lost.

A comma forgotten, a brace or a quote not closed: the next ``name =`` at the start of a line or
behind a comma is then the best sign of where a value ends.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

_NAME = re.compile(r"(?<![\w\\{=+:.-])([A-Za-z][\w+:.-]*)\s*=\s*")
#: Where the next field seems to start, inside of a value that does not end.
_NEXT = re.compile(
    r"(?:,[ \t\n]*|\n[ \t]*)[A-Za-z][\w+:.-]*\s*=\s*(?:[{\"]|\d+\s*[,}\n]|[A-Za-z][\w-]*\s*[,#}\n])"
)
_BARE = re.compile(r"[^\s,{}\"#]+")
_JOIN = re.compile(r"\s*#\s*")
_SIGN = re.compile(r'[{}"]')


def salvage(text: str, start: int, stop: int, macros: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the fields between two indices of a file, as (name, value) in order."""
    body = text[start:stop]
    limits = [match.start() for match in _NEXT.finditer(body)]
    fields: list[tuple[str, str]] = []
    at = 0
    while match := _NAME.search(body, at):
        value, at = _value(body, match.end(), limits, macros)
        fields.append((match[1], value))
    return fields


def _value(body: str, at: int, limits: Sequence[int], macros: Mapping[str, str]) -> tuple[str, int]:
    """Read one value from an index on; return it and the index behind it."""
    parts = []
    while True:
        sign = body[at : at + 1]
        if sign in {"{", '"'} and sign:
            part, at = _enclosed(body, at, limits)
        elif match := _BARE.match(body, at):
            word, at = match[0], match.end()
            part = macros[word] if word.lower() in macros else word
        else:
            break
        parts.append(part)
        if not (match := _JOIN.match(body, at)):
            break
        at = match.end()
    return "".join(parts), at


def _enclosed(body: str, at: int, limits: Sequence[int]) -> tuple[str, int]:
    """Read ``{...}`` or ``"..."``, or what stands there up to the next field."""
    index = bisect_right(limits, at)
    limit = limits[index] if index < len(limits) else len(body)
    end = _closing(body, at, limit)
    if end is not None:
        return body[at + 1 : end], end + 1
    value = body[at + 1 : limit].strip().rstrip(',}"')
    return _balanced(value), limit


def _closing(body: str, at: int, limit: int) -> int | None:
    """Return the index of the sign that closes a value before a limit."""
    quoted = body[at] == '"'
    depth = 0
    for match in _SIGN.finditer(body, at + 1, limit):
        sign = match[0]
        if sign == "{":
            depth += 1
        elif depth == 0 and sign == ('"' if quoted else "}"):
            return match.start()
        elif sign == "}":
            depth -= 1
            if depth < 0:
                return None
    return None


def _balanced(value: str) -> str:
    """Take out the braces that have no partner."""
    unmatched: list[int] = []
    stack: list[int] = []
    for match in re.finditer("[{}]", value):
        if match[0] == "{":
            stack.append(match.start())
        elif stack:
            stack.pop()
        else:
            unmatched.append(match.start())
    gone = {*unmatched, *stack}
    return "".join(char for at, char in enumerate(value) if at not in gone) if gone else value
