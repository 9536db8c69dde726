"""What all records share, and the small values they are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from .packing import Packed
from .richtext import RichText

#: Raised whenever a field of any record changes or what is stored with them, so that stored
#: environments are read anew.
SCHEMA_VERSION = 7


@dataclass(frozen=True, slots=True)
class Link(Packed):
    """A labelled address.  ``rel`` says what it is (``code``, ``paper``, ``demo`` ...), or ``""``.

    ``url`` is checked; ``doc:NAME`` is a page of this site, ``""`` an address that was refused.
    """

    label: str
    url: str
    rel: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture: its path from the source root (``/`` between parts) or URL, and its words."""

    uri: str
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Topic(Packed):
    """An interest or a skill, as JSON Resume has them: a name, a level, keywords."""

    name: str
    level: str = ""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention(Packed):
    """A record or an outsider, named by an author.

    ``text`` is what was written: an id, a name, or words that match no record.
    ``role`` is what the mentioned one does here (``Lead``, ``funder`` ...).
    """

    text: str
    role: str = ""


@dataclass(frozen=True, kw_only=True)
class Record:
    """A thing that is stated once and referred to by its ``id``.

    ``names`` holds the name in further languages: ``(("ko", "김태훈"),)``.  ``section`` is the
    heading under which a CV shows it, where that is not the usual one.
    """

    objtype: ClassVar[str] = ""

    id: str
    name: str
    names: tuple[tuple[str, str], ...] = ()
    body: RichText = ()
    links: tuple[Link, ...] = ()
    image: Image | None = None
    tags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    section: str = ""

    def name_in(self, language: str) -> str:
        """Return the name in a language (BCP 47 tag), else the name."""
        return dict(self.names).get(language, self.name)

    @property
    def all_names(self) -> tuple[str, ...]:
        """The name, its forms in other languages and the aliases: what may stand for it."""
        return (self.name, *(name for _, name in self.names), *self.aliases)
