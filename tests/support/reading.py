"""Readers of built files: plain text out of HTML, EPUB, LaTeX, roff, Texinfo and XML."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

from bs4 import BeautifulSoup, Comment

_COLORS = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_NOT_WORD = re.compile(r"[\W_]+")
_SPACE = re.compile(r"\s+")


def strip_colors(text: str) -> str:
    """Remove a terminal's colour codes from *text*."""
    return _COLORS.sub("", text)


def squash(text: str) -> str:
    """Keep the letters and digits of *text* only, so that punctuation and escapes don't matter."""
    return _NOT_WORD.sub("", text).casefold()


def text_of(html: str | BeautifulSoup, selector: str | None = None) -> str:
    """Give the text a reader of *html* meets, white space made single.

    *selector* is a CSS selector that limits the text to the matching elements; to find none
    is an error.
    """
    soup = BeautifulSoup(html, "html5lib") if isinstance(html, str) else html
    roots = soup.select(selector) if selector else [soup.body or soup]
    assert roots, f"nothing matches {selector!r}"
    pieces = [
        string
        for root in roots
        for string in root.find_all(string=True)
        if not isinstance(string, Comment)
        and (string.parent is None or string.parent.name not in {"script", "style", "template"})
    ]
    return _SPACE.sub(" ", "".join(pieces)).strip()


def _of_html(text: str) -> str:
    # An EPUB's page says that it is XML, of which the reader of HTML would warn.
    return text_of(re.sub(r"\A<\?xml[^>]*>\s*", "", text))


def _of_xml(text: str) -> str:
    return BeautifulSoup(text, "lxml-xml").get_text()


def _of_json(text: str) -> str:
    page = json.loads(text)
    return text_of(page["body"]) if isinstance(page, dict) and "body" in page else ""


def _of_roff(text: str) -> str:
    return re.sub(r"\\f(?:\[\w*\]|\(..|.)|\\\(..|\\[&/,]", "", text).replace(r"\-", "-")


def _of_latex(text: str) -> str:
    # What names a place or a class is no text.
    text = re.sub(r"\\(?:phantomsection)?\\?label\{\\detokenize\{[^{}]*\}\}", "", text)
    text = re.sub(r"\\hyperref\[\\detokenize\{[^{}]*\}\]|\\DUrole\{[^{}]*\}", "", text)
    text = re.sub(r"\\(?:sphinxAtStartPar|sphinxhyphen\{\}|allowbreak|-|/)", "", text)
    return re.sub(r"\\[a-zA-Z@]+\*?", " ", text)


def _of_texinfo(text: str) -> str:
    text = re.sub(r"@ref\{[^,{}]*,,([^{}]*)\}", r"\1", re.sub(r"@anchor\{[^{}]*\}", "", text))
    return re.sub(r"@[a-z]+(?=[{ ])", "", text)


def _of_pot(text: str) -> str:
    return " ".join(json.loads(line) for line in re.findall(r'"(?:[^"\\]|\\.)*"', text))


def _of_pseudoxml(text: str) -> str:
    """Drop the lines of tags; words stand on lines of their own."""
    return re.sub(r"^\s*<[^>\n]+>$", "", text, flags=re.MULTILINE)


_READERS: dict[str, Callable[[str], str]] = {
    ".html": _of_html,
    ".xhtml": _of_html,
    ".fjson": _of_json,
    ".tex": _of_latex,
    ".texi": _of_texinfo,
    ".xml": _of_xml,
    ".pot": _of_pot,
    ".txt": str,
    ".pseudoxml": _of_pseudoxml,
}
_SECTION = re.compile(r"\.\d\w*")


def _read(name: str, text: str) -> str:
    suffix = Path(name).suffix
    if _SECTION.fullmatch(suffix):
        return _of_roff(text)
    reader = _READERS.get(suffix)
    return reader(text) if reader else ""


def _epub_texts(path: Path) -> Iterable[str]:
    with zipfile.ZipFile(path) as book:
        for name in sorted(book.namelist()):
            if name.endswith(".xhtml"):
                yield _of_html(book.read(name).decode())


def words_in(outdir: Path) -> str:
    """Give all the text that a build left in *outdir*, whatever its builder, as one string.

    Compare it through `squash`, since formats escape and break words in their own ways.
    """
    books = sorted(outdir.glob("*.epub"))
    if books:
        return "\n".join(text for book in books for text in _epub_texts(book))
    texts = []
    # Beside pages of the web stand files for programs, which repeat what the pages say; a file of
    # HTML alone (sphinx-needs 9 writes one for every builder) makes no site.
    pages = "*.html" if (outdir / "index.html").exists() else "*"
    for path in sorted(outdir.rglob(pages)):
        relative = path.relative_to(outdir)
        if path.is_file() and relative.parts[0] not in {"_static", "_sources", ".doctrees"}:
            reads = path.suffix in _READERS or _SECTION.fullmatch(path.suffix)
            texts.append(_read(path.name, path.read_text("utf-8")) if reads else "")
    return "\n".join(filter(None, texts))
