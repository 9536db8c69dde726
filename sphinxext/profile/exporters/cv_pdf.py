"""CVs as PDF, set by Typst: a tagged file that meets PDF/UA-1, without TeX and without a network.

Typst comes as the package ``typst`` (the extra ``sphinxext-profile[pdf]``).  A finished file is
kept in the folder of doctrees under a mark of all that it was made of, so that nothing is set
twice.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..log import Problem
from ..model.cv import CV
from ..model.nearest import hint
from .cv_data import cv_data
from .cv_fonts import families, scripts, signature
from .typesetting import told, too_large, typst_version, without_network

if TYPE_CHECKING:
    import typst

TEMPLATES = Path(__file__).parents[1] / "templates" / "cv"
PACKAGES = TEMPLATES / "packages"
STANDARD = "ua-1"
FONT, OUTPUT = Problem.FONT.value, Problem.OUTPUT.value

#: Characters of one value, and of all values of a CV with their names, beyond which none is set.
LONGEST, LARGEST = 20_000, 4_000_000

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_MISSING = re.compile(r'text `"(.+?)"` could not be displayed', re.DOTALL)
_FROM_NETWORK = re.compile(r"@preview/[\w.:/-]*")


class PdfError(Exception):
    """A PDF could not be made; the message says why."""


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished file and its faults: (subtype of the warning, message)."""

    content: bytes
    faults: tuple[tuple[str, str], ...] = ()


@dataclass
class Typesetter:
    """Sets CVs with one site's template and fonts.

    ``root`` is the source directory, out of which no template can read; ``template`` and
    ``font_folder`` lie in it.  ``fonts`` are families in order.  ``memory`` is where files are
    kept.
    """

    root: Path
    memory: Path
    template: Path | None = None
    fonts: tuple[str, ...] = ()
    font_folder: Path | None = None
    used: set[str] = field(default_factory=set)

    def pdf(self, cv: CV, *, design: str, page: str, photo: str = "") -> Pdf:
        """Set one CV, or take it from those that are kept; ``photo`` is a path below ``root``.

        Raises:
            PdfError: The template has a fault or asks for what isn't there.

        """
        photo = photo if (self.root / photo).is_file() else ""
        mark = self._mark(cv, design, page, photo)
        self.used.add(mark)
        kept = self._kept(mark)
        if kept is None:
            _check_size(cv_data(cv, page=page))
            kept = self._compile(cv, design, page, photo)
            self._keep(mark, kept)
        return kept

    @cached_property
    def machine_fonts(self) -> typst.Fonts:
        """All fonts of this machine, of Typst and of the site."""
        import typst

        return typst.Fonts(font_paths=[str(self.font_folder)] if self.font_folder else [])

    @cached_property
    def families(self) -> list[str]:
        """The families that are there."""
        return list(self.machine_fonts.families())

    def forget(self) -> None:
        """Remove files that were kept for what is no longer asked for."""
        if self.memory.is_dir():
            for path in self.memory.iterdir():
                if path.stem not in self.used:
                    path.unlink(missing_ok=True)

    # -- what was made before -----------------------------------------------------------------

    @cached_property
    def _surroundings(self) -> str:
        """A mark of what all files depend on: Typst, templates, fonts."""
        state = hashlib.blake2b(digest_size=16)
        state.update(f"{typst_version()}\0{signature(self.font_folder)}\0{self.fonts}".encode())
        own = [self.template.parent] if self.template else []
        for folder in (TEMPLATES, *own):
            for path in sorted(folder.rglob("*.typ")):
                state.update(path.read_bytes())
        return state.hexdigest()

    def _mark(self, cv: CV, design: str, page: str, photo: str) -> str:
        state = hashlib.blake2b(digest_size=16)
        state.update(f"{self._surroundings}\0{design}\0".encode())
        state.update(cv_data(cv, page=page, photo=photo).encode("utf-8", "surrogatepass"))
        if photo:
            state.update((self.root / photo).read_bytes())
        return state.hexdigest()

    def _kept(self, mark: str) -> Pdf | None:
        try:
            faults = json.loads((self.memory / f"{mark}.json").read_text("utf-8"))
            content = (self.memory / f"{mark}.pdf").read_bytes()
        except (OSError, ValueError):
            return None
        return Pdf(content, tuple((problem, words) for problem, words in faults))

    def _keep(self, mark: str, made: Pdf) -> None:
        self.memory.mkdir(parents=True, exist_ok=True)
        (self.memory / f"{mark}.pdf").write_bytes(made.content)
        (self.memory / f"{mark}.json").write_text(json.dumps(made.faults), "utf-8")

    # -- setting ------------------------------------------------------------------------------

    def _compile(self, cv: CV, design: str, page: str, photo: str) -> Pdf:
        import typst

        if photo and (words := too_large(self.root / photo)):
            made = self._compile(cv, design, page, "")
            return Pdf(made.content, ((OUTPUT, f"{photo}: {words}"), *made.faults))
        source = self._source(design)
        chosen = families(design, cv.language, self.fonts, self.families)
        data = cv_data(cv, page=page, fonts=chosen, photo=f"/{photo}" if photo else "")
        faults = [(FONT, words) for words in self._absent()]
        try:
            content, notes = self._run(source, data, STANDARD)
        except typst.TypstError as error:
            if photo and "image" in error.message:
                made = self._compile(cv, design, page, "")
                return Pdf(made.content, ((OUTPUT, f"{photo}: {told(error)}"), *made.faults))
            if "PDF/UA-1" not in error.message:
                raise PdfError(told(error)) from None
            found = scripts(_MISSING.findall(error.diagnostic))
            faults += [(FONT, _no_font(script)) for script in found]
            if not found:
                faults.append((OUTPUT, f"the template does not meet PDF/UA-1: {told(error)}"))
            content, notes = self._without_standard(source, data)
        return Pdf(content, (*faults, *((OUTPUT, words) for words in notes)))

    def _absent(self) -> Iterator[str]:
        """Say which families the site wants and doesn't have."""
        there = {family.casefold() for family in self.families}
        for family in self.fonts:
            if family.casefold() not in there:
                near = hint(family, self.families)
                yield f"profile_cv_fonts: there is no font {family!r} on this machine{near}"

    def _without_standard(self, source: bytes, data: str) -> tuple[bytes, tuple[str, ...]]:
        import typst

        try:
            return self._run(source, data, "")
        except typst.TypstError as error:
            raise PdfError(told(error)) from None

    def _source(self, design: str) -> bytes:
        path = self.template or TEMPLATES / f"{design}.typ"
        try:
            source = path.read_bytes()
        except OSError as error:
            raise PdfError(f"the template can't be read: {error.strerror}") from None
        found = _FROM_NETWORK.search(source.decode("utf-8", "replace"))
        if found:
            raise PdfError(
                f"the template imports {found[0]!r}; packages from the network are refused: "
                "copy the package's files beside the template and import those"
            )
        return source

    def _run(self, source: bytes, data: str, standard: str) -> tuple[bytes, tuple[str, ...]]:
        import typst

        options: dict[str, Any] = {"pdf_standards": [standard]} if standard else {}
        main: bytes | str = str(self.template) if self.template else source
        with without_network():
            content, notes = typst.compile_with_warnings(
                main,
                root=str(self.root),
                font_paths=self.machine_fonts,
                package_path=str(PACKAGES),
                package_cache_path=str(self.memory / "no-packages"),
                sys_inputs={"cv": data},
                timestamp=_epoch(),
                **options,
            )
        assert isinstance(content, bytes)
        return content, tuple(note.message for note in notes)


def _check_size(data: str) -> None:
    """Refuse a CV that Typst would set for minutes, in gigabytes of memory.

    Raises:
        PdfError: A value is longer than :data:`LONGEST`, or all are longer than :data:`LARGEST`.

    """
    longest = max((len(words) for words in _STRING.findall(data)), default=0)
    if longest > LONGEST:
        raise PdfError(f"a value of {longest} characters is too long; allowed: {LONGEST}")
    if len(data) > LARGEST:
        raise PdfError(f"its values have {len(data)} characters; allowed: {LARGEST}")


def _no_font(script: str) -> str:
    return (
        f"no font on this machine has the script {script}: the PDF shows boxes for it; install a "
        "font that has it, or put one in profile_cv_font_folder"
    )


def _epoch() -> int | None:
    """Return SOURCE_DATE_EPOCH, for templates that print the day."""
    words = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    return int(words) if words.isdecimal() else None
