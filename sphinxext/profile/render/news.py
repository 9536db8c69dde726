"""A news item becomes an article, or one line of a list."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

from ..i18n import _, format_date
from ..model.news import News
from ..model.richtext import first_block
from ..nodes import profile_body, profile_header, profile_news, profile_time
from .common import Nodes, facts, links, name, paragraph, portrait, separated, tags, title, xref
from .richtext import richtext


def article(
    news: News,
    docname: str,
    language: str,
    *,
    anchor: str = "",
    body: Sequence[nodes.Node] | None = None,
    resolved: bool = False,
    listed: bool = False,
    extra: Sequence[nodes.Node] = (),
) -> profile_news:
    """Make the article of an item; in a listing its first paragraph, the headline a link."""
    node = profile_news("", classes=["h-entry"])
    if anchor:
        node["ids"] = [anchor]
    header = profile_header("")
    header += moment(news, language)
    head = xref("news", news.id, docname=docname) if listed else name(news.name)
    header += title(head, classes=["p-name"])
    node += header
    if news.image and not listed:
        node += portrait(news.image, news.name, resolved=resolved)
    words = richtext(first_block(news.body) if listed else news.body)
    shown = words if body is None else list(body)
    if shown:
        node += profile_body("", *shown, classes=["p-summary" if listed else "e-content"])
    node += facts(_rows(news, docname))
    if not listed:
        node += tags(news.tags)
    node += links(news.links, docname)
    node += list(extra)
    return node


def moment(news: News, language: str) -> Nodes:
    """Make the line with the date, if there is one."""
    if news.date is None:
        return []
    words = format_date(news.date, language)
    time = profile_time("", words, datetime=news.date.isoformat(), classes=["dt-published"])
    return [paragraph(time, classes=["profile-meta"])]


def _rows(news: News, docname: str) -> list[tuple[str, Sequence[nodes.Node]]]:
    people = separated(
        xref("person", target, docname=docname, quiet=True) for target in news.people
    )
    projects = separated(
        xref("project", target, docname=docname, quiet=True) for target in news.projects
    )
    return [(_("People"), people), (_("Projects"), projects)]


def line(news: News, docname: str, language: str) -> Nodes:
    """Make an item as one line: its date and its headline."""
    parts: Nodes = [xref("news", news.id, docname=docname)]
    if news.date is not None:
        words = format_date(news.date, language)
        when = profile_time("", words, datetime=news.date.isoformat(), classes=["dt-published"])
        parts = [when, nodes.Text(" "), *parts]
    return [paragraph(*parts, classes=["profile-line"])]
