"""The words that references are made with, in one language."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from .dates import PartialDate


def _year(date: PartialDate) -> str:
    return str(date.year)


class Words(NamedTuple):
    """The words and signs of references in one language; English where nothing else is given.

    ``{0}`` stands for what a word is said of.  ``date`` writes a date.
    """

    comma: str = ", "
    two: str = "{0} and {1}"
    last: str = "{0}, and {1}"
    et_al: str = "{0} et al."
    within: str = "In "
    editor: str = "{0} (ed.)"
    editors: str = "{0} (eds.)"
    page: str = "p. {0}"
    pages: str = "pp. {0}"
    article: str = "article {0}"
    chapter: str = "chapter {0}"
    volume: str = "vol. {0}"
    edition: str = "Edition {0}"
    version: str = "Version {0}"
    preprint: str = "Preprint"
    under_review: str = "under review"
    in_press: str = "in press"
    no_date: str = "n.d."
    textual: str = "{0} ({1})"
    parenthetical: str = "{0}, {1}"
    date: Callable[[PartialDate], str] = _year


ENGLISH = Words()
