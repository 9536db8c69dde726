"""Lists of publications as files for reference managers, beside the pages that offer them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..domain.downloads import page_file, wanted
from ..model.publication import Publication
from .bibtex import to_bibtex
from .csl_json import to_csl_json
from .files import OutputFiles
from .ris import to_ris
from .site import Site

Write = Callable[[Sequence[Publication]], str]


#: Format of :data:`..domain.downloads.FORMATS` -> how it is written.
WRITERS: dict[str, Write] = {"bibtex": to_bibtex, "ris": to_ris, "csl-json": to_csl_json}


def export(site: Site, files: OutputFiles) -> None:
    """Write each list that a page offers, and each publication beside its own page."""
    for path, form, query in wanted(site.needs):
        found = (stated.record for stated in site.answers.select(query))
        files.write(path, WRITERS[form]([r for r in found if isinstance(r, Publication)]))
    for name, key in site.answers.pages.items():
        stated = site.store.get("publication", key)
        if stated and isinstance(stated.record, Publication):
            for form, write in WRITERS.items():
                files.write(page_file(name, form), write([stated.record]))
