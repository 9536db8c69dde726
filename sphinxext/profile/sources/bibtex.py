"""Bibliographies: .bib files as publications, every fault named with its line.

The way of a file: bytes, text, blocks and their fields (:mod:`.bibtex_blocks`), what an entry
takes over from another (:mod:`.bibtex_inherit`), a publication of each (:mod:`.bibtex_entry`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from .bibtex_blocks import RawEntry, read_blocks
from .bibtex_entry import publication
from .bibtex_file import BibFile
from .bibtex_inherit import inherit
from .bibtex_macros import Macros
from .bibtex_types import NO_WORKS
from .issue import Issue
from .text import clean, decode


def read(path: Path, *, text: str | None = None) -> BibFile:
    """Read one .bib file, or ``text`` in its place.

    Raises:
        OSError: The file can't be read.

    """
    return read_all([path], texts=None if text is None else [text])[0]


def read_all(paths: Sequence[Path], *, texts: Sequence[str] | None = None) -> tuple[BibFile, ...]:
    """Read several .bib files as BibTeX does: each knows the macros of those before it.

    A cross-reference may lead to an entry of any of them.  The same key or DOI in two files is
    told by :func:`.bibtex_file.duplicates`.

    Raises:
        OSError: A file can't be read.

    """
    macros = Macros()
    raw: list[list[RawEntry]] = []
    problems: list[list[Issue]] = []
    for at, path in enumerate(paths):
        issues: list[Issue] = []
        if texts is None:
            text, faults = decode(path.read_bytes(), "bibtex")
            issues += faults
        else:
            text = clean(texts[at])
        report = _Reporter(issues)
        raw.append(_first_of_each_key(read_blocks(text, macros, report), issues))
        problems.append(issues)
    everything = [entry for entries in raw for entry in entries]
    return tuple(
        _file(inherit(entries, everything, _Reporter(issues)), issues)
        for entries, issues in zip(raw, problems, strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Reporter:
    issues: list[Issue]

    def __call__(self, message: str, line: int) -> None:
        self.issues.append(Issue("bibtex", message, line))


def _first_of_each_key(entries: Iterable[RawEntry], issues: list[Issue]) -> list[RawEntry]:
    found: dict[str, RawEntry] = {}
    for entry in entries:
        if first := found.get(entry.key):
            message = f"entry {entry.key!r} is there twice; the one in line {first.line} counts"
            issues.append(Issue("duplicate", message, entry.line))
        else:
            found[entry.key] = entry
    return list(found.values())


def _file(entries: Iterable[RawEntry], issues: list[Issue]) -> BibFile:
    found = []
    for entry in entries:
        if entry.type.lower() not in NO_WORKS:
            found.append((publication(entry, issues), entry.line))
        elif entry.type.lower() == "set":
            message = f"entry {entry.key!r} is a @set of others: they are listed, it is not"
            issues.append(Issue("bibtex", message, entry.line))
    works = tuple(found)
    dois: dict[str, tuple[str, int]] = {}
    for work, line in works:
        if work.doi:
            first = dois.setdefault(work.doi, (work.id, line))
            if first != (work.id, line):
                other = f"{first[0]!r} (line {first[1]})"
                message = f"entry {work.id!r} has the DOI {work.doi} of {other}"
                issues.append(Issue("duplicate", message, line))
    return BibFile(works, tuple(sorted(issues, key=lambda issue: issue.line)))
