"""A CV as data for Typst: dictionaries, lists and strings, which a template sets as it likes.

Nothing an author wrote becomes code: the template is a file of its own and reads this as JSON.
The guide describes the form; a template of a site's own relies on it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ..i18n import format_range
from ..model.cv import CV, Entry, Section
from ..model.networks import shown_address
from ..model.record import Link
from ..model.richtext import Block, RichText, Span

Data = dict[str, Any]


def cv_data(cv: CV, *, page: str, fonts: Iterable[str] = (), photo: str = "") -> str:
    """Write a CV as JSON: ``page`` is ``a4`` or ``letter``, ``photo`` the picture's file name."""
    person = cv.person
    name = person.name_in(cv.language)
    names = (("", person.name), *person.names)
    alt = person.image.alt if person.image else ""
    language, _, region = cv.language.replace("_", "-").partition("-")
    region = region if len(region) == 2 and region.isalpha() else ""
    data = {
        "name": name,
        "heading": cv.heading,
        "title": f"{name} – {cv.heading}",
        "names": [{"language": lang, "text": text} for lang, text in names if text != name],
        "role": person.role,
        "affiliation": list(cv.affiliation),
        "place": person.place.text,
        "contacts": [_link(link) for link in cv.contacts],
        "address": cv.address,
        "language": language,
        "region": region,
        "keywords": list(dict.fromkeys((*(t.name for t in person.interests), *person.tags))),
        "sections": [_section(section, cv.language) for section in cv.sections],
        "page": page,
        "fonts": list(fonts),
        "photo": {"path": photo, "alt": alt or name} if photo else None,
    }
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def _link(link: Link) -> Data:
    return {"label": link.label, "text": shown_address(link), "url": link.url, "kind": link.rel}


def _section(section: Section, language: str) -> Data:
    return {
        "name": section.name,
        "title": section.title,
        "layout": section.layout,
        "style": section.style,
        "text": blocks(section.text),
        "entries": [_entry(entry, language) for entry in section.entries],
    }


def _entry(entry: Entry, language: str) -> Data:
    return {
        "title": spans(entry.title),
        "name": entry.name,
        "organization": entry.organization,
        "about": entry.about,
        "role": entry.role,
        "location": entry.location,
        "dates": format_range(entry.when, language) if entry.when else entry.when_text,
        "year": str(entry.when.start.year) if entry.when and entry.when.start else "",
        "url": "" if entry.url.startswith("doc:") else entry.url,
        "body": blocks(entry.body),
        "length": sum(len(block.text) for block in entry.body),
        "facts": [{"label": label, "text": text} for label, text in entry.facts],
        "links": [_link(link) for link in entry.links if not link.url.startswith("doc:")],
        "authors": [{"name": author.name, "own": author.own} for author in entry.authors],
        "et_al": entry.et_al,
        "source": spans(entry.source),
        "level": entry.level,
        "keywords": list(entry.keywords),
    }


def spans(found: Iterable[Span]) -> list[Data]:
    """Write marked words."""
    return [
        {"text": span.text, "marks": list(span.marks), "url": _outside(span.href)}
        for span in found
        if span.text
    ]


def _outside(url: str) -> str:
    """Keep the addresses that lead somewhere from a file that stands alone."""
    return url if url.startswith(("https:", "http:", "mailto:", "tel:")) else ""


def blocks(text: RichText) -> list[Data]:
    """Write a text as a tree: a list holds its items, an item its own blocks."""
    return _tree(list(text), 0)


def _tree(found: list[Block], level: int) -> list[Data]:
    out: list[Data] = []
    while found:
        block = found[0]
        if block.level > level or (block.kind == "item" and block.level == level == 0):
            out.append(_list(found, max(block.level, 1)))
        elif block.level < level or block.kind == "item":
            break
        else:
            found.pop(0)
            out.append({"kind": block.kind, "spans": spans(block.spans)})
    return out


def _list(found: list[Block], level: int) -> Data:
    """Take the items of one list, and what belongs to each, off the front."""
    ordered = found[0].ordered
    items: list[list[Data]] = []
    while found and max(found[0].level, found[0].kind == "item") >= level:
        block = found[0]
        own: list[Data] = []
        if block.kind == "item" and max(block.level, 1) == level:
            if block.ordered != ordered:
                break
            found.pop(0)
            own.append({"kind": "paragraph", "spans": spans(block.spans)})
        items.append(own + _tree(found, level))
    return {"kind": "list", "ordered": ordered, "items": items}
