"""JSON Resume 1.0 becomes records: https://jsonresume.org/schema (schema v1.0.0).

Reading is tolerant: names that drafts of the schema had (``company``, ``website``, ``picture``),
``start_date`` for ``startDate``, one value for a list of it.  The properties with which
:mod:`..exporters.json_resume` goes beyond the schema are read back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from ..log import Problem
from ..model.cv_formats import AMONG_PROJECTS, degree_name
from ..model.event import Event
from ..model.networks import ALIASES, NETWORKS
from ..model.person import Account, FreeSection, FreeStyle, Language, Person, Place, Testimonial
from ..model.project import LINK_RELS, Project
from ..model.publication import Contributor, Publication
from ..model.record import Link, Mention, Record, Topic
from ..model.richtext import Block, RichText, Span, from_plain
from ..model.slug import slug
from .data_file import Read
from .foreign import Maker, Taking, author_name, begin, contacts, folded, picture, profile
from .issue import Issue
from .tree import Table

#: Networks by their names and labels, and by names they had before.
_KNOWN = {
    **{folded(name): network for name, network in ALIASES.items()},
    **{folded(network.label): network.name for network in NETWORKS.values()},
    **{folded(network.name): network.name for network in NETWORKS.values()},
}
_STYLES = ("text", "bullets", "numbers", "reversed-numbers", "facts")


def fits(root: Table) -> bool:
    """Tell whether a table is a resume: it has ``basics``, or says so under ``$schema``."""
    return any(
        key.text == "basics" or (key.text == "$schema" and "resume-schema" in str(node))
        for key, node in root.entries
    )


def read(root: Table, stem: str, issues: list[Issue]) -> list[Read]:
    """Read a resume; ``stem`` names a person who has no name, and faults go to ``issues``."""
    return _Resume(root, stem, issues).read()


def _body(item: Taking, *names: str) -> RichText:
    """Read a text and its highlights; each line is a paragraph, and no sign is markup."""
    text = from_plain("\n\n".join(item.text(*names).splitlines()))
    points = item.several("highlights")
    return (*text, *(Block("item", (Span(point),), 1) for point in points))


class _Resume:
    def __init__(self, root: Table, stem: str, issues: list[Issue]) -> None:
        self.top = Taking(root, "resume", issues)
        basics = self.top.parts("basics")
        self.basics = basics[0] if basics else Taking(Table((), root.line, root.column), "", issues)
        self.basics.what = "basics"
        self.name = self.basics.words("name")
        if not self.name:
            self.name = stem
            self.basics.fault(Problem.MISSING, f"basics: 'name' is missing; {stem!r} is shown")
        self.id = slug(self.name)
        self.maker = Maker(self.id)

    def read(self) -> list[Read]:
        sections: tuple[tuple[str, Callable[[Taking], Record]], ...] = (
            ("work", lambda item: self._post(item, "work", "name", "company", "organization")),
            ("volunteer", lambda item: self._post(item, "service", "organization", "name")),
            ("education", self._education),
            ("awards", lambda item: self._point(item, "award", "awarder")),
            ("certificates", lambda item: self._point(item, "certificate", "issuer")),
            ("publications", self._publication),
            ("projects", self._project),
        )
        for name, make in sections:
            for item in self.top.parts(name):
                self.maker.add(make(item), item)
                item.rest()
        self.maker.found.insert(0, self._person())
        self.top.node("$schema")
        for meta in self.top.parts("meta"):
            # The version is that of the schema; a file that is written has its own.
            meta.rest("version")
        self.top.rest()
        return self.maker.found

    # -- the person ---------------------------------------------------------------------------

    def _person(self) -> Read:
        basics = self.basics
        accounts: list[Account | Link | None] = [
            *contacts(basics, "email", "email"),
            *contacts(basics, "phone", "phone"),
            *contacts(basics, "url", "url", "website"),
            *map(self._profile, basics.parts("profiles", bare="url")),
        ]
        image, pictures = picture(basics, self.name, "image", "picture")
        person = Person(
            id=self.id,
            name=self.name,
            names=basics.pairs("names"),
            role=basics.words("label"),
            affiliation=basics.several("affiliation"),
            body=from_plain("\n\n".join(basics.text("summary").splitlines())),
            image=image,
            place=self._place(),
            accounts=tuple(found for found in accounts if isinstance(found, Account)),
            links=(*(found for found in accounts if isinstance(found, Link)), *pictures),
            interests=self._topics("interests"),
            skills=self._topics("skills"),
            languages=self._languages(),
            testimonials=self._references(),
            free_sections=self._free_sections(),
        )
        basics.rest()
        return Read(person, basics.table.line, basics.table.column)

    def _profile(self, item: Taking) -> Account | Link | None:
        label, name = item.words("network", "name", "label"), item.words("username")
        found = profile(label, name, item.url("url"), _KNOWN)
        if found is None:
            item.fault(Problem.MISSING, f"profiles: {label!r} has neither 'username' nor 'url'")
        item.rest()
        return found

    def _place(self) -> Place:
        found = Place()
        for part in self.basics.parts("location", bare="city"):
            found = Place(
                address=part.words("address"),
                postal_code=part.words("postalCode", "zip"),
                city=part.words("city"),
                region=part.words("region", "state"),
                country_code=part.words("countryCode", "country"),
            )
            part.rest()
        return found

    def _topics(self, section: str) -> tuple[Topic, ...]:
        found = []
        for item in self.top.parts(section):
            name, level = item.words("name"), item.words("level")
            found.append(Topic(name, level, item.several("keywords")))
            item.rest()
        return tuple(found)

    def _languages(self) -> tuple[Language, ...]:
        found = []
        for item in self.top.parts("languages", bare="language"):
            found.append(Language(item.words("language", "name"), item.words("fluency", "level")))
            item.rest()
        return tuple(found)

    def _references(self) -> tuple[Testimonial, ...]:
        found = []
        for item in self.top.parts("references", bare="reference"):
            found.append(Testimonial(item.words("name"), _body(item, "reference", "text")))
            item.rest()
        return tuple(found)

    def _free_sections(self) -> tuple[FreeSection, ...]:
        found = []
        for part in self.top.parts("sections", bare="title"):
            items = []
            for item in part.parts("items", bare="text"):
                items.append((item.words("label"), _body(item, "text")))
                item.rest()
            style = part.words("style")
            style = style if style in _STYLES else "text"
            found.append(FreeSection(part.words("title"), cast("FreeStyle", style), tuple(items)))
            part.rest()
        return tuple(found)

    # -- entries ------------------------------------------------------------------------------

    def _event(self, item: Taking, kind: str, name: str, organization: str) -> Event:
        when, words = item.when("startDate", "endDate", "date")
        return Event(
            id=self.maker.id_of(begin(when, words), name or organization),
            kind=kind,
            name=name,
            organization=organization,
            people=(self.id,),
            when=when,
            when_text=words,
            location=item.words("location"),
            url=item.url("url", "website"),
            amount=item.words("amount"),
            links=item.links(),
            section=item.words("section"),
        )

    def _post(self, item: Taking, kind: str, *names: str) -> Event:
        made = self._event(item, kind, item.words("position", "title"), item.words(*names))
        return replace(made, about=item.words("description"), body=_body(item, "summary"))

    def _point(self, item: Taking, kind: str, by: str) -> Event:
        made = self._event(item, kind, item.words("title", "name"), item.words(by))
        return replace(made, body=_body(item, "summary"))

    def _education(self, item: Taking) -> Event:
        degree, area = item.words("studyType", "degree"), item.words("area")
        name = item.words("title") or degree_name(degree, area)
        made = self._event(item, "education", name, item.words("institution", "organization"))
        return replace(
            made,
            degree=degree,
            area=area,
            score=item.words("score", "gpa"),
            courses=item.several("courses"),
            body=_body(item, "summary"),
        )

    def _project(self, item: Taking) -> Record:
        kind, roles = item.words("type"), item.several("roles", "role")
        name, entity = item.words("name", "title"), item.words("entity")
        if kind in AMONG_PROJECTS and not roles:
            made = self._event(item, kind, name, entity)
            tags = item.several("keywords")
            return replace(made, tags=tags, body=_body(item, "description", "summary"))
        when, words = item.when("startDate", "endDate", "date")
        page = item.url("url", "website")
        sign = "; " if any("," in role for role in roles) else ", "
        return Project(
            id=self.maker.id_of(name),
            name=name,
            people=(Mention(self.id, sign.join(roles)),),
            partners=tuple(part.strip() for part in entity.split(";") if part.strip()),
            funder=item.several("funder"),
            grant=item.words("grant"),
            type=kind,
            tags=item.several("keywords"),
            when=when,
            when_text=words,
            links=(*([Link(LINK_RELS["page"], page, "page")] if page else ()), *item.links()),
            section=item.words("section"),
            body=_body(item, "description", "summary"),
        )

    def _publication(self, item: Taking) -> Publication:
        name, doi, url = item.words("name", "title"), item.doi(), item.url("url", "website")
        issued = item.date("releaseDate", "date")
        return Publication(
            id=self.maker.id_of(issued.isoformat() if issued else "", name),
            name=name,
            publisher=item.words("publisher"),
            issued=issued,
            doi=doi,
            url="" if doi and url == f"https://doi.org/{doi}" else url,
            body=_body(item, "summary"),
            authors=tuple(Contributor(author_name(text)) for text in item.several("authors")),
            people=(self.id,),
            section=item.words("section"),
        )
