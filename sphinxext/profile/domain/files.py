"""Records of files: bibliographies are read before pages are, in the main process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from ..config import Settings
from ..log import Problem, warn
from ..sources import bibtex
from ..sources.cache import cached_all
from .profile_domain import ProfileDomain
from .store import Stated, state


def register(app: Sphinx) -> None:
    """Have the files read once in each build."""
    app.connect("env-before-read-docs", _load)


def _load(app: Sphinx, env: BuildEnvironment, _docnames: list[str]) -> None:
    domain = ProfileDomain.of(env)
    domain.from_files = tuple(_bibliographies(app))
    domain.forget_answers()


def _bibliographies(app: Sphinx) -> Iterator[Stated]:
    names = []
    for name in Settings.of(app.config).bibliography:
        if (Path(app.srcdir) / name).is_file():
            names.append(name)
        else:
            message = f"profile_bibliography: {name!r} is no file of the source directory"
            warn(Problem.BIBTEX, message, location="conf.py")
    paths = [Path(app.srcdir) / name for name in names]
    folder = Path(app.doctreedir) / "profile"
    files = cached_all(paths, folder, bibtex.read_all, bibtex.VERSION) if paths else ()
    told = bibtex.duplicates(list(zip(names, files, strict=True)))
    seen: set[str] = set()
    for name, file in zip(names, files, strict=True):
        for issue in (*file.problems, *(issue for where, issue in told if where == name)):
            warn(Problem(issue.problem), issue.message, location=f"{name}:{issue.line}")
        for record, line in file.entries:
            if record.id not in seen:
                seen.add(record.id)
                yield state(record, "", name, line)
