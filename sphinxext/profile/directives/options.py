"""What an option is; how its words are read is told in :mod:`..sources.values`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from docutils.parsers.rst import directives

from ..sources.fields import FIELDS
from ..sources.values import (
    BadValueError,
    Convert,
    converted,
    date,
    flag,
    identifier,
    kind,
    links,
    mentions,
    one_of,
    organization_type,
    organizations,
    several,
    status,
    text,
    topics,
    url,
)

__all__ = [
    "BadValueError",
    "Convert",
    "OpenOptions",
    "Option",
    "converted",
    "date",
    "flag",
    "identifier",
    "kind",
    "links",
    "mentions",
    "of_record",
    "one_of",
    "organization_type",
    "organizations",
    "several",
    "status",
    "text",
    "topics",
    "url",
]


class Option(NamedTuple):
    """An option of a directive: how its words are read, and what the guide says of it."""

    convert: Convert
    help: str
    example: str = ""


def of_record(objtype: str) -> dict[str, Option]:
    """Return the options of a directive that states a record: the fields of data files."""
    return {
        field.name: Option(field.kind.words, field.help)
        for field in FIELDS[objtype].values()
        if not field.data_only
    }


class OpenOptions(dict[str, Callable[[str], Any]]):
    """An option table that takes every name, so that an unknown one costs itself alone."""

    def __missing__(self, name: str) -> Callable[[str], Any]:
        return directives.unchanged
