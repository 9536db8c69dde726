"""What a listing needs to know to show a record: where it stands, and which ids it may give."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..config import Settings
from ..domain.profile_domain import ProfileDomain
from ..domain.store import Stated
from ..render.person import group_title


@dataclass
class Listed:
    """One listing being filled.

    ``given`` holds the ids already on the page, ``downloads`` one item for each listing before
    that offers files.
    """

    domain: ProfileDomain
    docname: str
    language: str
    given: set[str] = field(default_factory=set)
    downloads: list[str] = field(default_factory=list)

    def group_title(self, group: str) -> str:
        """Return the words over a group of people: the site's, else those for known groups."""
        settings = Settings.of(self.domain.env.config)
        return dict(settings.groups).get(group) or group_title(group)

    def count_downloads(self) -> int:
        """Count this listing among those of the page that offer files."""
        self.downloads.append(self.docname)
        return self.downloads.count(self.docname)

    def anchor(self, stated: Stated) -> str:
        """Return the id to give a record: its own where this page is its place, else none."""
        docname, anchor = self.domain.store.place(stated)
        if stated.docname or docname != self.docname or anchor in self.given:
            return ""
        self.given.add(anchor)
        return anchor
