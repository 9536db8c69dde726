"""Files of publications that readers may take away: which there are, and what they are called."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..model.slug import ascii_slug
from .needs import Need
from .query import Query

FOLDER = "_downloads/publications"


class Format(NamedTuple):
    """A format that reference managers read; ``media`` is its media type."""

    label: str
    suffix: str
    media: str


#: What ``downloads`` may name.
FORMATS = {
    "bibtex": Format("BibTeX", ".bib", "application/x-bibtex"),
    "ris": Format("RIS", ".ris", "application/x-research-info-systems"),
    "csl-json": Format("CSL-JSON", ".json", "application/vnd.citationstyles.csl+json"),
}


def listing_file(docname: str, number: int, form: str) -> str:
    """Return the path of a listing's file below the output folder.

    ``number`` counts the listings with downloads on the page, from 1.
    """
    parts = [_name(part) for part in docname.split("/")]
    end = f"-{number}" if number > 1 else ""
    return f"{FOLDER}/{'/'.join(parts)}{end}{FORMATS[form].suffix}"


def page_file(pagename: str, form: str) -> str:
    """Return the path of the file beside a publication's page."""
    return f"{pagename}{FORMATS[form].suffix}"


def wanted(needs: Mapping[str, tuple[Need, ...]]) -> Iterator[tuple[str, str, Query]]:
    """Yield each file that a listing offers: its path, its format and the listing's query."""
    for docname, found in sorted(needs.items()):
        listings = (need for need in found if need.downloads and need.query)
        for number, need in enumerate(listings, start=1):
            for form in need.downloads:
                if need.query is not None:
                    yield listing_file(docname, number, form), form, need.query


def _name(part: str) -> str:
    """Return a folder's or file's name in ASCII; a changed one is told apart by its hash."""
    made = ascii_slug(part)
    if made == part:
        return made
    mark = hashlib.blake2b(part.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return f"{made}-{mark}"
