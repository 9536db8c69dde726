"""Atom feeds (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from .feed_entries import Author, Channel, Entry

_NAMESPACE = "http://www.w3.org/2005/Atom"


def atom(channel: Channel, url: str) -> str:
    """Write a feed that lies at ``url``."""
    feed = ET.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": channel.language})
    _text(feed, "id", url)
    _text(feed, "title", channel.title)
    _text(feed, "updated", channel.updated)
    _authors(feed, [channel.author])
    ET.SubElement(feed, "link", rel="self", type="application/atom+xml", href=url)
    ET.SubElement(feed, "link", rel="alternate", type="text/html", href=channel.page)
    _text(feed, "generator", "sphinxext-profile")
    for entry in channel.entries:
        _entry(ET.SubElement(feed, "entry"), entry)
    ET.indent(feed, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(feed, encoding="unicode")}\n'


def _entry(found: ET.Element, entry: Entry) -> None:
    _text(found, "id", entry.id)
    _text(found, "title", entry.title)
    ET.SubElement(found, "link", rel="alternate", type="text/html", href=entry.url)
    if entry.published:
        _text(found, "published", entry.published)
    _text(found, "updated", entry.updated)
    _authors(found, entry.authors)
    for tag in entry.tags:
        ET.SubElement(found, "category", term=tag)
    if entry.summary:
        _text(found, "summary", entry.summary)
    if entry.html:
        _text(found, "content", entry.html).set("type", "html")


def _authors(parent: ET.Element, authors: Iterable[Author]) -> None:
    for name, url in authors:
        author = ET.SubElement(parent, "author")
        _text(author, "name", name)
        if url:
            _text(author, "uri", url)


def _text(parent: ET.Element, name: str, words: str) -> ET.Element:
    found = ET.SubElement(parent, name)
    found.text = words
    return found
