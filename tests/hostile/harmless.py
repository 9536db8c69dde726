"""What must hold of whatever a build has written, hostile input or not."""

from __future__ import annotations

import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import yaml
from bs4 import BeautifulSoup, Tag
from lxml import etree
from pybtex.database import parse_string

from tests.hostile.cases import MARK, SECRET
from tests.support import Build

_SCHEMES = {"http", "https", "mailto", "tel"}
_ADDRESSES = ("href", "src", "action", "formaction", "data", "xlink:href", "poster", "srcset")
_OURS = {"profile.js", "documentation_options.js", "doctools.js", "sphinx_highlight.js"}
_MATHJAX = "https://cdn.jsdelivr.net/npm/mathjax@"
_OURS |= {"searchtools.js", "language_data.js", "searchindex.js", "mathjax.js", "design-tabs.js"}
_NEVER = {"iframe", "object", "embed", "base", "applet", "frame", "frameset", "portal"}


def faults(build: Build) -> Iterator[str]:
    """Yield whatever is wrong with the files of a build."""
    for path in sorted(build.outdir.rglob("*")):
        name = path.relative_to(build.outdir).as_posix()
        if not path.is_file() or name.startswith(("_static/", "_sources/")):
            continue
        if path.suffix == ".epub":
            with zipfile.ZipFile(path) as book:
                for inner in book.namelist():
                    yield from _faults(inner, book.read(inner))
        else:
            yield from _faults(name, path.read_bytes())


def _faults(name: str, data: bytes) -> Iterator[str]:
    if SECRET.encode() in data:
        yield f"{name} holds what lies outside of the source directory"
    match Path(name).suffix:
        case ".html":
            yield from (f"{name}: {fault}" for fault in _page(BeautifulSoup(data, "html5lib")))
        case ".xhtml" | ".opf" | ".ncx":
            yield from (f"{name}: {fault}" for fault in _xml(data))
        case ".tex":
            yield from (f"{name}: {fault}" for fault in _latex(data.decode()))
        case ".xml":
            etree.fromstring(data, etree.XMLParser(resolve_entities=False, huge_tree=True))
        case ".vcf" | ".ics":
            yield from (f"{name}: {fault}" for fault in _lines(data.decode()))
        case ".json":
            json.loads(data)
        case ".yaml":
            yaml.safe_load(data)
        case ".bib":
            if MARK in parse_string(data.decode(), "bibtex").entries:
                yield f"{name}: a value became an entry"
        case ".csv" | ".tsv" | ".xlsx" | ".ods":
            yield f"{name}: nobody has thought of the formulas of tables"
        case ".ris":
            if f"TY  - {MARK.upper()}" in data.decode().splitlines():
                yield f"{name}: a value became a record"


def _page(soup: BeautifulSoup) -> Iterator[str]:
    ids = Counter(str(element["id"]) for element in soup.select("[id]"))
    yield from (
        f"the id {name!r} is there {count} times" for name, count in ids.items() if count > 1
    )
    for element in soup.find_all(True):
        assert isinstance(element, Tag)
        if element.name in _NEVER:
            yield f"<{element.name}>"
        if element.name == "script":
            yield from _script(element)
        for attribute, value in element.attrs.items():
            words = " ".join(value) if isinstance(value, list) else str(value)
            if attribute.startswith("on") or (attribute == "style" and MARK in words):
                yield f"<{element.name} {attribute}={words!r}>"
            if attribute in _ADDRESSES and not _is_safe(words):
                yield f"<{element.name} {attribute}={words!r}>"


def _script(element: Tag) -> Iterator[str]:
    if element.get("type") == "application/ld+json":
        json.loads(element.string or "")
        if re.search("[\u2028\u2029]", element.string or ""):
            yield "a line of a script ends in a value"
    elif element.get("src"):
        source = str(element["src"])
        own = source.partition("?")[0].rsplit("/", 1)[-1] in _OURS
        # Sphinx's own, in its usual settings.
        if not own and not source.startswith(_MATHJAX):
            yield f"a script from {element['src']}"
    elif MARK in (element.string or ""):
        yield f"a script: {element.string}"


def _is_safe(address: str) -> bool:
    """Tell whether a browser, which drops tabs, line ends and controls, would find it harmless."""
    read = re.sub(r"[\x00-\x20\x7f-\x9f]", "", unescape(address)).lower()
    scheme = re.match(r"([a-z][a-z0-9+.-]*):", read)
    return scheme is None or scheme[1] in _SCHEMES


def _xml(data: bytes) -> Iterator[str]:
    try:
        etree.fromstring(data, etree.XMLParser(resolve_entities=False, huge_tree=True))
    except etree.XMLSyntaxError as error:
        yield f"it is no XML: {error}"
    yield from _page(BeautifulSoup(re.sub(rb"\A<\?xml[^>]*>\s*", b"", data), "html5lib"))


def _latex(text: str) -> Iterator[str]:
    """Yield commands that came out of a value: an even number of backslashes is a line's end."""
    for command in (MARK, "input", "write", "href"):
        for match in re.finditer(rf"(?<!\\)(?:\\\\)*\\{command}(?![a-z])", text):
            around = text[match.start() : match.end() + 60]
            if MARK in around or "outside" in around or "javascript" in around:
                yield f"a command: {around!r}"
    if "^^5c" in text.replace(r"\textasciicircum{}", ""):
        yield "a hidden command"


def _lines(text: str) -> Iterator[str]:
    lines = text.replace("\r\n ", "").split("\r\n")
    begun = [line for line in lines if line.startswith("BEGIN:")]
    cards = begun.count("BEGIN:VCARD")
    if cards > 1 or f"X-{MARK.upper()}:1" in lines or re.search(r"[\r\n]", "".join(lines)):
        yield "a value became a line"
