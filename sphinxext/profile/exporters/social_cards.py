"""Social cards: the pictures that go with a link to a page, drawn by Typst without a network.

There is one for each person, project and publication that a page is about, and one of the site for
all other pages.  A card's name ends in a mark of all that it shows: it is drawn when there is none
of that name, and whoever keeps pictures by their addresses asks for the new one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from ..domain.store import Key, Stated
from ..i18n import translate
from ..log import Problem, note, warn
from ..model.person import Person
from ..model.publication import Publication
from ..model.richtext import summary
from ..model.slug import ascii_slug
from .cv_fonts import families, signature
from .files import OutputFiles
from .site import Site
from .typesetting import told, typst_version, without_network

TEMPLATE = Path(__file__).parents[1] / "templates" / "social_cards" / "card.typ"
#: Pixels, as Facebook, LinkedIn, Mastodon and X ask for.
WIDTH, HEIGHT = 1200, 630
FOLDER = "_cards"
KINDS = ("person", "project", "publication")
#: Names the card of the site.
SITE: Key = ("site", "")

#: Cards that are set at once; all of them are held in memory.
_AT_ONCE = 50

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A card to draw: whose it is, what it shows, and where to warn."""

    key: Key
    data: Data
    location: str = ""


def export(site: Site, files: OutputFiles) -> None:
    """Put the cards of this build beside the pages."""
    for path, kept in site.cards.items():
        if files.exists(path):
            files.keep(path)
        else:
            files.write(path, kept.read_bytes())


def wanted(site: Site, mains: Iterable[Stated | None]) -> list[Wanted]:
    """List the cards that the pages of a site need, by the records that they are about."""
    found = [
        Wanted(stated.key, _data(site, stated), stated.location("image"))
        for stated in mains
        if stated and stated.record.objtype in KINDS
    ]
    words = site.words.get(site.root)
    return [*found, Wanted(SITE, _card(site, "", site.title, [words.best if words else ""]))]


def _data(site: Site, stated: Stated) -> Data:
    record = stated.record
    lines = [summary(record.body, 160)]
    if isinstance(record, Person):
        lines = [record.role, *site.affiliation(record)[:2]]
        lines.append(" · ".join(topic.name for topic in record.interests[:4]))
    elif isinstance(record, Publication):
        names = [author.name.display for author in record.authors]
        several = [*names[:5], "…"] if len(names) > 6 else names
        where = ", ".join(part for part in (record.venue, str(record.year or "")) if part)
        lines = [", ".join(several), where]
    kind = translate(record.objtype, site.language)
    picture = record.image.uri if record.image and not isinstance(record, Publication) else ""
    return _card(site, kind[:1].upper() + kind[1:], record.name, lines, picture)


def _card(site: Site, kind: str, title: str, lines: Sequence[str], picture: str = "") -> Data:
    return {
        "kind": kind,
        "title": title,
        "lines": [line for line in lines if line],
        "picture": picture,
        "site": site.title if kind else "",
    }


class Cards:
    """Draws the cards of one site and keeps them in the folder of doctrees."""

    def __init__(self, app: Sphinx, site: Site) -> None:
        self.site = site
        self.root = Path(app.srcdir)
        self.memory = Path(app.doctreedir) / "profile-cards"
        folder = site.settings.cv_font_folder
        found = (self.root / folder).resolve() if folder else None
        inside = found is not None and found.is_relative_to(self.root.resolve())
        self.font_folder = found if inside else None
        #: Path below the output folder -> the file that is kept.
        self.files: dict[str, Path] = {}

    def draw(self, cards: Sequence[Wanted]) -> dict[Key, str]:
        """Draw what isn't kept; return the paths of all that are there."""
        if not typst_version():
            note("profile: no social cards are drawn, for the package typst is not installed")
            return {}
        cards = [self._without_lost_picture(card) for card in cards]
        around = self._surroundings()
        marks = {card.key: self._mark(around, card.data) for card in cards}
        missing = [card for card in cards if not self._kept(marks[card.key]).is_file()]
        for start in range(0, len(missing), _AT_ONCE):
            self._draw(missing[start : start + _AT_ONCE], marks)
        paths = {}
        for (objtype, name), mark in marks.items():
            if self._kept(mark).is_file():
                stem = "-".join(filter(None, (objtype, ascii_slug(name) if name else "")))
                paths[objtype, name] = f"{FOLDER}/{stem}-{mark[:12]}.png"
                self.files[paths[objtype, name]] = self._kept(mark)
        self._forget(set(marks.values()))
        return paths

    def _draw(self, cards: Sequence[Wanted], marks: dict[Key, str]) -> None:
        import typst

        try:
            made = self._set([card.data for card in cards])
        except typst.TypstError as error:
            if len(cards) > 1:
                for card in cards:
                    self._draw([card], marks)
                return
            (card,) = cards
            warn(Problem.OUTPUT, f"a social card: {told(error)}", location=card.location)
            if card.data["picture"]:
                self._draw([replace(card, data={**card.data, "picture": ""})], marks)
            return
        self.memory.mkdir(parents=True, exist_ok=True)
        for card, content in zip(cards, made, strict=True):
            self._kept(marks[card.key]).write_bytes(content)

    def _set(self, cards: Sequence[Data]) -> list[bytes]:
        import typst

        fonts = typst.Fonts(font_paths=[str(self.font_folder)] if self.font_folder else [])
        language = self.site.language
        chosen = families("modern", language, self.site.settings.cv_fonts, fonts.families())
        words = {"cards": [_placed(card) for card in cards], "fonts": chosen}
        words["language"] = language.replace("_", "-").partition("-")[0]
        options: dict[str, Any] = {"root": str(self.root), "font_paths": fonts}
        options["sys_inputs"] = {"cards": json.dumps(words)}
        with without_network():
            made = typst.compile(TEMPLATE.read_bytes(), format="png", ppi=72.0, **options)
        return [made] if isinstance(made, bytes) else list(made)

    def _surroundings(self) -> bytes:
        """Return a mark of what all cards depend on: Typst, the template, fonts."""
        state = hashlib.blake2b(TEMPLATE.read_bytes(), digest_size=16)
        parts = (typst_version(), signature(self.font_folder), self.site.settings.cv_fonts)
        state.update(repr((*parts, self.site.language)).encode())
        return state.digest()

    def _without_lost_picture(self, card: Wanted) -> Wanted:
        picture = card.data["picture"]
        if not picture or (self.root / picture).is_file():
            return card
        return replace(card, data={**card.data, "picture": ""})

    def _mark(self, around: bytes, data: Data) -> str:
        state = hashlib.blake2b(around, digest_size=12)
        state.update(json.dumps(data, sort_keys=True).encode())
        if data["picture"]:
            state.update((self.root / data["picture"]).read_bytes())
        return state.hexdigest()

    def _kept(self, mark: str) -> Path:
        return self.memory / f"{mark}.png"

    def _forget(self, marks: set[str]) -> None:
        """Remove cards that no page asks for any more."""
        for path in self.memory.glob("*.png"):
            if path.stem not in marks:
                path.unlink(missing_ok=True)


def _placed(data: Data) -> Data:
    """Name the picture as Typst wants a path: from the root."""
    return {**data, "picture": f"/{data['picture']}" if data["picture"] else ""}
