"""What stands beside an author: equal contribution, correspondence, an ORCID.

It comes from BibLaTeX's name annotations (``author+an = {1=equal;2=corresponding}``), from ORCIDs
in ``authors+orcid``, and from the signs that al-folio's users put on names, which ``annotation``
explains: ``* equal contribution``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from ..model.author_marks import USUAL, explained, marks_in
from ..model.identifiers import IdentifierError, parse_orcid
from ..model.publication import Contributor
from ..model.richtext import plain
from .bibtex_fields import Fields
from .bibtex_names import NameList, read_names
from .field_text import verbatim
from .inline_markup import read_inline
from .latex_text import to_plain

_ANNOTATION = re.compile(r"(?<!\d)(\d+)\s*(?::\s*[\w-]+\s*(?::\s*\d+)?\s*)?=\s*([^;]*)")


def contributors(fields: Fields, role: str) -> tuple[tuple[Contributor, ...], bool]:
    """Return the people of a field (``author``) with their marks, and whether the list goes on."""
    value = fields.value(role)
    if not value:
        return (), False
    names = read_names(value)
    _report(names, fields)
    # Most names have none, and one without is the same person's in every work.
    marks = {
        at: list(_meanings(read.signs, fields)) for at, read in enumerate(names.names) if read.signs
    }
    orcids: dict[int, str] = {}
    count = len(names.names)
    for name in fields.raw:
        if "+" not in name:
            continue
        if name in {f"{role}+an", f"{role}+an:default"}:
            _annotate(fields, name, count, lambda at, word: _add_marks(marks, at, word))
        elif name in {f"{role}+orcid", f"{role}s+orcid", f"{role}+an:orcid", f"{role}s+an:orcid"}:
            _read_orcids(fields, name, count, orcids)
    people = [read.contributor for read in names.names]
    for at in marks.keys() | orcids.keys():
        person = people[at].name
        if at in orcids:
            person = replace(person, orcid=orcids[at])
        people[at] = Contributor(person, tuple(dict.fromkeys(marks.get(at, ()))))
    return tuple(people), names.et_al


def _add_marks(marks: dict[int, list[str]], at: int, word: str) -> None:
    marks.setdefault(at, []).extend(marks_in(word))


def _report(names: NameList, fields: Fields) -> None:
    if names.fault:
        fields.report("bibtex", f"the list of names: {names.fault}")
    for read in names.names:
        if read.fault:
            fields.report("bibtex", f"the name {read.name.display[:60]!r}: {read.fault}")


def _meanings(signs: tuple[str, ...], fields: Fields) -> tuple[str, ...]:
    """Say what the signs on a name mean: as ``annotation`` explains, else as is usual."""
    if not signs:
        return ()
    known = {sign: mark or sign for sign, mark in explained(_note(fields)).items()}
    return tuple(known.get(sign) or USUAL.get(sign, sign) for sign in signs)


def _note(fields: Fields) -> str:
    return plain(read_inline(fields.value("annotation")))


def _annotate(fields: Fields, name: str, count: int, add: Callable[[int, str], None]) -> None:
    """Read ``1=equal;2=corresponding``; a number that no author has is reported."""
    value = to_plain(fields.raw[name])
    matches = list(_ANNOTATION.finditer(value))
    if not matches and value:
        fields.report("bibtex", f"{name} = {value[:60]!r} is not of the form 1=equal;2=...")
    for match in matches:
        if 1 <= (number := int(match[1][:6])) <= count:
            add(number - 1, match[2].strip().strip('"'))
        else:
            fields.report("bibtex", f"{name} names author {number} of {count}")


def _read_orcids(fields: Fields, name: str, count: int, orcids: dict[int, str]) -> None:
    """Read ``1=0000-...;3=0000-...``, or one ORCID for each author in order."""

    def add(at: int, text: str) -> None:
        if not text:
            return
        try:
            orcids[at] = parse_orcid(text)
        except IdentifierError as error:
            fields.report("identifier", f"{name}: {error}")

    value = verbatim(fields.raw[name])
    if re.match(r"\s*\d+\s*=", value):
        _annotate(fields, name, count, add)
        return
    parts = re.split(r"(?<!\s)\s+and\s+|[;,]", value)
    if len(parts) > count:
        fields.report("bibtex", f"{name} has {len(parts)} entries for {count} names")
    for at, part in enumerate(parts[:count]):
        add(at, part.strip())
