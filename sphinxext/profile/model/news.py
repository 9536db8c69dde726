"""A news item: schema.org ``NewsArticle``, one entry of a feed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from .dates import PartialDate
from .record import Record


@dataclass(frozen=True, kw_only=True)
class News(Record):
    """Something the lab tells: ``name`` is its headline."""

    objtype: ClassVar[str] = "news"

    date: PartialDate | None = None
    people: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    draft: bool = False
