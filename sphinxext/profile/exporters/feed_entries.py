"""What feeds and calendars say of records, before any format shapes it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple
from urllib.parse import quote

from ..domain.feeds import SITE, Feed
from ..domain.select import begin, tags_of
from ..domain.store import Stated
from ..i18n import format_range
from ..model.citation import reference
from ..model.event import Event
from ..model.publication import Publication
from ..model.record import Record
from ..model.richtext import summary
from .html_words import html, paragraph
from .signs import line
from .site import Site

#: A person's name and address; the address may be empty.
Author = tuple[str, str]


class Entry(NamedTuple):
    """One entry.

    ``id`` stays when the record moves to another page.  ``updated`` is the first moment (RFC 3339)
    that the record's date may mean, ``published`` the same where the day is known, else ``""``;
    ``date`` is as precise as it was stated (EDTF).  ``image`` is an address.
    """

    id: str
    url: str
    title: str
    updated: str
    published: str
    date: str
    html: str
    summary: str
    authors: tuple[Author, ...]
    tags: tuple[str, ...]
    image: str


class Channel(NamedTuple):
    """A feed as all formats tell it; ``author`` is whose it is where an entry names nobody."""

    title: str
    page: str
    language: str
    author: Author
    entries: Sequence[Entry]

    @property
    def updated(self) -> str:
        """The date of the newest entry."""
        return max(entry.updated for entry in self.entries)


def channel(site: Site, feed: Feed, held: Sequence[Stated]) -> Channel:
    """Describe a feed and what it holds."""
    owner = site.publisher
    return Channel(
        title=title(site, feed),
        page=site.page_url(feed.docnames[0]),
        language=site.language.replace("_", "-"),
        author=_author(site, owner) if owner else (line(site.title), site.base_url),
        entries=[entry(site, stated) for stated in held],
    )


def title(site: Site, feed: Feed) -> str:
    """Name a feed: as the site, or as its listing or page and the site."""
    if feed.name == SITE:
        return line(site.title)
    return line(f"{feed.title or site.page_title(feed.docnames[0])} – {site.title}")


def entry(site: Site, stated: Stated) -> Entry:
    """Describe one record, which has a date and a page."""
    record, moment = stated.record, begin(stated.record)
    assert moment is not None
    midnight = f"{moment.earliest().isoformat()}T00:00:00Z"
    image = site.image_url(record.image.uri) if record.image else ""
    return Entry(
        id=identifier(site, stated),
        url=site.url(stated),
        title=line(headline(site, record)),
        updated=midnight,
        published=midnight if moment.day else "",
        date=moment.isoformat(),
        html=_picture(record, image) + _content(site, record),
        # An item of one paragraph would say the same twice.
        summary=line(summary(record.body, 300)) if len(record.body) > 1 else "",
        authors=_authors(site, stated),
        tags=tuple(map(line, tags_of(record))),
        image=image,
    )


def identifier(site: Site, stated: Stated) -> str:
    """Return a name for all time: below the site's address, but of no page."""
    objtype, name = stated.key
    return site.output_url(f"#{objtype}/{quote(name, errors='replace')}")


def headline(site: Site, record: Record) -> str:
    """Return an entry's title: an event's with where it took place."""
    place = organization(site, record.organization) if isinstance(record, Event) else ""
    return ", ".join(part for part in (record.name, place) if part) or record.id


def organization(site: Site, words: str) -> str:
    """Return the words for an organization that is named by id or in words."""
    department, found = site.store.organization(words)
    if found is None or found.record.id not in words:
        return words
    return ", ".join(part for part in (department, found.record.name) if part)


def _content(site: Site, record: Record) -> str:
    body = html(record.body, site.ref_url)
    if isinstance(record, Publication):
        return html(reference(record), site.ref_url) + body
    if isinstance(record, Event):
        when = format_range(record.when, site.language) if record.when else ""
        return paragraph(" · ".join(filter(None, (when, record.location)))) + body
    return body


def _picture(record: Record, url: str) -> str:
    if not url or record.image is None:
        return ""
    return f'<p><img src="{escape(url)}" alt="{escape(line(record.image.alt))}"/></p>'


def _authors(site: Site, stated: Stated) -> tuple[Author, ...]:
    record = stated.record
    if isinstance(record, Publication):
        pairs = zip(site.authors(record), record.authors, strict=True)
        return tuple(
            (line(author.name.display), site.url(person) if person else "")
            for person, author in pairs
        )
    links = site.relations.of(stated.key, "person")
    return tuple(_author(site, site.store.by_key[link.key]) for link in links)


def _author(site: Site, stated: Stated) -> Author:
    return line(stated.record.name), site.url(stated)
