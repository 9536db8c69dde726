"""Left and right in style sheets become start and end, so that a page can be read from the right.

pydata-sphinx-theme 0.24.0, its Bootstrap and Sphinx's own sheet say left and right.  In a language
that is written from right to left, lines of the side bars, space between buttons and indents of
lists would be on the wrong side.  Written from left to right, a page looks as it did.
"""

from __future__ import annotations

import re

SIDES = {"left": "inline-start", "right": "inline-end"}
CORNERS = {
    f"{block}-{side}": f"{start}-{SIDES[side][7:]}"
    for block, start in (("top", "start"), ("bottom", "end"))
    for side in SIDES
}

_BOX = re.compile(r"(^|;)\s*((?:margin|padding|border)-)(left|right)(?=[-:\s])")
_PLACE = re.compile(r"(^|;)\s*(left|right)(?=\s*:)")
_ALIGN = re.compile(r"(^|;)\s*(text-align\s*:\s*)(left|right)\b")
_FLOAT = re.compile(r"(^|;)\s*((?:float|clear)\s*:\s*)(left|right)\b")
_CORNER = re.compile(r"(^|;)\s*border-((?:top|bottom)-(?:left|right))-radius(?=\s*:)")
_FOUR = re.compile(
    r"(^|;)\s*(margin|padding)\s*:\s*([^\s;(]+) ([^\s;(]+) ([^\s;(]+) ([^\s;(!]+)(?=;|$)"
)


def logical(declarations: str) -> str:
    """Say start and end in the *declarations* of a rule that says left and right.

    A rule that moves its box by a part of the box's own size stays: such a part has no direction.
    """
    if "translate" in declarations:
        return declarations
    text = _BOX.sub(lambda it: it[1] + it[2] + SIDES[it[3]], declarations)
    text = _PLACE.sub(lambda it: f"{it[1]}inset-{SIDES[it[2]]}", text)
    text = _ALIGN.sub(lambda it: it[1] + it[2] + SIDES[it[3]][7:], text)
    text = _FLOAT.sub(lambda it: it[1] + it[2] + SIDES[it[3]], text)
    text = _CORNER.sub(lambda it: f"{it[1]}border-{CORNERS[it[2]]}-radius", text)
    return _FOUR.sub(r"\1\2-block:\3 \5;\2-inline:\6 \4", text)
