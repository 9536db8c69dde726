"""Fill a listing of news items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from docutils import nodes

from ..domain.query import Query
from ..domain.store import Stated
from ..model.news import News
from ..nodes import profile_item, profile_list
from ..render import news as render_news
from .grouping import grouped
from .listed import Listed


def fill(listed: Listed, query: Query, place: Mapping[str, Any]) -> list[nodes.Node]:
    """Show news as short articles, or as lines."""
    layout = place.get("show-layout", "list")
    return grouped(listed, query, place, lambda found: _items(listed, found, layout))


def _items(listed: Listed, found: Sequence[Stated], layout: str) -> list[nodes.Node]:
    out: list[nodes.Node] = []
    for stated in found:
        news = cast("News", stated.record)
        anchor = listed.anchor(stated)
        if layout == "compact":
            item = profile_item("", *render_news.line(news, listed.docname, listed.language))
            item["ids"] = [anchor] if anchor else []
        else:
            shown = render_news.article(
                news, listed.docname, listed.language, anchor=anchor, resolved=True, listed=True
            )
            item = profile_item("", shown)
        out.append(item)
    classes = ["profile-news-list", f"profile-{layout}"]
    return [profile_list("", *out, classes=classes, bullet="*")] if out else []
