"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .feed_entries import Author, Channel, Entry
from .signs import json_text


def json_feed(channel: Channel, url: str) -> str:
    """Write a feed that lies at ``url``."""
    return json_text(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": channel.title,
            "home_page_url": channel.page,
            "feed_url": url,
            "language": channel.language,
            "authors": _authors([channel.author]),
            "items": [_item(entry) for entry in channel.entries],
        }
    )


def _item(entry: Entry) -> dict[str, Any]:
    found = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_html": entry.html,
        "content_text": "" if entry.html else entry.title,
        "summary": entry.summary,
        "image": entry.image,
        "date_published": entry.published,
        "date_modified": entry.updated,
        "authors": _authors(entry.authors),
        "tags": list(entry.tags),
        # Times have to be whole in the members that are defined.
        "_profile": {} if entry.published else {"date": entry.date},
    }
    return {name: value for name, value in found.items() if value}


def _authors(authors: Iterable[Author]) -> list[dict[str, str]]:
    return [{"name": name, "url": url} if url else {"name": name} for name, url in authors]
