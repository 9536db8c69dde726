"""Pictures that options name: found below the source directory, or refused."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from sphinx.environment import BuildEnvironment

from ..log import Problem
from ..model.nearest import hint
from ..model.quoting import shown
from ..model.urls import is_external
from ..sources.paths import is_inside
from .options import BadValueError


def source_file(env: BuildEnvironment, path: str) -> str:
    """Return a picture's path from the source directory, ``/`` between its parts.

    Raises:
        BadValueError: It is an address, isn't there or lies outside the source directory.

    """
    if is_external(path) or ":" in path.split("/", maxsplit=1)[0]:
        message = f"{shown(path)} is not a file of the site; put the picture beside the page"
        raise BadValueError(Problem.IMAGE, message)
    try:
        inside, full = env.relfn2path(path, env.docname)
        is_file = Path(full).is_file()
        # Sphinx follows links since 8.2 only.
        outside = is_file and not is_inside(Path(env.srcdir), Path(inside).as_posix())
    except (ValueError, OSError):
        raise BadValueError(Problem.IMAGE, f"{shown(path)} is not a file name") from None
    relative = PurePosixPath(str(inside).replace("\\", "/"))
    if outside or ".." in relative.parts or relative.is_absolute():
        message = f"{shown(path)} lies outside the source directory"
        raise BadValueError(Problem.IMAGE, message)
    if not is_file:
        raise BadValueError(Problem.IMAGE, f"{shown(path)} is not there{_near(path, Path(full))}")
    return relative.as_posix()


def _near(path: str, full: Path) -> str:
    """Name the files that are like the one that isn't there."""
    try:
        beside = [entry.name for entry in full.parent.iterdir() if entry.is_file()]
    except OSError:
        return ""
    return hint(PurePosixPath(path).name, beside)
