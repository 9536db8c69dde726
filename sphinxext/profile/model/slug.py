"""Ids and file names made from words of any script."""

from __future__ import annotations

import unicodedata
from hashlib import sha256

#: Characters of the longest id; a longer text is cut and told apart by its hash.
LONGEST = 100

#: What Windows takes for a device, whatever the extension.
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)}
)


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _words(text: str) -> list[str]:
    """Part a text into words of letters, digits and the marks that follow them."""
    words, word = [], ""
    for char in text:
        if char.isalnum() or (word and unicodedata.category(char).startswith("M")):
            word += char
        elif word:
            words.append(word)
            word = ""
    return [*words, word] if word else words


def slug(text: str) -> str:
    """Return an id: lower case, ``-`` between words, letters of any script kept (``김태훈``).

    The same for equal texts in any Unicode normal form, never empty, and its own slug.
    """
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).lower())
    made = "-".join(_words(folded))
    if not made:
        return f"id-{_digest(folded)}"
    if len(made) > LONGEST:
        return f"{made[: LONGEST - 9].rstrip('-')}-{_digest(made)}"
    return made


def ascii_slug(text: str) -> str:
    """Return a file name of ``a`` to ``z``, ``0`` to ``9`` and ``-``, without an extension.

    Where a letter was lost or changed on the way (``김태훈``, ``José``) the hash of the text's
    slug stands at the end, so that two texts with different slugs get different names; so it does
    behind the name of a device of Windows (``con``).
    """
    full = slug(text)
    if full.isascii() and full not in _DEVICES:
        return full
    plain = unicodedata.normalize("NFKD", full).encode("ascii", "ignore").decode().lower()
    return "-".join((*_words(plain), _digest(full))) if _words(plain) else f"id-{_digest(full)}"
