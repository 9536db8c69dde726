"""The entries of a RenderCV file become records, each by its type and its section's title.

The types are those of ``rendercv.schema.models.cv.entries``; the further keys that
:mod:`..exporters.rendercv` writes are read back.
"""

from __future__ import annotations

from typing import Any

from ..log import Problem
from ..model.cv import SECTIONS
from ..model.cv_formats import degree_name
from ..model.event import KINDS, Event
from ..model.project import LINK_RELS, Project
from ..model.publication import Contributor, Publication
from ..model.record import Link, Mention
from ..model.richtext import Block, RichText, Span
from . import markdown
from .foreign import Maker, Taking, author_name, begin

_OTHERS = ("et al.", "et al", "others")


def _spans(item: Taking, text: str) -> tuple[Span, ...]:
    return markdown.read_line(text, item.fault)


def is_marked(text: str) -> bool:
    """Tell whether a text has emphasis, code or a link."""
    spans = markdown.read_line(text, lambda _problem, _message: None)
    return any(span.marks or span.href for span in spans)


def plain_words(item: Taking, *names: str) -> str:
    """Take words; what marks them has no place there, and is told."""
    return _title(item, *names, linked=False)[0]


def _title(item: Taking, *names: str, linked: bool = True) -> tuple[str, str]:
    """Take a title and the address that it may lead to."""
    spans = _spans(item, item.words(*names))
    hrefs = list(dict.fromkeys(span.href for span in spans if span.href))
    if any(span.marks for span in spans) or len(hrefs) > linked:
        item.fault(Problem.LOSS, f"{item.what}: the marks in {names[0]!r} are left out")
    return "".join(span.text for span in spans), hrefs[0] if hrefs and linked else ""


def markdown_body(item: Taking, text: str, highlights: str = "") -> RichText:
    """Take a text, whose paragraphs blank lines part, and the items of a list below it."""
    out = []
    for part in item.text(text).split("\n\n"):
        lines = [line.strip() for line in part.splitlines() if line.strip()]
        if lines and all(line.startswith("- ") for line in lines):
            out += [Block("item", _spans(item, line[2:]), 1) for line in lines]
        elif lines:
            out.append(Block("paragraph", _spans(item, " ".join(lines))))
    points = item.several(highlights) if highlights else ()
    return (*out, *(Block("item", _spans(item, point), 1) for point in points))


class Entries:
    """Reads the entries of one person's file."""

    def __init__(self, maker: Maker) -> None:
        self.maker = maker
        #: Names under which the person is marked among authors.
        self.own_names: list[str] = []

    def read(self, item: Taking, name: str, title: str) -> None:
        """Read one entry of the section with a name (or ``""``) and a title."""
        section = "" if SECTIONS.get(name) == title else title
        if item.has("institution"):
            self._education(item, section)
        elif item.has("title"):
            self._publication(item, "" if name == "publications" and not section else title)
        elif item.has("company") or item.has("position"):
            kind = name if name in KINDS else "work"
            self._experience(item, kind, "" if kind == name and not section else title)
        elif name == "projects":
            self._project(item, section)
        elif item.has("name"):
            kind = name if name in KINDS else "milestone"
            self._normal(item, kind, "" if kind == name and not section else title)
        else:
            message = f"{title}: this is none of RenderCV's entries; it is left out"
            item.fault(Problem.LOSS, message)
            item.take_all()

    # -- events -------------------------------------------------------------------------------

    def _event(
        self, item: Taking, kind: str, name: str, organization: str, section: str, **more: Any
    ) -> Event:
        when, words = self._when(item)
        return Event(
            **{"url": "", **more},
            id=self.maker.id_of(begin(when, words), name or organization),
            kind=kind,
            name=name,
            organization=organization,
            section=section,
            people=(self.maker.person,),
            when=when,
            when_text=words,
            about=item.words("about"),
            location=plain_words(item, "location"),
            body=markdown_body(item, "summary", "highlights"),
            score=item.words("score"),
            courses=item.several("courses"),
            amount=item.words("amount"),
            tags=item.several("tags"),
            links=item.links(),
        )

    @staticmethod
    def _when(item: Taking) -> Any:
        """Take the dates: ``date`` counts most, an end alone is a day."""
        if item.has("date"):
            for name in ("start_date", "end_date"):
                item.node(name)
            return item.when("", "", "date", free=True)
        if item.has("end_date") and not item.has("start_date"):
            return item.when("", "", "end_date")
        return item.when("start_date", "end_date", "")

    def _experience(self, item: Taking, kind: str, section: str) -> None:
        name, url = _title(item, "position")
        organization, address = _title(item, "company")
        self.maker.add(
            self._event(item, kind, name, organization, section, url=url or address), item
        )

    def _education(self, item: Taking, section: str) -> None:
        area, degree = plain_words(item, "area"), plain_words(item, "degree", "study_type")
        organization, address = _title(item, "institution")
        name = plain_words(item, "title") or degree_name(degree, area)
        url = item.url("url") or address
        more = {"url": url, "degree": degree, "area": area}
        self.maker.add(self._event(item, "education", name, organization, section, **more), item)

    def _normal(self, item: Taking, kind: str, section: str) -> None:
        name, url = _title(item, "name")
        organization = plain_words(item, "organization")
        self.maker.add(self._event(item, kind, name, organization, section, url=url), item)

    # -- works --------------------------------------------------------------------------------

    def _project(self, item: Taking, section: str) -> None:
        name, url = _title(item, "name")
        when, words = self._when(item)
        location = plain_words(item, "location")
        body = markdown_body(item, "summary", "highlights")
        self.maker.add(
            Project(
                id=self.maker.id_of(name),
                name=name,
                section=section,
                people=(Mention(self.maker.person, plain_words(item, "role")),),
                partners=item.several("partners"),
                funder=item.several("funder"),
                grant=item.words("grant"),
                tags=item.several("tags"),
                type=item.words("about"),
                location=location,
                when=when,
                when_text=words,
                links=(*([Link(LINK_RELS["page"], url, "page")] if url else ()), *item.links()),
                body=body,
            ),
            item,
        )

    def _publication(self, item: Taking, section: str) -> None:
        spans = _spans(item, item.words("title"))
        title, issued = "".join(span.text for span in spans), item.date("date")
        authors = self._authors(item)
        et_al = bool(authors) and authors[-1].casefold() in _OTHERS
        names = [author_name(name) for name in authors[: -1 if et_al else None]]
        journal = plain_words(item, "journal")
        self.maker.add(
            Publication(
                id=self.maker.id_of(issued.isoformat() if issued else "", title),
                type="article-journal" if journal else "document",
                name=title,
                title_rich=(Block("paragraph", spans),) if is_marked(item.words("title")) else (),
                section=section,
                authors=tuple(map(Contributor, names)),
                et_al=et_al,
                container_title=journal,
                issued=issued,
                doi=item.doi(),
                url=item.url("url"),
                body=markdown_body(item, "summary"),
                people=(self.maker.person,),
            ),
            item,
        )

    def _authors(self, item: Taking) -> list[str]:
        """List the authors; one whose name is marked is the person."""
        found = []
        for text in item.several("authors"):
            spans = _spans(item, text)
            found.append("".join(span.text for span in spans))
            if any(span.marks for span in spans):
                self.own_names.append(found[-1])
        return found
