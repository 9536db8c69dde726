"""The names in an ``author`` or ``editor`` field: BibTeX's forms and BibLaTeX's extended one.

Source of the rules: Patashnik, *BibTeXing* (1988), section 4, and the manual of BibLaTeX,
"Name Lists" and "Extended Name Format".
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from ..model.names import SUFFIXES, PersonName, fold
from ..model.publication import Contributor
from .bounds import MOST_PARTS, too_many
from .field_text import squeeze
from .latex_text import to_plain

# Blanks are looked at once: from their first, not again from each of them.
_AND = re.compile(r"(?<!\s)\s+and(?=\s)", re.IGNORECASE)
_AND_OR_BRACE = re.compile(r"[{}]|(?<!\s)\s+and(?=\s)", re.IGNORECASE)
_GUARDED = re.compile(r"[\\{}]")
_PART = re.compile(r"\\.|[{},]|[\s~]+")
_EXTENDED = re.compile(r"(?:^|,)\s*\"?(family|given|prefix|suffix)\s*=", re.IGNORECASE)
_EXTENDED_PART = (
    r"(?i)(?<![a-z])(family|given|prefix|suffix|useprefix|[a-z]+-i)\s*=\s*"
    r"(\{[^{}]*\}|\"[^\"]*\"|[^,\"]*)"
)
#: What stands on a name to say something of its bearer in this list of authors.
SIGNS = "*∗＊†‡§¶‖#^+✉🖂⋆★¹²³⁴⁵⁶⁷⁸⁹⁰"
_SIGN = frozenset(SIGNS)
# Not compiled here: that takes longer than a hundred names that have no signs.
_SIGNED = rf"^[{SIGNS}\s]+|(?<![{SIGNS}\s,])[\s,]*[{SIGNS}][{SIGNS}\s,]*$"
#: DBLP counts the people of one name: ``Ada Park 0001``.
_HOMONYM = re.compile(r"0\d{3}")
_OTHERS = {"others", "et al", "et al."}


class ReadName(NamedTuple):
    """Somebody whose marks aren't known yet, and the signs (``*``, ``†``) that stood on the name.

    ``fault`` says what is wrong.
    """

    contributor: Contributor
    signs: tuple[str, ...] = ()
    fault: str = ""

    @property
    def name(self) -> PersonName:
        """The name alone."""
        return self.contributor.name


class NameList(NamedTuple):
    """The names of a field; ``et_al`` where it ends in ``and others``, or has too many."""

    names: tuple[ReadName, ...]
    et_al: bool = False
    fault: str = ""


def read_names(value: str) -> NameList:
    """Read a field of names."""
    texts = split_names(value)
    et_al = bool(texts) and squeeze(texts[-1]).casefold() in _OTHERS
    people = texts[: -1 if et_al else None]
    names = tuple(read_name(text) for text in people[:MOST_PARTS])
    return NameList(names, et_al or len(people) > MOST_PARTS, too_many(len(people)))


def split_names(value: str) -> list[str]:
    """Part the names at each ``and`` that no brace protects; empty ones fall away."""
    if "{" not in value and "}" not in value:
        parts = _AND.split(f" {value} ")
    else:
        parts, depth, start = [], 0, 0
        value = f" {value} "
        for match in _AND_OR_BRACE.finditer(value):
            if match[0] == "{":
                depth += 1
            elif match[0] == "}":
                depth = max(0, depth - 1)
            elif depth == 0:
                parts.append(value[start : match.start()])
                start = match.end()
        parts.append(value[start:])
    stripped = (part.strip(" \t\n,;") for part in parts)
    return [part for part in stripped if part]


@lru_cache(maxsize=1 << 16)
def read_name(text: str) -> ReadName:
    """Take one name apart."""
    text = text.strip(" \t\n,;~")
    if _is_protected(text):
        return _literal(text)
    if _EXTENDED.search(text):
        return ReadName(Contributor(_extended(text)))
    parts = _parts(text)
    if len(parts) > 3:
        fault = "it has more than two commas; the names of a list are parted by 'and'"
        return _literal(text, fault)
    if len(parts) == 1:
        given, particle, family, suffix = _natural(parts[0])
    else:
        given, particle, family, suffix = _inverted(parts)
    return _signed(_joined(given), _joined(particle), _joined(family), _joined(suffix), text)


def _signed(given: str, particle: str, family: str, suffix: str, text: str) -> ReadName:
    """Take the signs off a name that has been decoded."""
    signs: list[str] = []
    clean = []
    for part in (given, particle, family, suffix):
        kept = part
        if not _SIGN.isdisjoint(part):
            found = "".join(re.findall(_SIGNED, part))
            signs += [sign for sign in found if not sign.isspace() and sign != ","]
            kept = re.sub(_SIGNED, "", part)
        clean.append(kept.strip())
    given, particle, family, suffix = clean
    if not family:
        given, family = "", given
    if not family:
        return _literal(text)
    signs = [unicodedata.normalize("NFKC", sign).replace("∗", "*") for sign in signs]
    name = PersonName(family, given, particle, suffix=suffix)
    return ReadName(Contributor(name), tuple(dict.fromkeys(signs)))


def _literal(text: str, fault: str = "") -> ReadName:
    return ReadName(Contributor(PersonName(literal=to_plain(text))), fault=fault)


def _is_protected(text: str) -> bool:
    """Tell whether braces enclose all of a name, so that it is one of a body."""
    if not (text.startswith("{") and text.endswith("}")):
        return False
    depth = 0
    for at, char in enumerate(text):
        depth += (char == "{") - (char == "}")
        if depth == 0:
            return at == len(text) - 1
    return False


def _parts(text: str) -> list[list[str]]:
    """Part a name at its commas, and each part at its spaces, braces aside."""
    if not _GUARDED.search(text):
        plain = [part.replace("~", " ").split() for part in text.split(",")]
        return [part for part in plain if part] or [[text]]
    parts: list[list[str]] = [[]]
    depth, start = 0, 0
    for match in _PART.finditer(text):
        sign = match[0]
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth = max(0, depth - 1)
        elif depth == 0 and sign[0] != "\\":
            parts[-1].append(text[start : match.start()])
            start = match.end()
            if sign == ",":
                parts.append([])
    parts[-1].append(text[start:])
    kept = [[word for word in part if word] for part in parts]
    return [part for part in kept if part] or [[text]]


def _natural(words: list[str]) -> tuple[list[str], list[str], list[str], list[str]]:
    """``First von Last``, and a suffix that no comma parts from the last name."""
    suffix: list[str] = []
    if len(words) > 2 and _HOMONYM.fullmatch(words[-1]):
        words = words[:-1]
    if len(words) > 2 and _is_suffix(words[-1]):
        words, suffix = words[:-1], words[-1:]
    low = [at for at, word in enumerate(words[:-1]) if _is_low(word)]
    if not low:
        return words[:-1], [], words[-1:], suffix
    first, last = low[0], low[-1]
    return words[:first], words[first : last + 1], words[last + 1 :], suffix


def _inverted(parts: list[list[str]]) -> tuple[list[str], list[str], list[str], list[str]]:
    """``von Last, First`` and ``von Last, Jr, First``; also with the last two exchanged."""
    family, suffix, given = parts[0], [], [word for part in parts[1:] for word in part]
    if len(parts) == 3:
        suffix, given = parts[1], parts[2]
        if _is_suffix(" ".join(given)) and not _is_suffix(" ".join(suffix)):
            suffix, given = given, suffix
    elif len(parts) == 2 and len(family) > 1 and _is_suffix(family[-1]):
        family, suffix = family[:-1], family[-1:]
    low = [at for at, word in enumerate(family[:-1]) if _is_low(word)]
    end = low[-1] + 1 if low and low[0] == 0 else 0
    return given, family[:end], family[end:], suffix


def _is_suffix(word: str) -> bool:
    folded = fold(to_plain(word))
    return folded in SUFFIXES and (len(folded) > 1 or word.isupper())


def _is_low(word: str) -> bool:
    """Tell whether the first letter that braces don't protect is lower case."""
    if word[0].isalpha():
        return word[0].islower()
    depth = 0
    for at, char in enumerate(word):
        if char == "{" and depth == 0 and word.startswith("\\", at + 1):
            letters = to_plain(word[at:])
            return letters[:1].islower()
        depth += (char == "{") - (char == "}")
        if depth == 0 and char == "\\":
            return to_plain(word[at:])[:1].islower()
        if depth == 0 and char.isalpha():
            return char.islower()
    return False


def _extended(text: str) -> PersonName:
    """``family=Park, given=Ada, prefix=van``: the extended format of BibLaTeX."""
    found = {
        match[1].lower(): to_plain(match[2].strip().strip('"'))
        for match in re.finditer(_EXTENDED_PART, text)
    }
    return PersonName(
        found.get("family", ""),
        found.get("given", ""),
        found.get("prefix", ""),
        suffix=found.get("suffix", ""),
    )


def _joined(words: list[str]) -> str:
    return to_plain(" ".join(words)) if words else ""
