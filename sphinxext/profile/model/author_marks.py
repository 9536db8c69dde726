"""Signs beside authors' names, and what an entry's ``annotation`` says that they mean.

``* equal contribution † corresponding author``: al-folio's users write such a line by hand.
"""

from __future__ import annotations

import re

from .publication import CORRESPONDING, EQUAL, Contributor, Publication
from .richtext import plain

_EQUAL = re.compile(r"equal|contribut|co-?first|joint|shared", re.IGNORECASE)
_CORRESPONDING = re.compile(r"correspond|contact|교신", re.IGNORECASE)
_EXPLAINED = r"([*∗†‡§¶‖#^+✉])\s*([^*∗†‡§¶‖#^+✉]+)"

#: Signs for what a mark says; any other mark is a sign itself.
SIGNS = {EQUAL: "*", CORRESPONDING: "†"}
#: What a sign means where nobody says.
USUAL = {"*": EQUAL, "†": CORRESPONDING, "✉": CORRESPONDING}


def marks_in(words: str) -> list[str]:
    """Return the marks that some words name; other words are meant for other readers."""
    found = [EQUAL] if _EQUAL.search(words) else []
    return [*found, CORRESPONDING] if _CORRESPONDING.search(words) else found


def explained(annotation: str) -> dict[str, str]:
    """Return what each sign in an annotation means: a mark, or ``""`` for anything else."""
    return {
        sign.replace("∗", "*"): next(iter(marks_in(words)), "")
        for sign, words in re.findall(_EXPLAINED, annotation)
    }


def signs_for(publication: Publication) -> dict[str, str]:
    """Return the sign for each mark as the annotation has it, for those that it explains."""
    if not publication.annotation:
        return {}
    found = explained(plain(publication.annotation))
    return {mark: sign for sign, mark in found.items() if mark}


def signs(contributor: Contributor, own: dict[str, str]) -> tuple[str, ...]:
    """Return the signs beside a name; ``own`` are those of :func:`signs_for`."""
    return tuple(own.get(mark) or SIGNS.get(mark, mark) for mark in contributor.marks)
