"""``news``: states something the lab tells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from docutils import nodes

from ..domain.select import is_public
from ..log import Problem
from ..model.dates import today
from ..model.news import News
from ..render.news import article
from . import options
from .base import RecordDirective
from .options import Option


class NewsDirective(RecordDirective):
    """State a news item, and show it unless it is a draft or lies in the future."""

    OPTIONS: ClassVar[Mapping[str, Option]] = {
        "id": Option(options.identifier, "What others refer to; made of date and title."),
        "date": Option(options.date, "When it happened; listings and feeds show it from then on."),
        "people": Option(options.several, "Ids of people it is about."),
        "projects": Option(options.several, "Ids of projects it is about."),
        "tags": Option(options.several, "Tags, parted by commas."),
        "image": Option(options.text, "A picture beside the page."),
        "alt": Option(options.text, "What the picture shows, for those who don't see it."),
        "links": Option(options.links, "Further links, each as ``label <url>``."),
        "draft": Option(options.flag, "Keep it out of pages, listings and feeds."),
    }

    def run(self) -> list[nodes.Node]:
        """Return the item's nodes; a draft and what lies in the future leave none."""
        found = self.read()
        body = self.content_nodes()
        name = self.named("the headline")
        date = found.get("date")
        if "date" not in self.options:
            self.warn(Problem.MISSING, "news: ':date:' is missing; feeds leave the item out")
        news = News(
            id=self.identify(found, f"{date.isoformat()} {name}" if date else name),
            name=name,
            body=self.words_of(body),
            links=found.get("links", ()),
            image=self.image(found),
            tags=found.get("tags", ()),
            date=date,
            people=found.get("people", ()),
            projects=found.get("projects", ()),
            draft=bool(found.get("draft")),
        )
        stated = self.note(news)
        if date is not None and date.earliest() > today():
            self.domain.note_until(date.earliest())
        if not is_public(news):
            return []
        node = article(
            news,
            self.env.docname,
            self.language,
            anchor=stated.anchor,
            body=body,
            extra=self.refused_lines(),
        )
        return [self.located(node)]
