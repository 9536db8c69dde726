"""The names of people as a bibliography has them: the name variables of CSL 1.0.2.

Source: *Citation Style Language 1.0.2 Specification*, "Names"; the same parts are those of a
BibTeX name (First, von, Last, Jr).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from .packing import Packed

#: Words that follow a name after a comma without being a given name, folded.
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "v", "phd", "md", "esq"})

#: First and last of the signs that stand without a space between family and given name: Han,
#: Hangul and kana.  A regular expression of them takes longer to compile than all of this module.
_EAST_ASIAN = (
    (0x1100, 0x11FF), (0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3040, 0x30FF), (0x3130, 0x318F),
    (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA960, 0xA97F), (0xAC00, 0xD7FF),
    (0xF900, 0xFAFF), (0x20000, 0x3FFFF),
)  # fmt: skip
_SPELLED_ALIKE = {
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"), "-"),
    **dict.fromkeys(map(ord, "\u2018\u2019\u02bc\uff07`\u00b4"), "'"),
    ord("."): " ",
}
_INITIAL = re.compile(r"(?:^|(?<=[\s-]))(\w)[\w'’]*\.?")


@lru_cache(maxsize=1 << 14)
def is_east_asian(text: str) -> bool:
    """Tell whether a name is written in Han, Hangul or kana alone."""
    return not text.isascii() and all(
        sign.isspace() or sign in "·・" or _is_of_east_asia(sign) for sign in text
    )


def _is_of_east_asia(sign: str) -> bool:
    number = ord(sign)
    return any(first <= number <= last for first, last in _EAST_ASIAN)


def fold(text: str) -> str:
    """Return the form of a name in which two spellings of it are equal.

    Case, the width and composition of characters, dots after initials, the shape of hyphens and
    apostrophes and spaces between East Asian characters make no difference.  Accents do, and so
    does every word: nothing is guessed.
    """
    if text.isascii():
        return " ".join(text.lower().replace("`", "'").replace(".", " ").split())
    text = unicodedata.normalize("NFKC", text).casefold()
    words: list[str] = []
    for word in text.translate(_SPELLED_ALIKE).split():
        if words and not (_is_of_east_asia(words[-1][-1]) and _is_of_east_asia(word[0])):
            words.append(" ")
        words.append(word)
    return "".join(words)


def natural_order(text: str) -> str:
    """Put ``Family, Given`` and ``Family, Jr., Given`` the way round they are spoken."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 2 and fold(parts[1]) not in SUFFIXES:
        return _spoken(parts[1], parts[0])
    if len(parts) == 3:
        return f"{_spoken(parts[2], parts[0])} {parts[1]}".strip()
    return " ".join(part for part in parts if part)


def name_key(text: str) -> str:
    """Return the key under which a name is looked up, in whichever order it is written."""
    return fold(natural_order(text))


def _spoken(given: str, family: str) -> str:
    # Asked first, for it settles most names: a list of a thousand works spells each many times.
    if not given.isascii() and is_east_asian(given) and is_east_asian(family):
        return family + given
    return f"{given} {family}".strip()


@dataclass(frozen=True, slots=True)
class PersonName(Packed):
    """The name of one person, or of a body (``literal``), as CSL takes it apart.

    ``particle`` is the non-dropping particle (``van`` in "van Gogh"), ``dropping_particle`` one
    that goes with the given name (``de`` in "Jean de La Fontaine").  ``orcid`` is the bare
    identifier, ``0000-0002-1825-0097``.
    """

    family: str = ""
    given: str = ""
    particle: str = ""
    dropping_particle: str = ""
    suffix: str = ""
    literal: str = ""
    orcid: str = ""

    @property
    def surname(self) -> str:
        """The family name with its particle, or the whole name of a body."""
        return self.literal or f"{self.particle} {self.family}".strip() or self.given

    @property
    def display(self) -> str:
        """The name as it is spoken: ``Ludwig van Beethoven``, ``Sammy Davis, Jr.``, ``김태훈``."""
        if self.literal:
            return self.literal
        given, family = self.given, self.family
        if self.dropping_particle:
            given = f"{given} {self.dropping_particle}".strip()
        if self.particle:
            family = f"{self.particle} {family}".strip()
        name = _spoken(given, family)
        return f"{name}, {self.suffix}" if self.suffix else name

    @property
    def inverted(self) -> str:
        """The name as an index has it: ``van Beethoven, Ludwig``, ``Davis, Jr., Sammy``."""
        if self.literal or not self.family:
            return self.display
        given = f"{self.given} {self.dropping_particle}".strip()
        return ", ".join(part for part in (self.surname, self.suffix, given) if part)

    @property
    def initials(self) -> str:
        """The given names as initials: ``J.-P. M.`` for Jean-Pierre Marie."""
        if is_east_asian(self.given):
            return self.given
        return _INITIAL.sub(lambda match: f"{match[1].upper()}.", self.given)

    @property
    def sort_key(self) -> tuple[str, str, str]:
        """Order by family name, then given name, then particle; accents and case aside."""
        return (
            _plain_letters(self.literal or self.family or self.given),
            _plain_letters(self.given),
            _plain_letters(self.particle),
        )

    @property
    def key(self) -> str:
        """The key under which :func:`name_key` finds this name."""
        return name_key(self.literal) if self.literal else fold(self.display.replace(",", " "))

    def matches(self, name_text: str) -> bool:
        """Tell whether a name somebody wrote, in either order, is this one to the letter."""
        return self.key == name_key(name_text)


def _plain_letters(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))
