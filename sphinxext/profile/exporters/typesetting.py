"""What all that Typst sets has in common: its version, its messages, its bounds, and no network."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.images import get_image_size

from ..sources.bounds import MOST_PIXELS

if TYPE_CHECKING:
    import typst

#: Nothing listens there, so that a package is never looked for on the network.
_NOWHERE = "http://127.0.0.1:9"
_PROXIES = {
    **dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), _NOWHERE),
    **dict.fromkeys(("http_proxy", "https_proxy", "all_proxy"), _NOWHERE),
    **dict.fromkeys(("NO_PROXY", "no_proxy"), ""),
}


@cache
def installed(package: str) -> str:
    """Return the version of a package, or ``""`` where it isn't installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def typst_version() -> str:
    """Return the version of the package ``typst``, or ``""`` where it isn't installed."""
    return installed("typst")


def told(error: typst.TypstError) -> str:
    """Say in one line what Typst says of a fault, with the line of the template."""
    where = re.search(r"┌─ (?:\S*[/\\])?(\S+:\d+)", error.diagnostic)
    hints = "".join(f"; {hint}" for hint in error.hints)
    place = f" ({where[1]})" if where and "py_bytes" not in where[1] else ""
    return f"{error.message}{hints}{place}".replace("\n", " ")


def too_large(picture: Path) -> str:
    """Say that a picture would fill the memory once it is unpacked, or return ``""``."""
    size = get_image_size(picture) if picture.suffix.lower() != ".svg" else None
    if size is None or size[0] * size[1] <= MOST_PIXELS:
        return ""
    return f"the picture has {size[0]} × {size[1]} pixels; at most {MOST_PIXELS} are drawn"


@contextmanager
def without_network() -> Iterator[None]:
    """Keep what runs within from the network."""
    before = {name: os.environ.get(name) for name in _PROXIES}
    os.environ.update(_PROXIES)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
