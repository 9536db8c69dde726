"""An entry as its readers may copy it: the author's own source without what is meant for a site."""

from __future__ import annotations

import re
from functools import lru_cache

from .bibtex_blocks import RawEntry
from .bibtex_names import SIGNS
from .field_text import squeeze, verbatim

#: Fields that are al-folio's, ours or a reference manager's, and say nothing of the work.
HIDDEN = frozenset((
    "abbr", "abstract", "additional_info", "altmetric", "annotation", "annote", "arxiv", "award",
    "award_name", "bibtex_show", "blog", "code", "dimensions", "google_scholar_id", "hal", "html",
    "inspirehep_id", "pdf", "poster", "preview", "selected", "slides", "supp", "video", "website",
    "people", "projects", "tags", "model", "dataset", "status", "alt", "file",
    "timestamp", "owner", "groups", "keywords", "comment", "review", "__markedentry",
    "date-added", "date-modified", "added-at", "biburl", "interhash", "intrahash", "username",
    "readstatus", "ranking", "printed", "priority", "qualityassured", "relevance", "creationdate",
    "modificationdate", "mendeley-groups", "options", "presort", "sortkey",
))  # fmt: skip
_HIDDEN_PREFIXES = ("bdsk-", "mendeley-", "citeulike-", "authors+", "author+", "editor+")
_MONTHS = {
    "january": "jan", "february": "feb", "march": "mar", "april": "apr", "may": "may",
    "june": "jun", "july": "jul", "august": "aug", "september": "sep", "october": "oct",
    "november": "nov", "december": "dec",
}  # fmt: skip


_SIGNS = "".join(sign for sign in SIGNS if sign not in "#^+")
#: A sign at either end of a part of a name: it speaks of this list of authors alone.
_SIGNED = rf"(?<![^\s,])[{_SIGNS}]+(?=\w)|(?<=[\w.}}])[{_SIGNS}]+(?![^\s,}}])"


def clean_source(entry: RawEntry) -> str:
    """Return an entry, one field a line, macros written out and custom fields left out."""
    lines = []
    names = set()
    arxiv = ""
    for raw_name, raw_value in entry.fields:
        name = raw_name.lower()
        if name == "arxiv":
            arxiv = raw_value
        if name in names or _is_hidden(name):
            continue
        value = squeeze(raw_value)
        if not value:
            continue
        if name == "author" and any(sign in value for sign in _SIGNS):
            value = re.sub(_SIGNED, "", value)
        names.add(name)
        lines.append(f"  {name} = {_delimited(name, value)},\n")
    if arxiv.strip() and "eprint" not in names:
        eprint = re.sub(r"(?i)^(?:https?://arxiv\.org/abs/|arxiv:)", "", verbatim(arxiv))
        lines.append(f"  eprint = {{{eprint}}},\n  archiveprefix = {{arXiv}},\n")
    return f"@{entry.type.lower()}{{{entry.key},\n{''.join(lines)}}}"


@lru_cache(maxsize=1 << 10)
def _is_hidden(name: str) -> bool:
    return name in HIDDEN or name.startswith(_HIDDEN_PREFIXES)


def _delimited(name: str, value: str) -> str:
    if name == "month" and value.lower() in _MONTHS:
        return _MONTHS[value.lower()]
    return f"{{{value}}}"
