"""Where the options of a directive stand in its text."""

from __future__ import annotations

import linecache
import re

_OPENING = re.compile(r"\s*(?:`{3,}|~{3,}|:{3,}|\.\.\s)")
_COLON_OPTION = re.compile(r"\s*:(?P<name>[^\s:]+):(?:\s|$)")
_YAML_OPTION = re.compile(r"(?P<name>[^\s:]+):(?:\s|$)")


def option_lines(text: str) -> dict[str, list[int]]:
    """Return the lines on which each option is given, counted from the directive's own line.

    Names are in lower case, as reST reads them.

    ``text`` is the directive as it was written, with its first line or (as MyST-Parser 4 hands it
    over) without.  Both forms of options are known: ``:name: value`` and lines between ``---``.
    """
    lines = text.splitlines()
    first = 1 if lines and _OPENING.match(lines[0]) else 0
    fenced = lines[first : first + 1] == ["---"]
    found: dict[str, list[int]] = {}
    for index, line in enumerate(lines[first:]):
        if fenced and index and line.startswith("---"):
            break
        if not fenced and (not line.strip() or _OPENING.match(line)):
            break
        match = (_YAML_OPTION if fenced else _COLON_OPTION).match(line)
        if match:
            found.setdefault(match["name"].lower(), []).append(index + 1)
    return found


def lines_in_file(source: str, line: int) -> dict[str, list[int]]:
    """Return the lines of the options of the directive on a line of a file.

    MyST-Parser 5.0 and older hand over the text of a directive without its options.
    """
    return option_lines("".join(linecache.getlines(source)[line - 1 :]))
