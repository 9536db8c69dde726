"""Indices of people, projects, organizations and tags, in HTML and in the printed book."""

from __future__ import annotations

import unicodedata
from abc import abstractmethod
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, cast

from sphinx.domains import Index, IndexEntry

from ..i18n import _
from .store import Stated, Store

if TYPE_CHECKING:
    from .profile_domain import ProfileDomain

Entries = list[tuple[str, list[IndexEntry]]]


_FIRST_JAMO = 0x1100
_CONSONANTS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"


class _Words:
    """Words of a class, looked up in the build's language whenever they are read.

    What gettext gives before a language is known isn't a string, and Sphinx's json builder writes
    strings alone.
    """

    def __init__(self, words: str) -> None:
        self.words = words

    def __get__(self, instance: object, owner: type | None = None) -> str:
        return str(self.words)


def _words(words: str) -> str:
    return cast("str", _Words(words))


class _OurIndex(Index):
    """An index whose entries are known from the last build where nothing has changed."""

    def generate(self, docnames: Iterable[str] | None = None) -> tuple[Entries, bool]:
        """Return the entries by heading, of some pages or of all."""
        domain = cast("ProfileDomain", self.domain)
        if docnames is not None:
            return self.entries(domain.store, set(docnames)), False
        known = domain.recall.ask(f"index {self.name}", lambda: self.entries(domain.store, None))
        return [(head, [IndexEntry(*entry) for entry in found]) for head, found in known], False

    @abstractmethod
    def entries(self, store: Store, wanted: set[str] | None) -> Entries:
        """Find the entries, by heading."""


class _RecordIndex(_OurIndex):
    """An index of all records of one type, by first letter."""

    objtype: ClassVar[str]

    def entries(self, store: Store, wanted: set[str] | None) -> Entries:
        """Find the entries, by letter."""
        letters: dict[str, list[IndexEntry]] = {}
        for stated in sorted(store.all(self.objtype), key=_by_name):
            entry = _entry(store, stated, wanted)
            if entry:
                letters.setdefault(_letter(stated.record.name), []).append(entry)
        return sorted(letters.items())


class PeopleIndex(_RecordIndex):
    """Everybody who has a page or an entry."""

    name = "people"
    localname = _words(_("Index of people"))
    shortname = _words(_("people"))
    objtype = "person"


class ProjectIndex(_RecordIndex):
    """Every project."""

    name = "projects"
    localname = _words(_("Index of projects"))
    shortname = _words(_("projects"))
    objtype = "project"


class OrganizationIndex(_RecordIndex):
    """Every organization that is stated."""

    name = "organizations"
    localname = _words(_("Index of organizations"))
    shortname = _words(_("organizations"))
    objtype = "organization"


class TagIndex(_OurIndex):
    """Every tag with the records that bear it."""

    name = "tags"
    localname = _words(_("Index of tags"))
    shortname = _words(_("tags"))

    def entries(self, store: Store, wanted: set[str] | None) -> Entries:
        """Find the records, by tag."""
        tags: dict[str, list[IndexEntry]] = {}
        tagged = (s for s in store.by_key.values() if s.record.tags and s.listed)
        for stated in sorted(tagged, key=_by_name):
            entry = _entry(store, stated, wanted)
            if entry:
                for tag in stated.record.tags:
                    tags.setdefault(_heading(tag), []).append(entry)
        return sorted(tags.items(), key=lambda item: (item[0].casefold(), item[0]))


INDICES: tuple[type[Index], ...] = (PeopleIndex, ProjectIndex, OrganizationIndex, TagIndex)


def _by_name(stated: Stated) -> tuple[str, str, str]:
    return stated.record.name.casefold(), *stated.key


def _heading(tag: str) -> str:
    """Return a tag as the heading of its entries, without blanks: Sphinx makes an id of it."""
    return "\N{NO-BREAK SPACE}".join(tag.split())


def _letter(name: str) -> str:
    """Return the heading a name falls under: its first letter, Hangul by its first consonant."""
    first = next((c for c in unicodedata.normalize("NFD", name) if c.isalnum()), "#")
    # The consonant as it stands alone, not as a part of a syllable that is missing.
    jamo = ord(first) - _FIRST_JAMO
    return _CONSONANTS[jamo] if 0 <= jamo < len(_CONSONANTS) else first.upper()


def _entry(store: Store, stated: Stated, wanted: set[str] | None) -> IndexEntry | None:
    docname, anchor = store.place(stated)
    if not docname or (wanted is not None and docname not in wanted):
        return None
    return IndexEntry(stated.record.name, 0, docname, anchor, "", "", "")
