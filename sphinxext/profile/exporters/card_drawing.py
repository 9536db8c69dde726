"""How social cards are drawn: words set by Typst, and turned into pixels.

Typst draws pictures in full colour itself, and packs each as closely as it can, which takes nine
tenths of the time.  A card of words alone needs sixteen shades.  So Typst sets those as a PDF,
pdfium draws that in grey, and the grey is the number of a colour.

What many cards have in common is drawn once, and the rest of each upon a copy of it.  Several stand
on a page of a PDF, one below the other: to begin a page takes Typst and pdfium as long as some
lines of words.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from ctypes import c_char
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .shades_png import ShadesPng
from .typesetting import installed, without_network

if TYPE_CHECKING:
    import typst

TEMPLATE = Path(__file__).parents[1] / "templates" / "social_cards" / "card.typ"
#: Pixels, as Facebook, LinkedIn, Mastodon and X ask for.
WIDTH, HEIGHT = 1200, 630

#: What a card shows: ``kind``, ``title``, ``lines``, ``picture`` (a path from the root), ``site``.
Data = dict[str, Any]

Colour = tuple[int, int, int]


def _between(one: Colour, other: Colour, steps: int) -> Iterator[Colour]:
    """Yield colours from one, inclusive, to another, exclusive."""
    for step in range(steps):
        red, green, blue = (a + (b - a) * step // steps for a, b in zip(one, other, strict=True))
        yield red, green, blue


_INK, _ACCENT, _PAPER = (0x1D, 0x2A, 0x4D), (0x0B, 0x5A, 0x75), (0xFF, 0xFF, 0xFF)
_PALETTE = (*_between(_INK, _ACCENT, 4), *_between(_ACCENT, _PAPER, 11), _PAPER)
#: Numbers in the palette of ink, accent, quiet words and thin lines.
_SHADES = (0, 4, 5, 12)

#: The number of the colour of paper.
_BLANK = _PALETTE.index(_PAPER)

#: Cards that stand on a page of a PDF.
_ON_A_PAGE = 10

#: Packages without which Typst draws words by itself.
_FOR_SHADES = ("pypdfium2", "isal")

#: Stands in a PDF that draws letters in colours of their own, as those of emoji.
_COLOURED = b"/Type3"


def design() -> str:
    """Return what tells a card's look apart from that of other releases."""
    return f"{TEMPLATE.read_text('utf-8')}{_SHADES}{_PALETTE}"


def tools() -> dict[str, str]:
    """Return the versions of what draws, on which each pixel depends."""
    return {name: installed(name) for name in ("typst", *_FOR_SHADES)}


class Drawer:
    """Draws cards.

    ``root`` is the folder that pictures lie in; ``words`` are what all cards have in common:
    ``fonts`` (families in order) and ``language``.
    """

    def __init__(self, root: Path, fonts: typst.Fonts, words: Data) -> None:
        self._root = root
        self._fonts = fonts
        self._words = words
        self._png = ShadesPng(WIDTH, HEIGHT, _PALETTE)
        self._blank = self._png.filled(_BLANK)

    def draw(self, cards: Sequence[Data]) -> list[bytes]:
        """Draw cards as PNG, in their order.

        Raises:
            typst.TypstError: A card can't be set.

        """
        if not all(map(installed, _FOR_SHADES)) or any(card["picture"] for card in cards):
            return self._coloured(cards)
        frames = list(dict.fromkeys(map(_frame, cards)))
        drawn = [
            *({"kind": kind, "site": site, "parts": ["frame"]} for kind, site in frames),
            *({**card, "parts": ["words"]} for card in cards),
        ]
        greys = [(number,) * 3 for number in _SHADES]
        (pdf,) = self._set(drawn, greys, _ON_A_PAGE, format="pdf", pdf_tags=False)
        if _COLOURED not in pdf:
            return self._shaded(pdf, len(frames), [frames.index(_frame(card)) for card in cards])
        if len(cards) == 1:
            return self._coloured(cards)
        middle = len(cards) // 2
        return self.draw(cards[:middle]) + self.draw(cards[middle:])

    def _coloured(self, cards: Sequence[Data]) -> list[bytes]:
        colours = [_PALETTE[number] for number in _SHADES]
        whole = [{**card, "parts": ["frame", "words"]} for card in cards]
        return self._set(whole, colours, 1, format="png", ppi=72.0)

    def _set(
        self,
        cards: Sequence[Data],
        colours: Sequence[Sequence[int]],
        on_a_page: int,
        **options: Any,
    ) -> list[bytes]:
        import typst

        words = {**self._words, "cards": cards, "colours": colours, "on-a-page": on_a_page}
        options["sys_inputs"] = {"cards": json.dumps(words)}
        options |= {"root": str(self._root), "font_paths": self._fonts}
        with without_network():
            made: bytes | list[bytes] = typst.compile(TEMPLATE.read_bytes(), **options)
        return [made] if isinstance(made, bytes) else made

    def _shaded(self, pdf: bytes, frames: int, frame_of: Sequence[int]) -> list[bytes]:
        """Draw cards, straight into the rows that are compressed.

        A PDF holds ``frames`` frames, and then what stands in each frame that ``frame_of`` names.
        """
        rows, made = self._png.rows, []
        with _drawing(pdf, self._png) as draw:
            framed = []
            for number in range(frames):
                rows[:] = self._blank
                draw(number)
                framed.append(bytes(rows))
            for number, frame in enumerate(frame_of, start=frames):
                rows[:] = framed[frame]
                draw(number)
                made.append(self._png.write())
        return made


def _frame(card: Data) -> tuple[str, str]:
    """Return what a card has in common with others."""
    return card["kind"], card["site"]


@contextmanager
def _drawing(pdf: bytes, png: ShadesPng) -> Iterator[Callable[[int], None]]:
    """Open a PDF; yield what draws the card of a number upon what is in the rows of a picture."""
    from pypdfium2 import PdfBitmap, PdfDocument, raw

    memory = (c_char * len(png.rows)).from_buffer(png.rows)
    bitmap = PdfBitmap.new_native(WIDTH, HEIGHT, raw.FPDFBitmap_Gray, False, memory, png.stride)
    document, page, opened = PdfDocument(pdf), None, -1

    def draw(number: int) -> None:
        nonlocal page, opened
        wanted, place = divmod(number, _ON_A_PAGE)
        if wanted != opened:
            # Pages as objects of Python take a third of the time that it takes to draw them.
            raw.FPDF_ClosePage(page)
            page, opened = raw.FPDF_LoadPage(document, wanted), wanted
        room = (0, -place * HEIGHT, WIDTH, _ON_A_PAGE * HEIGHT)
        raw.FPDF_RenderPageBitmap(bitmap, page, *room, 0, raw.FPDF_GRAYSCALE)

    try:
        yield draw
    finally:
        raw.FPDF_ClosePage(page)
        document.close()
