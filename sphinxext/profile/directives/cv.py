"""``cv``: shows a person's CV, put together from records stated elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, ClassVar

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config

from ..config import Settings, place
from ..domain.cv_plan import BUILT_IN, DESIGNS, DOWNLOADS, PAGES, plan, unknown
from ..log import Problem, warn
from ..model.cv import SECTIONS
from ..nodes import profile_listing
from . import options
from .base import RecordDirective
from .options import BadValueError, Option


def _pairs(value: str) -> dict[str, str]:
    """Read ``name: words`` or ``name = words``, parted by line ends, commas or semicolons."""
    found = {}
    for part in re.split(r"[\n;,]", value):
        if not part.strip():
            continue
        name, sign, words = re.match(r"([^:=]*)([:=]?)(.*)", part.strip(), re.DOTALL).groups()  # type: ignore[union-attr]
        if not sign:
            message = f"{part.strip()!r}: write each as 'section: value'"
            raise BadValueError(Problem.OPTION, message)
        found[name.strip()] = words.strip()
    return found


def check_variants(app: Sphinx, config: Config) -> None:
    """Warn once of what can't be used in ``profile_cv_variants``."""
    for name, variant in Settings.of(config).cv_variants:
        for _, message in plan("", name, variant)[1]:
            told = f"profile_cv_variants[{name!r}]: {message}"
            warn(Problem.SETTING, told, location=place(app.confdir, "profile_cv_variants"))


class CvDirective(RecordDirective):
    """Show a CV and offer it as files."""

    OPTIONS: ClassVar[Mapping[str, Option]] = {
        "person": Option(options.identifier, "Whose CV: the person's id."),
        "variant": Option(
            options.identifier, "``full``, ``short`` or one of ``profile_cv_variants``."
        ),
        "sections": Option(options.several, f"Sections in their order, of {', '.join(SECTIONS)}."),
        "limits": Option(_pairs, "How many entries at most: ``publications: 5, talk: 3``."),
        "titles": Option(_pairs, "Other headings: ``work: Appointments``."),
        "selected": Option(options.flag, "Only selected publications."),
        "since": Option(options.text, "Leave out what was over before this date."),
        "until": Option(options.text, "Leave out what began after this date."),
        "downloads": Option(
            options.several, f"Files to offer: {', '.join(DOWNLOADS)}; or ``none``."
        ),
        "design": Option(options.one_of(DESIGNS, "design"), "Design of the PDF."),
        "page": Option(options.one_of(PAGES, "page size"), "Paper of the PDF."),
        "photo": Option(options.flag, "Show the person's picture."),
    }

    def run(self) -> list[nodes.Node]:
        """Return the place of the CV."""
        found = self.read()
        person = found.pop("person", "")
        if not person:
            if "person" not in self.options:
                self.warn(Problem.MISSING, "cv: ':person:' is missing: whose CV is it?")
            return []
        name = found.pop("variant", "full")
        made, faults = plan(person, name, {**self._variant(name), **self._stated(found)})
        for key, message in faults:
            if key in found or key == "title":
                self.warn(Problem.OPTION, f"cv: {message}", key)
        node = profile_listing("", classes=["profile-listing", "profile-cv-listing"])
        node["profile-cv"] = made.dumps()
        node["profile-lines"] = [f"person:{self.option_line('person')}"]
        return [self.located(node)]

    def _variant(self, name: str) -> Mapping[str, Any]:
        settings = Settings.of(self.config)
        known: dict[str, dict[str, Any]] = {**BUILT_IN, **dict(settings.cv_variants)}
        if name not in known:
            self.warn(Problem.OPTION, f"cv: {unknown('variant', name, known)}", "variant")
        own = {"design": settings.cv_design, "page": settings.cv_page}
        return {**own, **known.get(name, {})}

    def _stated(self, found: Mapping[str, Any]) -> dict[str, Any]:
        stated = dict(found)
        if self.heading:
            stated["title"] = self.heading
        return stated
