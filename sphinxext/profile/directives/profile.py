"""``profile``: states a person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from docutils import nodes

from ..model.person import Person
from ..render.person import profile
from . import options
from .accounts import ACCOUNT_OPTIONS, PLACE_OPTIONS, accounts, names, place
from .base import RecordDirective
from .options import Option


class ProfileDirective(RecordDirective):
    """State who somebody is, and show it."""

    PREFIXES = ("name.",)
    OPTIONS: ClassVar[Mapping[str, Option]] = {
        "id": Option(options.identifier, "What others refer to; made of the name by default."),
        "role": Option(options.text, "Position or job title."),
        "group": Option(options.identifier, "Group in listings: faculty, phd, alumni, …"),
        "affiliation": Option(options.organizations, "Employers, parted by semicolons."),
        "member-of": Option(options.several, "Ids of organizations stated on this site."),
        "interests": Option(options.topics, "Fields of interest, parted by commas."),
        "skills": Option(options.topics, "Skills, parted by commas."),
        "image": Option(options.text, "A picture beside the page."),
        "alt": Option(options.text, "What the picture shows, for those who don't see it."),
        "links": Option(options.links, "Further links, each as ``label <url>``."),
        "aliases": Option(options.several, "Other spellings of the name, as papers have it."),
        "tags": Option(options.several, "Tags, parted by commas."),
        "pronouns": Option(options.text, "Pronouns."),
        "start": Option(options.text, "Since when at the lab."),
        "end": Option(options.text, "Until when at the lab."),
        "destination": Option(options.text, "Where an alumnus or alumna went."),
        "advisors": Option(options.several, "Ids of those who advise the person."),
        **PLACE_OPTIONS,
        **ACCOUNT_OPTIONS,
    }

    def run(self) -> list[nodes.Node]:
        """Return the profile's nodes."""
        found = self.read()
        if not self.heading and set(self.options) == {"id"} and not self.content:
            return [self.shown_record("person", found)]
        body = self.content_nodes()
        name = self.named("the person's name")
        when, when_text = self.when(found)
        person = Person(
            id=self.identify(found, name),
            name=name,
            names=names(found),
            body=self.words_of(body),
            links=found.get("links", ()),
            image=self.image(found),
            tags=found.get("tags", ()),
            aliases=found.get("aliases", ()),
            role=found.get("role", ""),
            group=found.get("group", ""),
            affiliation=found.get("affiliation", ()),
            member_of=found.get("member-of", ()),
            interests=found.get("interests", ()),
            skills=found.get("skills", ()),
            accounts=accounts(found),
            place=place(found),
            pronouns=found.get("pronouns", ""),
            when=when,
            when_text=when_text,
            destination=found.get("destination", ""),
            advisors=found.get("advisors", ()),
        )
        stated = self.note(person)
        node = profile(
            person,
            self.env.docname,
            self.language,
            anchor=stated.anchor,
            body=body,
            extra=self.refused_lines(),
        )
        return [self.located(node)]
