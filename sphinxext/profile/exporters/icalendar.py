"""Calendars (RFC 5545, named as in RFC 7986): what took place on days that are known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ..domain.feeds import Feed, whole_days
from ..domain.select import tags_of
from ..domain.store import Stated
from ..model.event import Event
from .content_lines import document, escape
from .feed_entries import headline, identifier, organization, title
from .plain_words import prose
from .signs import clean, line
from .site import Site


def icalendar(site: Site, feed: Feed, held: Sequence[Stated]) -> str:
    """Write a calendar."""
    name = _text(title(site, feed))
    return document(
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            f"PRODID:-//sphinxext-profile//NONSGML {_text(line(site.title))}//EN",
            "METHOD:PUBLISH",
            f"NAME:{name}",
            f"X-WR-CALNAME:{name}",
            f"URL:{site.page_url(feed.docnames[0])}",
            *(found for stated in held for found in _event(site, stated)),
            "END:VCALENDAR",
        ]
    )


def _event(site: Site, stated: Stated) -> Iterator[str]:
    record, when = stated.record, whole_days(stated)
    assert when
    assert when.start
    assert when.end
    first, last = when.start.earliest(), when.end.latest()
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(identifier(site, stated))}"
    # The time of writing would change the file with each build.
    yield f"DTSTAMP:{_day(first)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(first)}"
    if last > first and last < date.max:
        # The end is the first day after it.
        yield f"DTEND;VALUE=DATE:{_day(last + timedelta(days=1))}"
    yield f"SUMMARY:{_text(headline(site, record))}"
    if record.body:
        yield f"DESCRIPTION:{_text(chr(10).join(prose(record.body, lists=True)))}"
    if isinstance(record, Event):
        place = (organization(site, record.organization), record.location)
        if any(place):
            yield f"LOCATION:{_text(', '.join(filter(None, place)))}"
    if tags := tags_of(record):
        yield f"CATEGORIES:{','.join(map(_text, tags))}"
    yield f"URL:{site.url(stated)}"
    # Nobody is busy because something took place at the lab.
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(words: str) -> str:
    return escape(clean(words))
