"""What the site knows of a publication beyond its entry: people, projects, files, its page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..model.publication import Publication
from ..model.record import Link
from .attachments import is_local
from .citation_style import CitationStyle
from .select import begin, tags_of
from .store import Stated

if TYPE_CHECKING:
    from .profile_domain import ProfileDomain


class Citing:
    """Looks up what stands around publications, for one page."""

    def __init__(self, domain: ProfileDomain) -> None:
        self.domain = domain
        self.attachments = domain.attachments
        self.style = domain.compared.style or CitationStyle(domain.env)
        self._answers = domain.answers
        self._pages = {key: name for name, key in domain.answers.pages.items()}

    def get(self, key: str) -> tuple[Stated, Publication] | None:
        """Return a publication and where it is stated."""
        stated = self._answers.store.get("publication", key)
        if stated is None or not isinstance(stated.record, Publication):
            return None
        return stated, stated.record

    def page(self, key: str) -> str:
        """Return the name of the publication's own page, or ``""``."""
        return self._pages.get(key, "")

    def people(self, key: str) -> tuple[str, ...]:
        """Return the ids behind the authors, ``""`` for outsiders."""
        return self._answers.relations.authorships.get(key).authors

    def everybody(self, key: str) -> tuple[str, ...]:
        """Return the ids of all people of the lab who belong to it."""
        return self._answers.relations.authorships.get(key).people

    def projects(self, key: str) -> list[tuple[str, str]]:
        """Return ids and names of its projects, whichever end names the other."""
        links = self._answers.relations.of(("publication", key), "project")
        found = dict.fromkeys(link.key for link in links)
        store = self._answers.store
        return [(target[1], store.by_key[target].record.name) for target in found]

    def links(self, stated: Stated) -> list[Link]:
        """Return its links, those to files as this builder can follow them."""
        found = []
        for link in stated.record.links:
            if not is_local(link.url):
                found.append(link)
            elif self.domain.on_web and (url := self.attachments.url(stated, link)):
                found.append(replace(link, url=url))
        return found

    def picture(self, key: str) -> str:
        """Return the picture's path from the source directory, or ``""``."""
        found = self.get(key)
        image = found[1].image if found else None
        if found is None or image is None or not is_local(image.uri):
            return ""
        return self.attachments.file(found[0], image.uri)

    def facets(self, publication: Publication) -> dict[str, tuple[str, ...]]:
        """Return what readers may choose by: year, type, people and tags."""
        moment = begin(publication)
        return {
            "year": (str(moment.year),) if moment else (),
            "type": (publication.type,),
            "person": self.everybody(publication.id),
            "tag": tags_of(publication),
        }
