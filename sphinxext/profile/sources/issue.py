"""What is wrong in a file, before anybody warns of it."""

from __future__ import annotations

from typing import NamedTuple


class Issue(NamedTuple):
    """A fault: the subtype of its warning (``bibtex``, ``date`` ...), its words and its line.

    ``line`` counts from 1 in the file that was read, ``column`` too where it is known.
    """

    problem: str
    message: str
    line: int
    column: int = 0
