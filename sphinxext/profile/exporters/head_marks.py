"""Which heads may have changed: quick fingerprints of all that the head of a page is made of.

They hold what decides on a head, and more, as the wide marks of :mod:`..domain.freshness` do, on
which they rest: a head is made anew where its mark is another, and compared then.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..domain.memory import mark_of
from ..domain.profile_domain import ProfileDomain
from ..domain.query import Query
from ..domain.store import Key
from ..model.dates import today
from .feed_entries import title
from .site import Site
from .social_cards import SITE

#: Raised whenever heads are made in another way, so that those of an older release are made anew.
MAKING = 3


class HeadMarks:
    """The marks of the heads of one build; ``cards`` are the paths of the social cards."""

    def __init__(self, site: Site, domain: ProfileDomain, cards: Mapping[Key, str]) -> None:
        self._site = site
        self._domain = domain
        self._cards = cards
        self._shared = mark_of(*self._of_the_site())

    def of(self, name: str) -> str:
        """Fingerprint a page."""
        return mark_of(
            self._shared,
            self._domain.compared.wide.get(name, ""),
            repr((self._site.words.get(name), self._site.trail(name))),
            repr(self._site.cv_files.get(name)),
            *self._of_records(name),
        )

    def _of_the_site(self) -> Iterator[str]:
        site = self._site
        yield repr((MAKING, today(), site.title, site.language, site.base_url, site.settings))
        yield repr((site.has_opengraph, self._cards.get(SITE)))
        yield self._domain.marks.link(site.publisher) if site.publisher else ""
        for feed, _held in site.feeds:
            yield repr((feed, title(site, feed)))

    def _of_records(self, name: str) -> Iterator[str]:
        near = self._domain.marks.near
        for stated in self._site.by_page.get(name, ()):
            yield near(stated)
            yield self._cards.get(stated.key, "")
            if stated.record.objtype == "person":
                # Posts and studies are told within their person, wherever they are stated.
                events = Query("event", person=(stated.record.id,), allow_empty=True)
                yield from map(near, self._site.answers.select(events))
