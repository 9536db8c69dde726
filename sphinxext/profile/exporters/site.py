"""What exporters know of the site: its records, its language and its addresses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urljoin

from sphinx.application import Sphinx

from ..config import Settings
from ..domain.needs import Need
from ..domain.profile_domain import ProfileDomain
from ..domain.relations import Relations
from ..domain.select import Answers
from ..domain.store import Stated, Store
from ..model.dates import today


@dataclass(frozen=True)
class Site:
    """A finished build as exporters see it.

    ``base_url`` is ``html_baseurl`` with a slash at its end, or ``""``; ``path_of`` turns a docname
    into the page's path below it.  ``needs`` tells what each page shows.
    """

    answers: Answers
    needs: dict[str, tuple[Need, ...]]
    settings: Settings
    title: str
    language: str
    base_url: str
    path_of: Callable[[str], str]
    today: date

    @classmethod
    def of(cls, app: Sphinx, domain: ProfileDomain) -> Site:
        """Describe the site that a build makes."""
        base = str(app.config.html_baseurl or "")
        return cls(
            answers=domain.answers,
            needs=domain.data["needs"],
            settings=Settings.of(app.config),
            title=str(app.config.html_title or app.config.project),
            language=str(app.config.language or "en"),
            base_url=base if not base or base.endswith("/") else f"{base}/",
            path_of=app.builder.get_target_uri,
            today=today(),
        )

    @property
    def store(self) -> Store:
        """All records."""
        return self.answers.store

    @property
    def relations(self) -> Relations:
        """All relations."""
        return self.answers.relations

    def path(self, stated: Stated) -> str:
        """Return a record's address below the site's root, or ``""`` if no page has it."""
        docname, anchor = self.store.place(stated)
        return f"{self.path_of(docname)}#{anchor}" if docname else ""

    def url(self, stated: Stated) -> str:
        """Return a record's address, absolute where the site's is known; ``""`` without a page."""
        path = self.path(stated)
        return urljoin(self.base_url, path) if path else ""

    def page_url(self, docname: str) -> str:
        """Return a page's address, absolute where the site's is known."""
        return urljoin(self.base_url, self.path_of(docname))
