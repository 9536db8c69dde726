"""What machines are told of one page: its title, description, trail and records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..domain.store import Stated
from ..model.person import Person
from ..model.publication import Publication
from ..model.richtext import summary
from .site import Site

#: Characters of a description.
LENGTH = 200

#: Types of record that a page can be about.
_MAIN = ("person", "organization", "project", "publication", "news")


class Page(NamedTuple):
    """What is known of a page.

    ``stated`` are the records it is the place of, ``shown`` those that it shows whole;
    ``trail`` holds (title, docname) from the root to
    the page; ``main`` is the record that the page is about; ``lists`` tells whether it has several.
    """

    name: str
    title: str
    description: str = ""
    stated: Sequence[Stated] = ()
    shown: Sequence[Stated] = ()
    trail: Sequence[tuple[str, str]] = ()
    main: Stated | None = None
    lists: bool = False
    is_root: bool = False


def page_of(site: Site, name: str, title: str = "") -> Page:
    """Describe a page; ``title`` is for one that is made by Sphinx, as the index is."""
    words = site.words.get(name)
    known = words is not None or name in site.answers.pages
    stated = site.by_page.get(name, [])
    title = site.page_title(name) if known or not title else title
    # A page isn't about what it has in a list, where more may come.
    own = [s for s in stated if s.docname or name in site.answers.pages or s in site.alone(name)]
    main = _main(own, title, is_root=name == site.root)
    shown = tuple(site.shown(name))
    described = words.description if words else ""
    described = (
        described or (describe(site, main) if main else "") or (words.first if words else "")
    )
    return Page(
        name=name,
        title=title,
        description=described or (title if title == site.title else f"{title} – {site.title}"),
        stated=stated,
        shown=shown,
        trail=site.trail(name) if known else (),
        main=main,
        lists=main is None and (len(stated) > 1 or bool(shown)),
        is_root=name == site.root,
    )


def _main(stated: Sequence[Stated], title: str, *, is_root: bool) -> Stated | None:
    """Find the record that a page is about: the one of its name, else the only one."""
    candidates = [s for s in stated if s.record.objtype in _MAIN]
    words = title.casefold()
    named = (s for s in candidates if words in {n.casefold() for n in s.record.all_names})
    found = next(named, None)
    if found or len(candidates) != 1:
        return found
    return None if is_root and candidates[0].record.objtype != "organization" else candidates[0]


def describe(site: Site, stated: Stated) -> str:
    """Describe a record in a sentence: its first paragraph, led by what a card would say."""
    record = stated.record
    words = summary(record.body, LENGTH)
    if isinstance(record, Person):
        lead = ", ".join(part for part in (record.role, *site.affiliation(record)) if part)
        words = _sentences(lead, words)
    elif isinstance(record, Publication):
        names = [author.name.display for author in record.authors[:3]]
        names += ["et al."] if len(record.authors) > 3 or record.et_al else []
        words = _sentences(", ".join(names), record.venue, str(record.year or ""), words)
    return shorten(words)


def _sentences(*parts: str) -> str:
    """Join what is there; a part that ends in a dot gets no second one."""
    *first, last = [part for part in parts if part] or [""]
    ended = (part if part.endswith((".", "!", "?", "…")) else f"{part}." for part in first)
    return " ".join((*ended, last))


def shorten(words: str) -> str:
    """Cut words at a blank to the length of a description."""
    line = " ".join(words.split())
    if len(line) <= LENGTH:
        return line
    return line[: LENGTH - 1].rsplit(" ", 1)[0].rstrip(" ,;:.–—-") + "…"
