"""The style of CSL that the site's references are set in, if a setting names one."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from ..config import Settings, place
from ..log import Problem, warn
from ..model.publication import Publication
from ..model.richtext import Span
from ..sources.paths import is_inside

if TYPE_CHECKING:
    from ..sources.csl_style import Style


@lru_cache(maxsize=4)
def _read(path: Path, digest: str, language: str) -> Style | str:
    """Return the style, or what is wrong with it; read once for each state of the file."""
    # Most sites name no style.
    from ..sources.csl_style import Style, StyleError

    try:
        return Style(path, language)
    except StyleError as error:
        return str(error)


class CitationStyle:
    """Sets references as ``profile_citation_style`` says; ``digest`` changes with the file."""

    def __init__(self, env: BuildEnvironment) -> None:
        self._style: Style | None = None
        self.digest = ""
        self.fault = ""
        if not (name := Settings.of(env.config).citation_style):
            return
        path = Path(env.srcdir) / name
        try:
            if not is_inside(Path(env.srcdir), name):
                self.fault = f"{name!r} lies outside the source directory"
                return
            self.digest = sha256(path.read_bytes()).hexdigest()
        except (OSError, ValueError):
            self.fault = f"{name!r} is no file of the source directory"
            return
        found = _read(path, self.digest, str(env.config.language or ""))
        if isinstance(found, str):
            self.fault = found
        else:
            self._style = found

    def reference(self, publication: Publication) -> tuple[Span, ...]:
        """Return the reference in the style; nothing where the usual form is to be shown."""
        if self._style is None:
            return ()
        found = self._style.reference(publication)
        return found[0].spans if found else ()


def register(app: Sphinx) -> None:
    """Have the style looked at before pages are read."""
    app.connect("env-before-read-docs", _check)


def _check(app: Sphinx, env: BuildEnvironment, _docnames: list[str]) -> None:
    """Say what is wrong with the style, once in a build."""
    if fault := CitationStyle(env).fault:
        message = f"profile_citation_style: {fault}; references keep their usual form"
        warn(Problem.SETTING, message, location=place(app.confdir, "profile_citation_style"))
