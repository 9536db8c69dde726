"""What an entry takes over from another: ``crossref`` and ``xdata``.

Source: the manual of BibLaTeX, "Cross-referencing and Data Inheritance", Appendix B; BibTeX's own
rule (every missing field, with ``booktitle`` written out in the parent) is part of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from ..model.nearest import did_you_mean
from .bibtex_blocks import RawEntry

Report = Callable[[str, int], None]

#: Fields that speak of the parent alone.
_OWN = frozenset((
    "ids", "crossref", "xref", "xdata", "entryset", "related", "label", "sortkey", "sorttitle",
    "shorttitle", "keywords", "abstract", "note", "annote", "annotation", "additional_info",
    "doi", "url", "urldate", "eprint", "eprinttype", "archiveprefix", "primaryclass", "pages",
    "pagetotal", "author", "shortauthor", "options", "execute", "presort", "title", "subtitle",
    "titleaddon", "selected", "award", "award_name", "people", "projects", "tags", "preview",
    "bibtex_show", "arxiv", "blog", "code", "hal", "html", "pdf", "poster", "slides", "supp",
    "video", "website", "dataset", "model", "status", "pubstate", "number", "type", "language",
))  # fmt: skip
#: Child types whose parent's title is the title of the book they stand in.
_IN_BOOK = frozenset(
    {"inbook", "bookinbook", "suppbook", "incollection", "suppcollection", "inproceedings"}
    | {"conference", "inreference"}
)
_BOOK_NAMES = {"title": "booktitle", "subtitle": "booksubtitle", "author": "bookauthor"}
_IN_PERIODICAL = frozenset({"article", "suppperiodical", "review"})


class _Parents(NamedTuple):
    by_key: Mapping[str, RawEntry]
    by_folded: Mapping[str, RawEntry]

    def get(self, key: str) -> RawEntry | None:
        return self.by_key.get(key) or self.by_folded.get(key.casefold())


def inherit(
    entries: Iterable[RawEntry], others: Iterable[RawEntry], report: Report
) -> list[RawEntry]:
    """Return the entries with the fields that they take over; ``others`` are further parents."""
    entries = list(entries)
    known = [*entries, *others]
    parents = _Parents(
        {entry.key: entry for entry in reversed(known)},
        {entry.key.casefold(): entry for entry in reversed(known)},
    )
    return [_complete(entry, parents, report) for entry in entries]


def _complete(entry: RawEntry, parents: _Parents, report: Report) -> RawEntry:
    names = {name.lower() for name, _ in entry.fields}
    if not names & {"crossref", "xdata"}:
        return entry
    fields = list(entry.fields)
    seen = {entry.key}
    todo = _references(entry.fields, entry.type)
    while todo:
        relation, key, child_type = todo.pop(0)
        parent = parents.get(key)
        if parent is None:
            hint = did_you_mean(key, parents.by_key) if len(parents.by_key) <= 5000 else ""
            report(f"entry {entry.key!r}: {relation} {key!r} is no entry; {hint}".rstrip("; "),
                   entry.line)  # fmt: skip
            continue
        if parent.key in seen:
            report(f"entry {entry.key!r}: {relation} {key!r} leads back to itself", entry.line)
            continue
        seen.add(parent.key)
        for name, value in _handed_down(parent, child_type, relation):
            if name not in names:
                names.add(name)
                fields.append((name, value))
        todo += _references(parent.fields, parent.type)
    kept = tuple(pair for pair in fields if pair[0].lower() not in {"crossref", "xdata"})
    return entry._replace(fields=kept)


def _references(fields: Iterable[tuple[str, str]], child_type: str) -> list[tuple[str, str, str]]:
    found = []
    for name, value in fields:
        if name.lower() == "xdata":
            keys = (key.strip() for key in value.split(","))
            found += [("xdata", key, child_type) for key in keys if key]
        elif name.lower() == "crossref" and value.strip():
            key = re.sub(r"\s+", "", value)
            found.append(("crossref", key, child_type))
    return found


def _handed_down(parent: RawEntry, child_type: str, relation: str) -> Iterable[tuple[str, str]]:
    """Yield what a parent gives, under the names that the fields have in the child."""
    given = {name.lower(): value for name, value in reversed(parent.fields)}
    if relation == "xdata":
        for name, value in given.items():
            if name not in {"ids", "crossref", "xdata"}:
                yield name, value
        return
    for name, value in given.items():
        if name not in _OWN:
            yield name, value
    renamed = _BOOK_NAMES if child_type in _IN_BOOK else {}
    if child_type in _IN_PERIODICAL:
        renamed = {"title": "journaltitle", "subtitle": "journalsubtitle"}
    for name, new_name in renamed.items():
        # A parent that writes its booktitle out means that to be the whole title.
        if name in given and not (name == "subtitle" and "booktitle" in given):
            yield new_name, given[name]
    if child_type in {"inbook", "bookinbook", "suppbook"} and "author" in given:
        yield "author", given["author"]
