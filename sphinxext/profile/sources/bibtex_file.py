"""What a .bib file holds, apart from its reader: all that is needed where it is unchanged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..model.publication import Publication
from .issue import Issue

#: Raised whenever the same file would be read in another way, so that caches are read anew.
VERSION = 3


class BibFile(NamedTuple):
    """What a .bib file holds: its works with their lines, and what is wrong in it."""

    entries: tuple[tuple[Publication, int], ...] = ()
    problems: tuple[Issue, ...] = ()


def duplicates(files: Sequence[tuple[str, BibFile]]) -> list[tuple[str, Issue]]:
    """Return the keys and DOIs that stand in two files: the later file's name and the issue.

    ``files`` are names (as they are shown to the author) and what was read.
    """
    if len(files) < 2:
        return []
    keys: dict[str, tuple[int, str]] = {}
    dois: dict[str, tuple[int, str]] = {}
    found = []
    for at, (name, file) in enumerate(files):
        for work, line in file.entries:
            first_at, where = keys.setdefault(work.id, (at, f"{name}:{line}"))
            if first_at != at:
                message = f"entry {work.id!r} is there twice; the one of {where} counts"
                found.append((name, Issue("duplicate", message, line)))
                continue
            if work.doi:
                first_at, where = dois.setdefault(work.doi, (at, f"{work.id!r} ({name}:{line})"))
                if first_at != at:
                    message = f"entry {work.id!r} has the DOI {work.doi} of {where}"
                    found.append((name, Issue("duplicate", message, line)))
    return found
