"""Where records live that no page states: on a page of their own, or where a page shows them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from ..model.slug import ascii_slug
from .needs import Need
from .select import Answers
from .store import Key, Stated

Homes = dict[Key, tuple[str, str]]


def placed(
    answers: Answers,
    needs: Mapping[str, tuple[Need, ...]],
    folder: str,
    docnames: Iterable[str],
) -> Answers:
    """Give the records of files their places; publications have pages in ``folder``, if any."""
    homes = find_homes(needs, answers)
    names = publication_pages(answers, folder, docnames) if folder else {}
    listed_at = {key: homes.get(("publication", key), ("", ""))[0] for key in names}
    for key, name in names.items():
        homes["publication", key] = (name, "")
    return answers.placed(homes, {name: key for key, name in names.items()}, listed_at)


def find_homes(needs: Mapping[str, tuple[Need, ...]], answers: Answers) -> Homes:
    """Give records of data files a place: where a page shows one alone, else in a listing.

    Of several listings the longest is the place, since a reader finds the neighbours there too; of
    equally long ones that which asks for the least.
    """
    alone: list[tuple[str, tuple[Stated, ...]]] = []
    listed: list[tuple[int, int, str, tuple[Stated, ...]]] = []
    for docname, wanted in sorted(needs.items()):
        for need in wanted:
            if need.whole and need.query is None:
                found = answers.store.get(need.objtype, need.target)
                alone.append((docname, (found,) if found else ()))
            elif need.query is not None:
                shown = answers.select(need.query)
                listed.append((-len(shown), _length(need), docname, shown))
    listed.sort(key=lambda item: item[:3])
    homes: Homes = {}
    for docname, shown in (*alone, *(item[2:] for item in listed)):
        for stated in shown:
            if not stated.docname:
                homes.setdefault(stated.key, (docname, stated.anchor))
    return homes


def _length(need: Need) -> int:
    """Return the length of a query as its place holds it."""
    return len(dict(need.place).get("profile-query", ""))


def publication_pages(answers: Answers, folder: str, docnames: Iterable[str]) -> dict[str, str]:
    """Name the page of each publication that has one, by its key.

    A name is made of ``a`` to ``z``, digits and ``-``.  Keys that give the same name are told apart
    by their hashes; a key whose name a page of the site has already gets none.
    """
    by_slug: dict[str, list[str]] = {}
    for stated in answers.store.all("publication"):
        if not stated.docname:
            by_slug.setdefault(ascii_slug(stated.record.id), []).append(stated.record.id)
    taken = set(docnames)
    names: dict[str, str] = {}
    for slug, keys in by_slug.items():
        for key in keys:
            end = f"-{_digest(key)}" if len(keys) > 1 else ""
            name = f"{folder}/{slug}{end}"
            if name not in taken:
                names[key] = name
    return names


def _digest(key: str) -> str:
    return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
