"""``news``: states something the lab tells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from docutils import nodes

from ..log import Problem
from ..model.dates import today
from ..model.news import News
from ..render.news import article
from ..sources.build import build
from . import options
from .base import RecordDirective
from .options import Option


class NewsDirective(RecordDirective):
    """State a news item, and show it unless it is a draft or lies in the future."""

    OPTIONS: ClassVar[Mapping[str, Option]] = options.of_record("news")

    def run(self) -> list[nodes.Node]:
        """Return the item's nodes; a draft and what lies in the future leave none."""
        found = self.read()
        body = self.content_nodes()
        name = self.named("the headline")
        date = found.get("date")
        if "date" not in self.options:
            self.warn(Problem.MISSING, "news: ':date:' is missing; feeds leave the item out")
        news = build(
            News,
            found,
            id=self.identify(found, f"{date.isoformat()} {name}" if date else name),
            name=name,
            body=self.words_of(body),
            image=self.image(found),
        )
        stated = self.note(news)
        if date is not None and date.earliest() > today():
            self.domain.note_until(date.earliest())
        if not news.is_public:
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
