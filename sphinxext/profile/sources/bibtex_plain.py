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

#: Braces in one value beyond which the parser is asked whether they are nested too deep.
_MOST_BRACES = 100


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
    match = _FIELD.match(text, at, end)
    while match:
        words, at = _value(text, match, closing, macros)
        if words is None:
            return None
        if match.re is _FIELD:
            fields.append((match[1], words))
        else:
            name, before = fields.pop()
            fields.append((name, before + words))
        match = _JOINED.match(text, at, end)
        if not match and (comma := _COMMA.match(text, at, end)):
            at = comma.end()
            match = _FIELD.match(text, at, end)
    return None if text[at:end].strip() else (key[1], fields)


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
