"""What a data file holds, apart from its readers: all that is needed where it is unchanged."""

from __future__ import annotations

from typing import NamedTuple

from ..model.record import Record
from .issue import Issue

#: Raised whenever the same file would be read in another way, so that caches are read anew.
VERSION = 3


class Read(NamedTuple):
    """A record as a file states it, with line and column of the record and of its fields."""

    record: Record
    line: int
    column: int
    places: tuple[tuple[str, int, int], ...] = ()


class DataFile(NamedTuple):
    """What a data file holds: its records with their places, and what is wrong in it."""

    records: tuple[Read, ...] = ()
    problems: tuple[Issue, ...] = ()
