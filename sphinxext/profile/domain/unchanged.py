"""Whether anything at all has changed since a builder made a site: if not, no record is loaded.

A mark is kept of everything that a build takes in.  Where it is the same again, and the files that
were looked for are found where they were, what records say and how they are related can't have
changed either.  In any doubt, as with CVs and social cards, which hang on Typst and on fonts,
everything is compared.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import sphinx
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from ..config import WEB_BUILDERS
from ..model.dates import today
from ..model.record import SCHEMA_VERSION
from .attachments import OWNER
from .citation_style import CitationStyle
from .freshness import RENDERING, SHOWN
from .images import NO_PAGE
from .memory import Memory, mark_of
from .profile_domain import ProfileDomain
from .remote import inventory_mark


def register(app: Sphinx) -> None:
    """Connect to the events of a build."""
    found = Unchanged()
    # Before all who compare; what they would do depends on it.
    app.connect("env-updated", found.look, priority=50)
    app.connect("build-finished", found.keep, priority=950)


class Unchanged:
    """What one build takes in, beside what the last one did."""

    def __init__(self) -> None:
        self._inputs = ""

    def look(self, app: Sphinx, env: BuildEnvironment) -> None:
        """Compare with what the last build into this folder took in."""
        domain, memory, name = ProfileDomain.of(env), Memory(app.doctreedir), _name(app)
        kept, self._inputs = memory.read(name), ""
        if _is_known_whole(app):
            # Now: what is saved while the build runs is for the next one.
            self._inputs = mark_of(*_inputs(app, domain))
        if (
            self._inputs
            and kept.get("inputs") == self._inputs
            and kept["files"] == mark_of(*_copied_files(app))
            and domain.attachments.same(kept["asked"])
        ):
            domain.recall.take(kept["answers"])
        elif kept:
            # A build that is stopped halfway leaves nothing that the next one could rely on.
            memory.store(name, {})

    def keep(self, app: Sphinx, exception: Exception | None) -> None:
        """Remember what this build took in, if it wrote all that was to be written."""
        domain = ProfileDomain.of(app.env)
        compared = domain.compared
        due = (compared.due | compared.reading) & app.env.found_docs
        if (
            exception is None
            and self._inputs
            and not domain.recall.unchanged
            and due <= compared.written
            and not _has_cv(domain)
            and not domain.files.lacks_pictures
        ):
            found = {
                "inputs": self._inputs,
                "files": mark_of(*_copied_files(app)),
                "asked": domain.attachments.asked(),
                "answers": domain.recall.answers,
            }
            Memory(app.doctreedir).store(_name(app), found)


def _name(app: Sphinx) -> str:
    return f"what {app.builder.name} took in for {app.outdir}"


def _is_known_whole(app: Sphinx) -> bool:
    """Tell whether all is known that the pages of this builder hang on."""
    return (
        app.builder.name in WEB_BUILDERS
        and "sphinxext.opengraph" not in app.extensions
        and not app.events.listeners[SHOWN]
    )


def _has_cv(domain: ProfileDomain) -> bool:
    return any(need.objtype == "cv" for found in domain.data["needs"].values() for need in found)


def _inputs(app: Sphinx, domain: ProfileDomain) -> Iterator[str]:
    env, config = app.env, app.config
    yield f"{RENDERING} {SCHEMA_VERSION} {sphinx.__display_version__} {today()}"
    yield from (f"{name} {found.version}" for name, found in sorted(app.extensions.items()))
    yield from (f"{value.name} {_steady(value.value)}" for value in config)
    # Each reading of a page has a time of its own.
    yield from (f"{docname} {time}" for docname, time in sorted(env.all_docs.items()))
    yield from (f"{found.key} {found.mark} {found.fault}" for found in domain.files.found)
    yield inventory_mark(env)
    yield CitationStyle(env).digest
    # What it defines besides settings may change pages too.
    own = Path(app.confdir, "conf.py")
    yield mark_of(own.read_bytes()) if own.is_file() else ""
    for path in config.html_extra_path:
        # A file that the site brings itself is not made.
        for where, _folders, names in os.walk(str(Path(app.confdir, str(path)))):
            yield f"{where} {sorted(names)}"


def _copied_files(app: Sphinx) -> Iterator[str]:
    """Tell of the files of records that Sphinx copies: their names, and what pictures hold."""
    env = app.env
    for path, (pages, name) in sorted(env.images.items()):
        yield f"{path} {name}"
        if pages <= {NO_PAGE, OWNER}:
            # One that was deleted is on the list until that is settled anew.
            picture = Path(app.srcdir, path)
            yield mark_of(picture.read_bytes()) if picture.is_file() else ""
    yield from (f"{path} {copy} {OWNER in by}" for path, (by, copy) in sorted(env.dlfiles.items()))


def _steady(value: object) -> str:
    """Write a value of a setting; sets have another order in each process."""
    match value:
        case dict():
            return repr(sorted((repr(key), _steady(item)) for key, item in value.items()))
        case set() | frozenset():
            return repr(sorted(map(_steady, value)))
        case list() | tuple():
            return repr([_steady(item) for item in value])
    return repr(value)
