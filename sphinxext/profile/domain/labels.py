"""What a text calls a publication: "Kim et al. (2022)"."""

from __future__ import annotations

from ..i18n import _
from ..model.publication import Publication


def label(publication: Publication, form: str) -> str:
    """Return the words of a reference.

    ``form`` is ``t`` for a part of the sentence ("Kim et al. (2022)"), ``p`` for one in
    parentheses ("Kim et al., 2022"); any other gives the title.
    """
    if form not in {"t", "p"}:
        return publication.name
    names, year = _names(publication), _year(publication)
    if not names:
        return f"{publication.name} ({year})" if form == "t" else f"{publication.name}, {year}"
    return f"{names} ({year})" if form == "t" else f"{names}, {year}"


def _names(publication: Publication) -> str:
    people = publication.authors or publication.editors
    names = [contributor.name.surname for contributor in people]
    if len(names) > 2 or (names and publication.et_al):
        return _("{name} et al.").format(name=names[0])
    if len(names) == 2:
        return _("{first} and {second}").format(first=names[0], second=names[1])
    return names[0] if names else ""


def _year(publication: Publication) -> str:
    if publication.issued:
        return str(publication.issued.year)
    if publication.status == "in-press":
        return _("in press")
    return _("n.d.")
