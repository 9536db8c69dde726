"""Warnings: every problem the package reports, each with a subtype that can be silenced."""

from __future__ import annotations

from enum import Enum, unique
from typing import Any

from sphinx.util import logging

_logger = logging.getLogger(__name__)

#: Characters of a message; a longer value is cut.
LONGEST = 1000

#: A docutils node, ``"file"``, ``"file:line"``, ``"file:line:column"`` or ``(docname, line)``.
Location = Any


@unique
class Problem(Enum):
    """What can be wrong with the input.

    The value is the subtype for ``suppress_warnings``: ``profile.date`` silences
    :attr:`DATE`, ``profile`` silences all.
    """

    DATE = "date"
    """A date that no form fits, or a range that ends before it starts; it is shown as typed."""
    IDENTIFIER = "identifier"
    """An ORCID, DOI, ROR, arXiv id or account name that its own check refuses."""
    URL = "url"
    """An address whose scheme isn't allowed or that can't be read; it is shown as plain text."""
    OPTION = "option"
    """An unknown option or field, or a value that is not one of those allowed."""
    MISSING = "missing"
    """A name, title or other part that the record can't do without."""
    ALT = "alt"
    """A picture without alternative text."""
    IMAGE = "image"
    """A picture that isn't there or lies outside the source tree."""
    REFERENCE = "reference"
    """A relation or role that names something nobody states."""
    AMBIGUOUS = "ambiguous"
    """A name that fits more than one record: no guess is made."""
    DUPLICATE = "duplicate"
    """One id stated twice."""
    STRUCTURE = "structure"
    """A directive in a place where it has no meaning, or a part that can't be read."""
    EMPTY = "empty"
    """A listing whose query matches nothing."""
    QUERY = "query"
    """A part of a listing's query that can't be read."""
    DATA = "data"
    """A data file that can't be read or doesn't fit the schema."""
    BIBTEX = "bibtex"
    """A fault in a .bib file."""
    SETTING = "setting"
    """A setting in ``conf.py`` with a value that can't be used."""
    NAME_TAKEN = "name_taken"
    """A directive or role of another extension has this name; ours needs ``profile:``."""
    OUTPUT = "output"
    """A file that could not be made."""
    FONT = "font"
    """A script for which no font is at hand."""
    LOSS = "loss"
    """Something that has no place, left out of what was read or of the file that is written."""


def warn(problem: Problem, message: str, *, location: Location) -> None:
    """Log one warning of the type ``profile`` and the problem's subtype.

    The message says what is wrong, shows the value, and names what is allowed.  It is one line of
    at most :data:`LONGEST` characters, none of which a terminal would obey.
    """
    line = message if message.isprintable() else "".join(map(_printable, message))
    line = line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
    _logger.warning("%s", line, location=location, type="profile", subtype=problem.value)


def _printable(sign: str) -> str:
    if sign.isprintable():
        return sign
    return " " if sign.isspace() else "\ufffd"


def note(message: str) -> None:
    """Tell the author something that isn't wrong; it never fails a build."""
    _logger.info("%s", message)
