"""Makes the files of CVs, in each format that a CV is offered in."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import replace

from sphinx.application import Sphinx
from sphinx.util.osutil import relative_uri

from ..domain.cv import compose
from ..domain.cv_plan import Plan
from ..domain.profile_domain import ProfileDomain
from ..log import Problem, note, warn
from ..model.cv import CV
from ..model.publication import Publication
from ..model.slug import ascii_slug
from .bibtex import to_bibtex
from .csl_json import to_csl_json
from .cv_files import Asked
from .cv_pdf import PdfError, Typesetter
from .json_resume import json_resume
from .rendercv import rendercv
from .site import Site
from .typesetting import typst_version
from .vcard import vcard

#: Kind of file -> end of its name.
_ENDINGS = {
    "pdf": "-cv{variant}.pdf",
    "json-resume": "-resume{variant}.json",
    "rendercv": "-rendercv{variant}.yaml",
    "vcard": ".vcf",
    "bibtex": "-publications{variant}.bib",
    "csl-json": "-publications{variant}.csl.json",
}

#: Kind of file -> what writes it; an empty text means that there is nothing to write.
_WRITERS: dict[str, Callable[[CV], str]] = {
    "json-resume": json_resume,
    "rendercv": rendercv,
    "vcard": vcard,
    "bibtex": lambda cv: to_bibtex(publications(cv)),
    "csl-json": lambda cv: to_csl_json(publications(cv)) if publications(cv) else "",
}


def publications(cv: CV) -> list[Publication]:
    """List the publications of a CV, each once."""
    found = (entry.record for entry in cv.entries("publications"))
    return list(dict.fromkeys(record for record in found if isinstance(record, Publication)))


class CvMaker:
    """Makes the files of one build, PDFs with ``typesetter``."""

    def __init__(self, app: Sphinx, domain: ProfileDomain, typesetter: Typesetter) -> None:
        self.domain = domain
        self.site = Site.of(app, domain)
        self.uri = app.builder.get_target_uri
        self.typesetter = typesetter
        self.without_typst = False
        self.told: set[tuple[str, str]] = set()

    def make(self, asked: Asked) -> None:
        """Make the files of one CV and note those that are there."""
        plan = asked.plan
        cv = compose(self.site.answers, plan, self.site.language, self.site.url)
        if cv is None:
            return
        if cv.person.image and not cv.picture:
            cv = replace(cv, picture=self.site.image_url(cv.person.image.uri))
        offered = []
        for kind in plan.downloads:
            content = self._pdf(cv, plan, asked) if kind == "pdf" else self._text(kind, cv, asked)
            if content:
                path = self._path(kind, plan, asked.docname, content)
                self.domain.cv_content[path] = content
                offered.append((kind, relative_uri(self.uri(asked.docname), path)))
        self.domain.cv_files[asked.docname, asked.words] = tuple(offered)

    def finish(self) -> None:
        """Tell once what is missing, and forget what nobody asks for."""
        if self.without_typst:
            note(
                "profile: CVs are not made as PDF, for the package typst is not installed: "
                "python -m pip install 'sphinxext-profile[pdf]'"
            )
        else:
            self.typesetter.forget()

    def _path(self, kind: str, plan: Plan, docname: str, content: bytes) -> str:
        """Name a file beside its page; another one of that name is numbered."""
        variant = "" if plan.variant == "full" else f"-{ascii_slug(plan.variant)}"
        name = ascii_slug(plan.person) + _ENDINGS[kind].format(variant=variant)
        path = posixpath.join(posixpath.dirname(docname), name)
        stem, dot, ending = path.partition(".")
        number = 1
        while self.domain.cv_content.get(path, content) != content:
            number += 1
            path = f"{stem}-{number}{dot}{ending}"
        return path

    def _text(self, kind: str, cv: CV, asked: Asked) -> bytes:
        return _WRITERS[kind](cv).encode()

    def _pdf(self, cv: CV, plan: Plan, asked: Asked) -> bytes:
        if not typst_version():
            self.without_typst = True
            return b""
        photo = cv.person.image.uri if plan.photo and cv.person.image else ""
        try:
            made = self.typesetter.pdf(cv, design=plan.design, page=plan.page, photo=photo)
        except PdfError as error:
            message = f"the CV of {cv.person.id!r} could not be made as PDF: {error}"
            warn(Problem.OUTPUT, message, location=asked.location)
            return b""
        for problem, words in made.faults:
            if (problem, words) not in self.told:
                self.told.add((problem, words))
                message = f"the CV of {cv.person.id!r} as PDF: {words}"
                warn(Problem(problem), message, location=asked.location)
        return made.content
