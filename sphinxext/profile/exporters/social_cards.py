"""Social cards: the pictures that go with a link to a page.

There is one for each person, project and publication that a page is about, and one of the site for
all other pages.  A card's name ends in a mark of all that it shows: it is drawn when the output
folder has none of that name, and whoever keeps pictures by their addresses asks for the new one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.application import Sphinx

from ..domain.memory import Memory, mark_of
from ..domain.store import Key, Stated
from ..i18n import translate
from ..log import Problem, note, warn
from ..model.person import Person
from ..model.publication import Publication
from ..model.record import Record
from ..model.richtext import summary
from ..model.slug import ascii_slug
from .card_drawing import Data, Drawer, design, tools
from .cv_fonts import families, first_there, signature
from .files import OutputFiles
from .site import Site
from .typesetting import told, too_large, typst_version

if TYPE_CHECKING:
    import typst

FOLDER = "_cards"
#: Names the card of the site.
SITE: Key = ("site", "")

#: Characters of a line on a card.
LONGEST = 400

#: Cards that are set at once, without a picture and with one; all of them are held in memory.
_AT_ONCE = (500, 50)

#: Letters and signs that each family of the design has.
_LATIN = re.compile("[ -~\u00a0-\u017f\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026]*")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A card to draw: whose it is, what it shows, and where to warn."""

    key: Key
    data: Data
    location: str = ""

    @property
    def needs(self) -> tuple[bool, bool]:
        """Whether it needs room for a picture, and whether it needs more than Latin letters."""
        words = (self.data["kind"], self.data["title"], self.data["site"], *self.data["lines"])
        return bool(self.data["picture"]), not _LATIN.fullmatch("".join(words))


def export(site: Site, files: OutputFiles) -> None:
    """Count the cards of this build as made, so that those of former builds are removed."""
    for path in site.cards():
        files.keep(path)


def wanted(site: Site, mains: Iterable[Stated | None]) -> list[Wanted]:
    """List the cards that the pages of a site need, by the records that they are about."""
    found = [
        Wanted(stated.key, _data(site, stated), stated.location("image"))
        for stated in mains
        if stated and _is_asked(stated.record, site.settings.social_cards)
    ]
    words = site.words.get(site.root)
    return [*found, Wanted(SITE, _card(site, "", site.title, [words.best if words else ""]))]


def _is_asked(record: Record, kinds: Sequence[str]) -> bool:
    is_selected = isinstance(record, Publication) and record.selected
    return record.objtype in kinds or (is_selected and "selected" in kinds)


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
        # A card has no room for more, and Typst takes gigabytes for a title of a megabyte.
        "title": title[:LONGEST],
        "lines": [line[:LONGEST] for line in lines if line],
        "picture": picture,
        "site": site.title if kind else "",
    }


def _batches(cards: Sequence[Wanted]) -> Iterator[list[Wanted]]:
    for needs in product((False, True), repeat=2):
        at_once = _AT_ONCE[needs[0]]
        alike = [card for card in cards if card.needs == needs]
        yield from (alike[start : start + at_once] for start in range(0, len(alike), at_once))


class Cards:
    """Draws the cards of one site into its output folder."""

    def __init__(self, app: Sphinx, site: Site) -> None:
        self.site = site
        self.root = Path(app.srcdir)
        self.out = Path(app.outdir)
        self.memory = Memory(app.doctreedir)
        folder = site.settings.cv_font_folder
        found = (self.root / folder).resolve() if folder else None
        inside = found is not None and found.is_relative_to(self.root.resolve())
        self.font_folder = found if inside else None

    def draw(self, cards: Sequence[Wanted]) -> dict[Key, str]:
        """Draw what isn't there; return the paths of all cards that are."""
        if not typst_version():
            note("profile: no social cards are drawn, for the package typst is not installed")
            return {}
        cards = [self._without_lost_picture(card) for card in cards]
        paths = {card.key: self._path(card) for card in cards}
        name = f"what drew the social cards in {self.out}"
        # Fonts of another machine draw the same card another way, under the same name.
        drew = {**tools(), "fonts": signature(self.font_folder)}
        is_known = self.memory.read(name) == drew
        missing = [card for card in cards if not (is_known and self._is_there(paths[card.key]))]
        for batch in _batches(missing):
            self._draw(batch, paths)
        self.memory.store(name, drew)
        return {key: path for key, path in paths.items() if self._is_there(path)}

    def _is_there(self, path: str) -> bool:
        return (self.out / path).is_file()

    def _path(self, card: Wanted) -> str:
        """Name a card by whose it is and by a mark of all that it shows."""
        objtype, name = card.key
        settings = repr((self.site.settings.cv_fonts, self.site.language))
        shown: list[str | bytes] = [self._design, json.dumps(card.data, sort_keys=True), settings]
        if card.data["picture"]:
            shown.append((self.root / card.data["picture"]).read_bytes())
        stem = f"{objtype}-{ascii_slug(name)}" if name else objtype
        return f"{FOLDER}/{stem}-{mark_of(*shown)[:12]}.png"

    def _without_lost_picture(self, card: Wanted) -> Wanted:
        picture = card.data["picture"]
        if not picture or (self.root / picture).is_file():
            return card
        return replace(card, data={**card.data, "picture": ""})

    def _without_large_picture(self, card: Wanted) -> Wanted:
        picture = card.data["picture"]
        words = too_large(self.root / picture) if picture else ""
        if not words:
            return card
        warn(Problem.OUTPUT, f"a social card: {words}", location=card.location)
        return replace(card, data={**card.data, "picture": ""})

    def _draw(self, cards: Sequence[Wanted], paths: dict[Key, str]) -> None:
        import typst

        cards = [self._without_large_picture(card) for card in cards]
        drawer = self._drawer if cards[0].needs[1] else self._latin_drawer
        try:
            made = drawer.draw([card.data for card in cards])
        except typst.TypstError as error:
            if len(cards) > 1:
                for card in cards:
                    self._draw([card], paths)
                return
            (card,) = cards
            warn(Problem.OUTPUT, f"a social card: {told(error)}", location=card.location)
            if card.data["picture"]:
                self._draw([replace(card, data={**card.data, "picture": ""})], paths)
            return
        (self.out / FOLDER).mkdir(parents=True, exist_ok=True)
        for card, content in zip(cards, made, strict=True):
            (self.out / paths[card.key]).write_bytes(content)

    @cached_property
    def _design(self) -> str:
        return design()

    @cached_property
    def _drawer(self) -> Drawer:
        """What draws with the fonts of this machine, of Typst and of the site."""
        import typst

        fonts = typst.Fonts(font_paths=[str(self.font_folder)] if self.font_folder else [])
        return self._drawing_with(fonts)

    @cached_property
    def _latin_drawer(self) -> Drawer:
        """What draws Latin letters: to load all fonts takes as long as to draw fifty cards."""
        import typst

        if self._family:
            fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(self._family[1])])
            if self._family[0] in fonts.families():
                return self._drawing_with(fonts)
        return self._drawer

    @cached_property
    def _family(self) -> tuple[str, Path] | None:
        """The family of all cards and its folder, where the site doesn't choose its fonts."""
        is_chosen = self.site.settings.cv_fonts or self.font_folder
        return None if is_chosen else first_there("modern")

    def _drawing_with(self, fonts: typst.Fonts) -> Drawer:
        language = self.site.language
        first = self._family[:1] if self._family else self.site.settings.cv_fonts
        chosen = families("modern", language, first, fonts.families())
        own = language.replace("_", "-").partition("-")[0]
        return Drawer(self.root, fonts, {"fonts": chosen, "language": own})
