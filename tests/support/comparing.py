"""What two builds of one site show, in a form that can be compared."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

#: Files and folders that are Sphinx's own; some keep words of pages that are gone.
SPHINX = ("_static/", "_sources/", "_images/", "searchindex.js", ".buildinfo", "search.html")

_HEAD = re.compile(rb"<head>.*?</head>", re.DOTALL)
_NEIGHBOUR = re.compile(rb'\s*<link rel="(?:next|prev)"[^>]*>')
_ARTICLE = re.compile(
    rb'<div class="body" role="main">.*?<div class="(?:sphinxsidebar|clearer)"', re.DOTALL
)


def shown(outdir: Path) -> dict[str, str]:
    """Return fingerprints of the article and the head of each page, and of every other file.

    The theme is ``basic``.  Left out are Sphinx's own files and the titles of neighbouring pages.
    """
    return dict(_shown(outdir))


def pictures(outdir: Path) -> dict[str, bytes]:
    """Return the copied pictures by name."""
    folder = outdir / "_images"
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*"))}


def _shown(outdir: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(outdir.rglob("*")):
        name = path.relative_to(outdir).as_posix()
        if path.is_dir() or name.startswith(SPHINX):
            continue
        data = path.read_bytes()
        if path.suffix == ".html":
            (head,), (article,) = _HEAD.findall(data), _ARTICLE.findall(data)
            yield f"{name} (head)", _mark(_NEIGHBOUR.sub(b"", head))
            yield f"{name} (article)", _mark(article)
        else:
            yield name, _mark(data)


def _mark(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
