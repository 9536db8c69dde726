"""Fill a listing of news items."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from docutils import nodes

from ..domain.store import Stated
from ..model.news import News
from ..nodes import profile_item, profile_list
from ..render import news as render_news
from .listed import Listed


def items(listed: Listed, found: Sequence[Stated], layout: str) -> list[nodes.Node]:
    """Show items as short articles, or as lines."""
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
