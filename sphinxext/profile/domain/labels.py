"""What a text calls a publication: "Kim et al. (2022)"."""

from __future__ import annotations

from collections.abc import Iterable

from ..i18n import reference_words
from ..model.citation import parenthetical, textual, year_letters
from ..model.publication import Publication
from .needs import Need
from .roles import PUB_FORMS
from .store import Store


def label(publication: Publication, form: str, letter: str = "") -> str:
    """Return the words of a reference.

    ``form`` is ``t`` for a part of the sentence ("Kim et al. (2022)"), ``p`` for one in
    parentheses ("Kim et al., 2022"); any other gives the title.  ``letter`` stands behind the year.
    """
    if form == "t":
        return textual(publication, reference_words(), letter)
    if form == "p":
        return parenthetical(publication, reference_words(), letter)
    return publication.name


def letter_of(store: Store, needs: Iterable[Need], role: str, key: str) -> str:
    """Return the letter that tells a publication from another of its authors and year.

    ``needs`` are those of the page: it gives letters to what it refers to itself, since whoever
    reads it can take those for one another.
    """
    if role not in PUB_FORMS:
        return ""
    targets = (n.target for n in needs if n.objtype == "publication" and not n.titled)
    found = (store.get("publication", target) for target in targets if target)
    works = (stated.record for stated in found if stated)
    return year_letters(work for work in works if isinstance(work, Publication)).get(key, "")
