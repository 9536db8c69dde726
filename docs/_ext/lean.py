"""Little to load and nothing in the page that runs: one style sheet, and scripts in files alone.

pydata-sphinx-theme 0.24.0 sends each page 380 kB of rules, of which this site uses a third, and has
three scripts in the page itself, which a strict content security policy forbids.  Here the sheets
of theme, extensions and site become one, without the rules for which no page has an element, and
the scripts that stand in the page are left out: one sets the colours and is in a file instead (see
``docs/_templates/layout.html``), the others do nothing on this site.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import tinycss2
from logical import logical
from sphinx.application import Sphinx
from tinycss2 import ast

SHEET = "_static/lean.css"
THEME = ("_static/styles/theme.css", "_static/styles/pydata-sphinx-theme.css")
BUILDERS = {"html", "dirhtml"}
UNUSED = {"fontawesome.js"}  # docs/_static/icons.css is in its place

_ATTRIBUTE = re.compile(r'(?:class|id)="([^"]*)"')
_TAG = re.compile(r"<([a-z][a-z0-9-]*)")
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_DRAWING = "data:image/svg+xml"


@dataclass(frozen=True)
class Used:
    """What the pages have: names of elements, and of classes and ids."""

    tags: frozenset[str]
    names: frozenset[str]

    @classmethod
    def by(cls, folder: Path) -> Used:
        """Look through all pages, and through the scripts, which may give elements a class."""
        tags, names = {"html", "body"}, set()
        for path in folder.rglob("*.html"):
            page = path.read_text("utf-8")
            tags.update(_TAG.findall(page))
            names.update(name for found in _ATTRIBUTE.findall(page) for name in found.split())
        for path in folder.glob("_static/**/*.js"):
            if path.name not in UNUSED:
                names.update(_WORD.findall(path.read_text("utf-8")))
        return cls(frozenset(tags), frozenset(names))

    def may_match(self, selector: list[ast.Node]) -> bool:
        """Tell whether a page may have what a selector names; what is in brackets isn't asked."""
        before = ""
        for token in selector:
            if token.type == "hash":
                if token.value not in self.names:
                    return False
            elif token.type == "ident" and before != ":":
                known = self.names if before == "." else self.tags
                if token.value not in known:
                    return False
            before = token.value if token.type == "literal" else ""
        return True


@cache  # a live preview asks for the same sheets after each save
def _rules(text: str) -> list[ast.Node]:
    return tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)


def purged(rules: Iterable[ast.Node], used: Used) -> Iterator[str]:
    """Write the rules that may match."""
    for rule in rules:
        if rule.type == "qualified-rule":
            kept = [one for one in _selectors(rule.prelude) if used.may_match(one)]
            if kept:
                heads = ",".join(tinycss2.serialize(one).strip() for one in kept)
                yield f"{heads}{{{_short(rule.content)}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword in {"media", "supports"}:
            if body := "".join(purged(_rules(tinycss2.serialize(rule.content)), used)):
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{body}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword != "charset":
            yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}" + (
                ";" if rule.content is None else f"{{{_short(rule.content)}}}"
            )


def _selectors(prelude: list[ast.Node]) -> Iterator[list[ast.Node]]:
    one: list[ast.Node] = []
    for token in prelude:
        if token == ",":
            yield one
            one = []
        elif token.type != "comment":
            one.append(token)
    yield one


def _short(content: list[ast.Node]) -> str:
    text = tinycss2.serialize([token for token in content if token.type != "comment"])
    return logical(re.sub(r"\s*\n\s*", " ", text).strip())


class Addresses:
    """Addresses in a sheet, as they are from the one sheet; drawings in it become files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def settle(self, nodes: Iterable[ast.Node], sheet: str) -> None:
        """Change all addresses below *nodes*, those of a sheet at *sheet*."""
        for node in nodes:
            for part in (getattr(node, "prelude", None), getattr(node, "content", None)):
                self.settle(part or (), sheet)
            if node.type == "function":
                if node.lower_name == "url":
                    self._change(node.arguments, sheet)
                self.settle(node.arguments, sheet)
            elif node.type == "url":
                self._change([node], sheet)

    def _change(self, found: list[ast.Node], sheet: str) -> None:
        for token in found:
            if token.type in {"url", "string"}:
                address = self._settled(token.value, sheet)
                token.value = address
                token.representation = (
                    f'url("{address}")' if token.type == "url" else f'"{address}"'
                )

    def _settled(self, address: str, sheet: str) -> str:
        if address.startswith(_DRAWING):
            return self._file(unquote_to_bytes(address.partition(",")[2]))
        if ":" in address or address.startswith(("#", "/")):
            return address
        path = posixpath.join(posixpath.dirname(sheet), address)
        return posixpath.relpath(path, posixpath.dirname(SHEET))

    def _file(self, drawing: bytes) -> str:
        name = f"drawings/{blake2b(drawing, digest_size=6).hexdigest()}.svg"
        path = self.folder / "_static" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(drawing)
        return name


def sheets(app: Sphinx) -> dict[str, str]:
    """Name the sheets of theme, extensions and site, in their order, and what media each is for."""
    # Sphinx 8.1 to 9.2 has no public name for them.
    known = sorted(app.builder._css_files, key=lambda sheet: sheet.priority)
    found = {str(sheet.filename).partition("?")[0]: sheet.attributes for sheet in known}
    return dict.fromkeys(THEME, "") | {
        name if name.startswith("_static/") else f"_static/{name}": said.get("media", "")
        for name, said in found.items()
    }


def _with_imports(folder: Path, names: Iterable[str]) -> Iterator[tuple[str, list[ast.Node]]]:
    """Yield names and rules of sheets, what a sheet imports in front of it."""
    for name in names:
        rules = _rules((folder / name).read_text("utf-8"))
        imports = [rule for rule in rules if getattr(rule, "lower_at_keyword", "") == "import"]
        for rule in imports:
            path = next(token.value for token in rule.prelude if token.type in {"string", "url"})
            yield from _with_imports(
                folder, [posixpath.normpath(posixpath.join(posixpath.dirname(name), path))]
            )
        yield name, [rule for rule in rules if rule not in imports]


def make_sheet(app: Sphinx, exception: Exception | None) -> None:
    """Write the one sheet."""
    if exception is not None or app.builder.name not in BUILDERS:
        return
    folder = Path(app.outdir)
    used, addresses = Used.by(folder), Addresses(folder)
    parts: list[str] = []
    media = sheets(app)
    for sheet, rules in _with_imports(folder, media):
        kept = tinycss2.parse_stylesheet("".join(purged(rules, used)))
        addresses.settle(kept, sheet)
        text = tinycss2.serialize(kept)
        parts.append(f"@media {media[sheet]}{{{text}}}" if media.get(sheet) else text)
    (folder / SHEET).write_text("\n".join(parts), "utf-8")


def keep_scripts_in_files(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object
) -> None:
    """Leave out scripts that stand in the page, and let the others wait for it."""
    if app.builder.name not in BUILDERS:
        return
    context["lean"] = SHEET
    scripts = [script for script in context["script_files"] if script.filename]
    for script in scripts:
        script.attributes.setdefault("defer", "defer")
    context["script_files"] = scripts


def setup(app: Sphinx) -> dict[str, Any]:
    # Behind the theme, which adds its scripts page by page.
    app.connect("html-page-context", keep_scripts_in_files, priority=900)
    app.connect("build-finished", make_sheet, priority=900)  # the theme writes a sheet then, too
    return {"parallel_read_safe": True, "parallel_write_safe": True}
