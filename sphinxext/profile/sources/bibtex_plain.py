"""The fields of an entry that is written as most are, read with one search for each.

The parser of the library looks at every sign.  Most entries need no more than a key and fields of
texts in braces or quotes, numbers and known macros; these are read here.  Whatever is written in
another way is left to the parser, and so is the judgement on every fault: a test compares the two.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_VALUE = r"(?:(\{)|\"([^{}\"]*)\"|(\d+)(?![\w#])|([A-Za-z][\w-]*))"
_KEY = re.compile(r"\s*([^\s,{}=\"#%]+)\s*,")
_FIELD = re.compile(rf"\s*([A-Za-z][\w+:.-]*)\s*=\s*{_VALUE}")
_JOINED = re.compile(rf"\s*#\s*{_VALUE}")
_COMMA = re.compile(r"\s*,")
_BRACE = re.compile("[{}]")

#: Braces in one value beyond which the parser is asked whether they are nested too deep.
_MOST_BRACES = 100


def brace_pairs(text: str) -> dict[int, int]:
    """Return the index of the brace that closes each open one, unmatched ones left out."""
    pairs: dict[int, int] = {}
    stack: list[int] = []
    for match in _BRACE.finditer(text):
        at = match.start()
        if text[at] == "{":
            stack.append(at)
        elif stack:
            pairs[stack.pop()] = at
    return pairs


def plain_entry(
    text: str, start: int, end: int, closing: Mapping[int, int], macros: Mapping[str, str]
) -> tuple[str, list[tuple[str, str]]] | None:
    """Return key and fields of what stands between the braces of an entry, if it is plain.

    ``closing`` leads from the index of each brace to that of its partner.
    """
    if not (key := _KEY.match(text, start, end)):
        return None
    fields: list[tuple[str, str]] = []
    at = key.end()
    while field := _field(text, at, end, closing, macros):
        name, words, at = field
        fields.append((name, words))
        if not (comma := _COMMA.match(text, at, end)):
            break
        at = comma.end()
    return None if text[at:end].strip() else (key[1], fields)


def plain_macro(
    text: str, start: int, end: int, closing: Mapping[int, int], macros: Mapping[str, str]
) -> tuple[str, str] | None:
    """Return name and value of what stands between the braces of an ``@string``, if it is plain."""
    found = _field(text, start, end, closing, macros)
    return None if found is None or text[found[2] : end].strip() else found[:2]


def _field(
    text: str, at: int, end: int, closing: Mapping[int, int], macros: Mapping[str, str]
) -> tuple[str, str, int] | None:
    """Return name and value of a plain field, and the index behind it."""
    if not (match := _FIELD.match(text, at, end)):
        return None
    name, whole = match[1], ""
    joined: re.Match[str] | None = match
    while joined:
        words, at = _value(text, joined, closing, macros)
        if words is None:
            return None
        whole += words
        joined = _JOINED.match(text, at, end)
    return name, whole, at


def _value(
    text: str, match: re.Match[str], closing: Mapping[int, int], macros: Mapping[str, str]
) -> tuple[str | None, int]:
    """Return a value, or ``None`` for one that the parser must see, and the index behind it."""
    brace, quoted, number, macro = match.groups()[-4:]
    at = match.end()
    if brace:
        behind = closing[at - 1]
        words = text[at:behind]
        return (words if words.count("{") <= _MOST_BRACES else None), behind + 1
    if macro:
        return (macros[macro] if macro.lower() in macros else None), at
    return number or quoted, at
