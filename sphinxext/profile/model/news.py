"""A news item: schema.org ``NewsArticle``, one entry of a feed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from .dates import PartialDate, today
from .record import Record


@dataclass(frozen=True, kw_only=True)
class News(Record):
    """Something the lab tells: ``name`` is its headline."""

    objtype: ClassVar[str] = "news"

    date: PartialDate | None = None
    people: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    draft: bool = False

    @property
    def is_public(self) -> bool:
        """Whether visitors may see it: it is no draft, and its date isn't in the future."""
        return not self.draft and (self.date is None or self.date.earliest() <= today())
