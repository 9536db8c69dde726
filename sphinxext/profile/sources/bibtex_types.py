"""What kind of work an entry is, in the words of CSL 1.0.2, and where it stands.

Sources: the entry types of BibTeX and of the manual of BibLaTeX, the item types of CSL 1.0.2.
"""

from __future__ import annotations

import re
from typing import Final

from ..model.publication import Status

#: Entry type -> CSL type.
TYPES: Final = {
    "article": "article-journal",
    "suppperiodical": "article-journal",
    "periodical": "periodical",
    "review": "review",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "proceedings": "book",
    "mvproceedings": "book",
    "book": "book",
    "mvbook": "book",
    "collection": "book",
    "mvcollection": "book",
    "reference": "book",
    "mvreference": "book",
    "manual": "book",
    "inbook": "chapter",
    "bookinbook": "chapter",
    "suppbook": "chapter",
    "incollection": "chapter",
    "suppcollection": "chapter",
    "inreference": "entry-encyclopedia",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "bachelorsthesis": "thesis",
    "thesis": "thesis",
    "techreport": "report",
    "report": "report",
    "booklet": "pamphlet",
    "unpublished": "manuscript",
    "preprint": "article",
    "online": "webpage",
    "electronic": "webpage",
    "www": "webpage",
    "patent": "patent",
    "software": "software",
    "softwareversion": "software",
    "softwaremodule": "software",
    "code": "software",
    "dataset": "dataset",
    "data": "dataset",
    "standard": "standard",
    "video": "motion_picture",
    "movie": "motion_picture",
    "audio": "song",
    "music": "song",
    "artwork": "graphic",
    "image": "graphic",
    "performance": "performance",
    "letter": "personal_communication",
    "legislation": "legislation",
    "jurisdiction": "legal_case",
    "legal": "legislation",
    "talk": "speech",
    "presentation": "speech",
    "speech": "speech",
    "poster": "speech",
    "misc": "document",
    "commentary": "document",
}

#: Entry types that hold data for other entries and are no works.
NO_WORKS: Final = frozenset({"xdata", "set", "bibnote", "control"})

_GENRES = {
    "phdthesis": "PhD thesis",
    "mastersthesis": "Master’s thesis",
    "mathesis": "Master’s thesis",
    "bathesis": "Bachelor’s thesis",
    "bachelorsthesis": "Bachelor’s thesis",
    "candthesis": "Candidate thesis",
    "techreport": "Technical report",
    "resreport": "Research report",
    "datacd": "Data CD",
    "audiocd": "Audio CD",
    "patentus": "U.S. patent",
    "patenteu": "European patent",
    "software": "Software",
}

_PUBSTATES: Final[dict[str, Status]] = {
    "inpress": "in-press",
    "forthcoming": "in-press",
    "accepted": "in-press",
    "toappear": "in-press",
    "submitted": "under-review",
    "underreview": "under-review",
    "inreview": "under-review",
    "underrevision": "under-review",
    "inpreparation": "under-review",
    "prepublished": "preprint",
    "preprint": "preprint",
    "published": "published",
}
_PREPRINT_SERVER = re.compile(
    r"\b(?:arxiv|biorxiv|medrxiv|chemrxiv|psyarxiv|techrxiv|engrxiv|ssrn|corr|hal|openreview"
    r"|research square|preprints?(?:\.org)?|e-prints?)\b",
    re.IGNORECASE,
)
_UNDER_REVIEW = re.compile(
    r"^\W*(?:(?:currently |still )?under (?:review|revision|submission)|submitted|in (?:review|"
    r"submission|preparation|revision))\b",
    re.IGNORECASE,
)
_IN_PRESS = re.compile(
    r"^\W*(?:to appear|in press|forthcoming|accepted\b(?!\s+as)|early access|online first)",
    re.IGNORECASE,
)
ARXIV_JOURNAL: Final = re.compile(
    r"\b(?:arxiv(?:[:.\s]+(?:preprint|e-?print)s?)?(?:\s+arxiv)?[:\s/]*|abs/)"
    r"((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?)\b",
    re.IGNORECASE,
)


def is_preprint_server(venue: str) -> bool:
    """Tell whether a journal is a server for preprints (``arXiv preprint arXiv:...``)."""
    return len(venue) < 80 and _PREPRINT_SERVER.search(venue) is not None


def genre_of(entry_type: str, stated: str) -> str:
    """Return what a thesis, report or patent calls itself."""
    return _GENRES.get(stated.strip().lower(), stated) or (
        _GENRES.get(entry_type, "") if entry_type not in {"software"} else ""
    )


def status_named(word: str) -> Status | None:
    """Return the status that a ``status`` or ``pubstate`` field names."""
    return _PUBSTATES.get(re.sub(r"[^a-z]", "", word.lower()))


def status_in(*texts: str) -> Status | None:
    """Return the status that a year, a note or a venue tells in words: "to appear"."""
    for text in texts:
        if text and not text.isdigit():
            if _UNDER_REVIEW.match(text):
                return "under-review"
            if _IN_PRESS.match(text):
                return "in-press"
    return None
