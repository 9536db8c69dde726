"""Which pages are written again: those that would show something else than when they were written.

See :mod:`..domain.freshness` for the marks that are compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from docutils import nodes
from sphinx import version_info
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment

from ..domain import images
from ..domain.attachments import OWNER, AttachedFiles
from ..domain.citation_style import CitationStyle
from ..domain.files import images as images_of
from ..domain.freshness import SHOWN, Compared, Ledger, Marks, site_mark, wide_marks
from ..domain.memory import Memory, mark_of
from ..domain.profile_domain import ProfileDomain
from .filling import fill
from .listed import Listed
from .marking import narrow_mark

#: Pages of which what was filled for comparing is kept until they are written.
_KEPT = 20


def register(app: Sphinx) -> None:
    """Connect to the events of a build."""
    app.add_event(SHOWN)
    app.connect("env-before-read-docs", _begin)
    # Before all others, who ask for the names of pictures and files.
    app.connect("env-updated", _settle, priority=100)
    # Behind all others, who may still change what is known.
    app.connect("env-updated", _pages_to_write, priority=900)
    app.connect("write-started", _copy_changed_pictures)
    app.connect("build-finished", _keep_ledger)


def _begin(_app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    ProfileDomain.of(env).compared = Compared(reading=frozenset(docnames))


def _writes_everything(builder: Builder) -> bool:
    """Tell whether a builder writes all pages each time, so that nothing need be compared."""
    # Builders that compare times answer with a generator, which isn't run here.
    return isinstance(builder.get_outdated_docs(), str | set | frozenset | list)


def _ledger(app: Sphinx) -> Ledger:
    return Ledger.of(Memory(app.doctreedir), app.builder.name, str(Path(app.outdir)))


def _settle(_app: Sphinx, env: BuildEnvironment) -> None:
    """Find the files and pictures of records, now that all records are known."""
    domain = ProfileDomain.of(env)
    if domain.recall.unchanged:
        return
    domain.forget_answers()  # those asked while reading may lack the titles of pages
    compared = domain.compared
    attached = AttachedFiles(env, domain.store, domain.attachments)
    domain.files.tell("publications", attached.problems)
    compared.attached = attached.found
    compared.style = CitationStyle(env)
    images.settle(env, images_of(domain.files.stated()))
    compared.pictures = images.by_page(env)


def _pages_to_write(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """Return the pages that show something else than what this builder wrote."""
    domain = ProfileDomain.of(env)
    compared = domain.compared
    if domain.recall.unchanged or _writes_everything(app.builder):
        return []
    ledger = _ledger(app)
    compared.wide = wide_marks(domain)
    pages = [
        docname
        for docname, wide in sorted(compared.wide.items())
        if docname not in compared.reading and _differs(domain, ledger, docname, wide)
    ]
    compared.due.update(pages)
    # Where there is no page to write, Sphinx 8.1 makes no indices and no inventory either, and
    # copies no picture.
    nothing = version_info < (8, 2) and not pages and not compared.reading
    if nothing and (ledger.site != site_mark(domain) or _changed_pictures(app, ledger)):
        return [str(app.config.root_doc)]
    return pages


def _differs(domain: ProfileDomain, ledger: Ledger, docname: str, wide: str) -> bool:
    before = ledger.pages.get(docname)
    if before is None or before.wide == wide:
        return before is None
    compared, shown = domain.compared, list(_filled(domain, docname))
    compared.narrow[docname] = narrow_mark(domain, docname, shown)
    differs = before.narrow != compared.narrow[docname]
    # An edit concerns few pages, a setting all of them: not all of those have to be in memory.
    if differs and len(compared.filled) < _KEPT:
        compared.filled[docname] = shown
    return differs


def _filled(domain: ProfileDomain, docname: str) -> Iterator[list[nodes.Node]]:
    """Fill the places of a page as if it were written now."""
    given: set[str] = set()
    downloads: list[str] = []
    language = str(domain.env.config.language or "en")
    for need in domain.data["needs"].get(docname, ()):
        if need.whole:
            yield fill(dict(need.place), Listed(domain, docname, language, given, downloads))


def _picture_marks(app: Sphinx) -> dict[str, str]:
    """Fingerprint the pictures that no page depends on: those of records of files."""
    return {
        path: mark_of((Path(app.srcdir) / path).read_bytes())
        for path, (docnames, _) in app.env.images.items()
        if docnames <= {images.NO_PAGE, OWNER}
    }


def _copy_changed_pictures(app: Sphinx, builder: Builder) -> None:
    """Have a picture copied that has changed although no page that shows it has."""
    if _writes_everything(builder):
        return
    for path in _changed_pictures(app, _ledger(app)):
        builder.images[path] = app.env.images[path][1]


def _changed_pictures(app: Sphinx, ledger: Ledger) -> list[str]:
    if not ledger.pictures:
        return []
    marks = _picture_marks(app).items()
    return [path for path, mark in marks if ledger.pictures.get(path, mark) != mark]


def _keep_ledger(app: Sphinx, exception: Exception | None) -> None:
    """Note the marks of what was written; after a failure the old ones stay."""
    domain = ProfileDomain.of(app.env)
    if exception is not None or domain.recall.unchanged or _writes_everything(app.builder):
        return
    compared, ledger = domain.compared, _ledger(app)
    kept: dict[str, Marks] = {}
    for docname, wide in compared.wide.items():
        before, narrow = ledger.pages.get(docname), compared.narrow.get(docname)
        if narrow is None:
            # It was neither written nor looked at again: its wide mark is what it was.
            kept |= {docname: before} if before else {}
        elif docname in compared.written or (before and before.narrow == narrow):
            kept[docname] = Marks(wide, narrow)
        elif before:
            kept[docname] = before
    marks = _picture_marks(app)
    copied = {path for path in marks if path in app.builder.images}
    ledger.pictures = {
        path: mark if path in copied else ledger.pictures[path]
        for path, mark in marks.items()
        if path in copied or path in ledger.pictures
    }
    ledger.pages, ledger.site = kept, site_mark(domain)
    ledger.store()
