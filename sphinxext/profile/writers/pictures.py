"""Pictures of records on the web: their size, when they load, and copies that fit a screen.

A camera's picture is many times as wide as the place it is shown in.  Where Pillow is installed
(the extra ``pictures``), copies of a few widths are written beside it and the browser takes the
one that it needs.  Without Pillow, and in books, the picture is shown as it is.
"""

from __future__ import annotations

import glob
import os
import posixpath
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.images import get_image_size
from sphinx.writers.html5 import HTML5Translator

from .. import nodes as own
from ..config import WEB_BUILDERS
from ..sources.bounds import MOST_PIXELS

if TYPE_CHECKING:
    from PIL.Image import Image

#: Widths of copies in pixels: small portraits, portraits, cards, and whole columns.
WIDTHS = (160, 320, 640, 1280)

_PHOTOGRAPHS = frozenset({".jpg", ".jpeg", ".png", ".webp"})
#: Whatever a file is called, Pillow would also read formats for which it starts other programs.
_FORMATS = ("JPEG", "PNG", "WEBP")
_ORIENTATION = 0x0112  # Exif 2.32, 4.6.4: five and more are turned by a quarter
_TURNED = 5

# How wide a picture is shown, for browsers that can't tell by themselves (sizes=auto).
PORTRAIT = "9rem"
_CARD = "(min-width: 48rem) 24rem, 100vw"
_COLUMN = "(min-width: 60rem) 54rem, 100vw"


def register(app: Sphinx) -> None:
    """Have copies made anew of pictures that are copied again."""
    app.connect("build-finished", _refresh)


def visit_picture(self: HTML5Translator, node: own.profile_picture) -> None:
    """Write ``<img>``; the first of a page is what its reader waits for, others load when near."""
    if node["uri"] not in self.builder.images:
        self.visit_image(node)
        return
    first = next(self.document.findall(own.profile_picture)) is node
    shown = attributes(
        self.builder, node["uri"], self.builder.imgpath, _shown_width(node), at_once=first
    )
    self.body.append(self.emptytag(node, "img", "", alt=node.get("alt", ""), **shown))


def depart_picture(self: HTML5Translator, _node: own.profile_picture) -> None:
    """Write nothing: an image has no end."""


def attributes(
    builder: StandaloneHTMLBuilder, path: str, root: str, width: str, *, at_once: bool = False
) -> dict[str, str]:
    """Return what an ``<img>`` says beside its words.

    ``path`` is the picture's from the source directory, ``root`` leads to the folder of pictures,
    ``width`` is what ``sizes`` says of the room it is shown in.
    """
    name = builder.images[path]
    source = Path(builder.srcdir, path)
    on_web = builder.name in WEB_BUILDERS
    size, widths = get_image_size(source), list[int]()
    if on_web:
        size, widths = _copies(source, Path(builder.outdir, builder.imagedir), name)
    found = [(copy, _copy_name(name, copy)) for copy in widths]
    if size and (not widths or size[0] <= WIDTHS[-1]):
        found.append((size[0], name))
    src = posixpath.join(root, quote(found[-1][1] if found else name))
    out = {"src": src, "loading": "lazy"} if on_web and not at_once else {"src": src}
    if size:
        shown = found[-1][0]
        out |= {"width": str(shown), "height": str(max(1, round(size[1] * shown / size[0])))}
    if widths:
        ways = [f"{posixpath.join(root, quote(file))} {copy}w" for copy, file in found]
        out |= {"srcset": ", ".join(ways), "sizes": width if at_once else f"auto, {width}"}
    return out


def _shown_width(node: nodes.Element) -> str:
    """Return how wide the place of a picture is, as ``sizes`` wants it."""
    around: list[Any] = []
    ancestor = node.parent
    while ancestor is not None:
        around.append(type(ancestor))
        ancestor = ancestor.parent
    if own.profile_project not in around and own.profile_news not in around:
        return PORTRAIT
    return _CARD if own.profile_item in around else _COLUMN


def _copy_name(name: str, width: int) -> str:
    return f"{name}.{width}.webp"


def _copies(source: Path, folder: Path, name: str) -> tuple[tuple[int, int] | None, list[int]]:
    """Make the copies that are missing or old; return the picture's size and the copies' widths.

    What can't be read as a picture has neither; what is not a photograph, or would fill the memory,
    has no copies.
    """
    size = get_image_size(source)
    if size is None or source.suffix.lower() not in _PHOTOGRAPHS or not find_spec("PIL"):
        return size, []
    from PIL import Image

    try:
        with Image.open(source, formats=_FORMATS) as picture:
            is_large = picture.width * picture.height > MOST_PIXELS
            if is_large or getattr(picture, "is_animated", False):
                return size, []
            size = picture.size
            if picture.getexif().get(_ORIENTATION, 1) >= _TURNED:
                size = size[1], size[0]
            widths = [width for width in WIDTHS if width < size[0]]
            _write(picture, source, [(width, folder / _copy_name(name, width)) for width in widths])
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return size, []
    return size, widths


def _write(picture: Image, source: Path, wanted: list[tuple[int, Path]]) -> None:
    """Write the copies of a picture that aren't of its present state, told by its time."""
    from PIL import ImageOps

    time = source.stat().st_mtime_ns
    stale = [it for it in wanted if not it[1].exists() or it[1].stat().st_mtime_ns != time]
    if not stale:
        return
    upright = ImageOps.exif_transpose(picture)
    upright = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    for width, path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        small = upright.resize((width, max(1, round(upright.height * width / upright.width))))
        small.info = {}  # where and when it was taken is nobody's business
        # Workers may write one copy at the same time: each whole, the last one stays.
        partial = path.with_name(f"{path.name}.{os.getpid()}")
        small.save(partial, "WEBP", quality=82, method=4)
        os.utime(partial, ns=(time, time))
        partial.replace(path)


def _refresh(app: Sphinx, error: Exception | None) -> None:
    """Make copies anew of a picture that has changed while no page that shows it has."""
    builder = app.builder
    if error or builder.name not in WEB_BUILDERS or not isinstance(builder, StandaloneHTMLBuilder):
        return
    folder = Path(builder.outdir, builder.imagedir)
    for path, name in builder.images.items():
        if glob.glob(f"{glob.escape(str(folder / name))}.*.webp"):
            _copies(Path(builder.srcdir, path), folder, name)
