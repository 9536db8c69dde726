"""The known words that are nearest to one that isn't known."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

#: A longer word is compared with nothing: the cost grows with the product of the lengths.
LONGEST = 80

#: How many words are named at most.
MOST = 3


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """Return up to three of the known words that are like a word, the nearest first.

    Case does not count.  A word of more than 80 characters is like none.
    """
    if len(word) > LONGEST:
        return []
    wanted = word.casefold().strip()
    limit = max(2 * len(wanted), 4)
    words: dict[str, str] = {}
    for candidate in sorted(set(known)):
        if len(candidate) <= min(limit, LONGEST):
            words.setdefault(candidate.casefold(), candidate)
    return [words[found] for found in get_close_matches(wanted, words, n=MOST, cutoff=0.6)]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ``did you mean 'work' or 'award'?``, or ``""`` where nothing is near."""
    return _question(nearest(word, known))


def hint(word: str, known: Iterable[str]) -> str:
    """End a sentence with :func:`did_you_mean`: ``; did you mean 'work'?`` or ``""``."""
    return suggestion(nearest(word, known))


def suggestion(found: Iterable[str]) -> str:
    """End a sentence with words that may have been meant, or with nothing."""
    question = _question(found)
    return f"; {question}" if question else ""


def _question(found: Iterable[str]) -> str:
    words = [repr(word) for word in found]
    if not words:
        return ""
    *first, last = words
    return f"did you mean {', '.join(first)} or {last}?" if first else f"did you mean {last}?"
