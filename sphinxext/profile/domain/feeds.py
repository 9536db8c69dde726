"""Feeds and calendars: which ones there are, what each holds, and where its files lie."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from ..config import Settings
from ..model.dates import DateRange, today
from .query import Query
from .select import Answers, begin, span
from .store import Stated

if TYPE_CHECKING:
    from .needs import Need
    from .profile_domain import ProfileDomain

FOLDER = "feeds"

#: The name of the whole site's; a listing that asks for it feeds in as well.
SITE = "site"

#: Entries of a feed at most, the newest: who follows it has the older ones already.
MOST = 50

#: What ``profile_feed`` and ``profile_calendar`` may name -> object type.
SOURCES = {"news": "news", "publications": "publication", "events": "event"}


class Form(NamedTuple):
    """A format: its name, its media type and the end of its files' names."""

    label: str
    type: str
    suffix: str


#: Option of a listing -> the formats in which its answer is written.
FORMS = {
    "feed": (
        Form("Atom", "application/atom+xml", ".xml"),
        Form("JSON Feed", "application/feed+json", ".json"),
    ),
    "calendar": (Form("iCalendar", "text/calendar", ".ics"),),
}


@dataclass
class Feed:
    """What one name stands for: the answers to all ``queries`` that ask for it.

    ``kind`` is one of :data:`FORMS`; ``docnames`` are the pages that ask, ``title`` is the heading
    of the first listing that has one.
    """

    kind: str
    name: str
    docnames: list[str] = field(default_factory=list)
    queries: list[Query] = field(default_factory=list)
    title: str = ""

    def path(self, form: Form) -> str:
        """Return the path of a file below the output folder."""
        return f"{FOLDER}/{self.name}{form.suffix}"


def asked(needs: Mapping[str, Sequence[Need]], settings: Settings, root: str) -> list[Feed]:
    """List all feeds and calendars, the site's own first; ``root`` is the page of those."""
    found: dict[tuple[str, str], Feed] = {}
    for kind, sources in (("feed", settings.feed), ("calendar", settings.calendar)):
        if sources:
            queries = [Query(SOURCES[source]) for source in sources]
            found[kind, SITE] = Feed(kind, SITE, [root], queries)
    for docname, need, kind, name in asking(needs):
        feed = found.setdefault((kind, name), Feed(kind, name))
        feed.docnames.append(docname)
        if need.query is not None:
            # How many a page has room for is no matter of its feed.
            feed.queries.append(replace(need.query, limit=0, sort=()))
        feed.title = feed.title or str(dict(need.place).get("show-title", ""))
    return list(found.values())


def asking(needs: Mapping[str, Sequence[Need]]) -> Iterator[tuple[str, Need, str, str]]:
    """Yield the page, the listing, the option and the name for each feed that is asked for."""
    for docname, wanted in sorted(needs.items()):
        for need in wanted:
            place = dict(need.place)
            for kind in FORMS:
                if name := str(place.get(f"show-{kind}", "")):
                    yield docname, need, kind, name


def written(domain: ProfileDomain, wanted: Callable[[Feed], bool]) -> list[Feed]:
    """List what a web build writes of the wanted: where the site's address is known, if not empty.

    What a feed holds is looked up for those alone, since each of many pages may have its own.
    """
    config = domain.env.config
    if not config.html_baseurl:
        return []
    found = asked(domain.data["needs"], Settings.of(config), config.root_doc)
    return [feed for feed in found if wanted(feed) and entries(feed, domain.answers)]


def entries(feed: Feed, answers: Answers) -> list[Stated]:
    """List what a feed or calendar holds, each record once, the newest first."""
    found = {s.key: s for query in feed.queries for s in answers.select(query)}
    fits = whole_days if feed.kind == "calendar" else _has_begun
    held = [s for s in found.values() if s.listed and answers.store.place(s)[0] and fits(s)]
    held.sort(key=lambda stated: stated.key)
    held.sort(key=_start, reverse=True)
    return held if feed.kind == "calendar" else held[:MOST]


def whole_days(stated: Stated) -> DateRange | None:
    """Return from which day to which a record lasts; ``None`` where one isn't known to the day."""
    when = span(stated.record)
    if when and when.start and when.end and when.start.day and when.end.day:
        return when
    return None


def _has_begun(stated: Stated) -> bool:
    moment = begin(stated.record)
    return moment is not None and moment.earliest() <= today()


def _start(stated: Stated) -> tuple[int, int]:
    moment = begin(stated.record)
    return moment.sort_key if moment else (0, 0)
