"""``llms.txt`` (https://llmstxt.org): what the site tells, in Markdown, for language models.

A title, a quotation that says what it is, words, and sections that are lists of links with notes
behind a colon; what stands under "Optional" may be left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..domain.feeds import FORMS, SITE
from ..domain.made import LLMS_TXT, PROFILE_JSON
from ..domain.query import Query
from ..domain.select import begin
from ..domain.store import Stated
from ..i18n import N_, format_date, format_range, translate
from ..model.citation import author_list
from ..model.event import KINDS, Event
from ..model.news import News
from ..model.person import Person
from ..model.project import Project
from ..model.publication import Publication
from ..model.record import Record
from ..model.richtext import summary
from .feed_entries import headline, organization
from .files import OutputFiles
from .pages import page_of
from .plain_words import prose
from .signs import line
from .site import Site

#: Lines of a section at most, the newest; all there is stands in ``profile.json``.
MOST = 100

#: What would be markup in CommonMark.
_SIGNS = re.compile(r"[\\`*_\[\]<>#~|]|&(?=[#\w])")

#: Heading -> the records under it.
_SECTIONS = {
    N_("People"): Query("person"),
    N_("Organizations"): Query("organization"),
    N_("Projects"): Query("project"),
    N_("Publications"): Query("publication"),
    N_("News"): Query("news"),
    **{kind.heading: Query("event", kind=(kind.name,)) for kind in KINDS.values()},
}


def export(site: Site, files: OutputFiles) -> None:
    """Write the file."""
    if site.settings.llms_txt:
        files.write(LLMS_TXT, "\n\n".join(_blocks(site)) + "\n")


def _blocks(site: Site) -> Iterator[str]:
    yield f"# {_words(site.title)}"
    description = line(page_of(site, site.root).description)
    yield f"> {_escaped(description)}"
    owner = site.publisher
    if owner and owner.record.objtype == "organization":
        words = (line(words) for words in prose(owner.record.body))
        yield from (_escaped(part) for part in words if part != description)
    for heading, query in _SECTIONS.items():
        told = (s for s in site.answers.select(query) if site.is_told(s))
        lines = (_line(site, s) for s in told if s is not owner or isinstance(s.record, Person))
        yield from _section(translate(heading, site.language), lines)
    yield from _section("Optional", (*_pages(site), *_files(site)))


def _section(heading: str, lines: Iterable[str]) -> Iterator[str]:
    found = [line for line, _ in zip(lines, range(MOST), strict=False)]
    if found:
        yield "\n".join((f"## {_words(heading)}", "", *found))


def _line(site: Site, stated: Stated) -> str:
    record = stated.record
    return _link(headline(site, record), site.told_url(stated), _notes(site, record))


def _notes(site: Site, record: Record) -> str:
    """Say of a record what a reader would ask first."""
    parts = [_about(site, record), _when(site, record)]
    if not isinstance(record, Publication):
        parts.append(summary(record.body, 200))
    return ". ".join(part.strip().rstrip(".") for part in parts if part.strip())


def _about(site: Site, record: Record) -> str:
    match record:
        case Person():
            places = (organization(site, words) for words in record.affiliation)
            role = ", ".join(part for part in (record.role, *places) if part)
            interests = ", ".join(topic.name for topic in record.interests)
            label = translate("Research interests", site.language)
            return ". ".join(filter(None, (role, interests and f"{label}: {interests}")))
        case Event():
            people = (site.store.get("person", person) for person in record.people)
            return ", ".join((*(p.record.name for p in people if p), *filter(None, [record.about])))
        case Publication():
            names = author_list(record, most=10)
            return ". ".join(part for part in (names, record.venue) if part)
    return ""


def _when(site: Site, record: Record) -> str:
    if isinstance(record, Event | Project) and record.when:
        return format_range(record.when, site.language)
    if isinstance(record, News | Publication) and (moment := begin(record)):
        return format_date(moment, site.language)
    return ""


def _pages(site: Site) -> Iterator[str]:
    """List the pages that are no record's place."""
    for name in sorted(site.titles):
        if name != site.root and name not in site.by_page:
            words = site.words.get(name)
            yield _link(site.page_title(name), site.page_url(name), words.best if words else "")


def _files(site: Site) -> Iterator[str]:
    if site.settings.json:
        yield _link(PROFILE_JSON, site.output_url(PROFILE_JSON), "all of it as JSON")
    for feed, _held in site.feeds:
        for form in FORMS[feed.kind] if feed.name == SITE else ():
            yield _link(feed.path(form), site.output_url(feed.path(form)), form.label)


def _link(words: str, url: str, notes: str) -> str:
    # Readers of this format look for the first bracket and the first parenthesis that close.
    title = _words(words).replace("\\[", "&#91;").replace("\\]", "&#93;")
    address = url.replace("(", "%28").replace(")", "%29").replace(" ", "%20")
    return f"- [{title}]({address})" + (f": {_words(notes)}" if notes else "")


def _words(text: str) -> str:
    return _escaped(line(text))


def _escaped(words: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", words)
