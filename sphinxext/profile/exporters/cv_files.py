"""The files that CVs are offered as: made before pages are written, so that no button is dead."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from ..config import WEB_BUILDERS, Settings, place
from ..domain.cv_plan import Plan
from ..domain.memory import Memory
from ..domain.profile_domain import ProfileDomain
from ..log import Problem, warn
from .files import OutputFiles
from .site import Site

#: Where finished PDFs are kept, below the folder of doctrees.
MEMORY = "profile-cv"


class Asked(NamedTuple):
    """One CV that a page asks for."""

    docname: str
    words: str
    location: str

    @property
    def plan(self) -> Plan:
        """What it is to hold."""
        return Plan.loads(self.words)


def register(app: Sphinx) -> None:
    """Have the files made when all pages are read."""
    # Behind a live preview, which has the edited page written before.
    app.connect("env-updated", _make, priority=600)


def export(site: Site, files: OutputFiles) -> None:
    """Write the files that were made for the pages of this build."""
    for path, content in site.cv_content.items():
        files.write(path, content)


def asked_for(domain: ProfileDomain) -> Iterator[Asked]:
    """Yield every CV of the site once a page, in the order of the pages."""
    for docname, needs in sorted(domain.data["needs"].items()):
        for words, location in {n.target: n.location for n in needs if n.objtype == "cv"}.items():
            yield Asked(docname, words, location)


def _make(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Make all files; return the pages whose buttons are to change."""
    domain = ProfileDomain.of(env)
    domain.cv_files, domain.cv_content = {}, {}
    if app.builder.name not in WEB_BUILDERS or domain.recall.unchanged:
        return []  # a site with CVs never counts as unchanged
    _make_all(app, domain)
    memory = Memory(app.doctreedir)
    return _changed(domain, memory, f"offered by {app.builder.name} in {Path(app.outdir)}")


def _make_all(app: Sphinx, domain: ProfileDomain) -> None:
    settings, memory = Settings.of(app.config), Path(app.doctreedir) / MEMORY
    template = _inside(app, settings.cv_template, "profile_cv_template")
    font_folder = _inside(app, settings.cv_font_folder, "profile_cv_font_folder")
    every = list(asked_for(domain))
    if not every and not memory.is_dir():
        return
    # What sets and writes CVs is loaded where there is one, or was one.
    from .cv_maker import CvMaker
    from .cv_pdf import Typesetter

    setter = Typesetter(
        root=Path(app.srcdir),
        memory=memory,
        template=template,
        fonts=settings.cv_fonts,
        font_folder=font_folder,
    )
    maker = CvMaker(app, domain, setter)
    for asked in every:
        maker.make(asked)
    maker.finish()


def _changed(domain: ProfileDomain, memory: Memory, name: str) -> list[str]:
    """Compare what pages offer with what they offered; remember it."""
    offers: dict[str, list[str]] = {}
    for (docname, _), files in domain.cv_files.items():
        offers.setdefault(docname, []).append(repr(files))
    now = {docname: "".join(found) for docname, found in offers.items()}
    before = memory.read(name)
    memory.store(name, now)
    # A page that no longer has a CV was read anew, so it is written anyway.
    return sorted(docname for docname, offer in now.items() if before.get(docname) != offer)


def _inside(app: Sphinx, path: str, setting: str) -> Path | None:
    """Return a file or folder of the source directory, or ``None`` with a warning."""
    if not path:
        return None
    root = Path(app.srcdir).resolve()
    found = (root / path).resolve()
    if found.is_relative_to(root) and found.exists():
        return found
    message = f"{setting} = {path!r}: it is not there, or not in the source directory"
    warn(Problem.SETTING, message, location=place(app.confdir, setting))
    return None
