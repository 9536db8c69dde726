"""The table of hostile cases, and the lab that has them all, each on a page of its own."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sphinxext.profile.model.slug import ascii_slug
from tests.support import Lab

TABLE = Path(__file__).with_name("cases.toml")
SECRET = "what-lies-outside"
MARK = "hurt"

_LISTS = {
    "people": ("name", ":::{{people}}\n:keys: {id}\n:::"),
    "organizations": ("name", "See {{org}}`{id}`."),
    "projects": ("title", ":::{{projects}}\n:keys: {id}\n:::"),
    "events": ("title", ":::{{timeline-of}}\n:keys: {id}\n:::"),
    "news": ("title", ":::{{news-list}}\n:keys: {id}\n:::"),
}
_FURTHER = {
    "people": {"group": "phd"},
    "projects": {"people": ["ada"]},
    "events": {"person": "ada", "kind": "work", "date": "2020"},
    "news": {"date": "2020-01-02"},
}
_CV = "\n\n:::{{cv}}\n:person: {id}\n:downloads: json-resume, rendercv, vcard, bibtex, pdf\n:::\n"
#: An id that is no word stands in quotes.
_OWN_CV = ":::{{cv}}\n---\nperson: {id}\ndownloads: vcard\n---\n:::\n"
_INDEX = """\
# Lab

:::{profile} Ada Kim
:id: ada
:group: phd
:::

```{toctree}
:glob:

*
```
"""
ALL = (
    ":::{people}\n:group-by: group\n:::\n\n:::{projects}\n:allow-empty:\n:::\n\n"
    ":::{news-list}\n:allow-empty:\n:::\n\n"
    ":::{timeline-of}\n:allow-empty:\n:::\n\n"
    ":::{publications}\n:filter:\n:allow-empty:\n:downloads: bibtex, ris, csl-json\n:::\n"
)


@dataclass(frozen=True)
class Case:
    """One row of the table."""

    name: str
    put: tuple[str, ...]
    value: Any
    warns: str = ""
    says: str = ""
    shows: str = ""
    bdi: bool = False

    @property
    def slug(self) -> str:
        """What its page and its files are named after."""
        return ascii_slug(self.name)

    def files(self, outside: Path) -> dict[str, str | bytes]:
        """Give the files that put the value where it belongs."""
        kind, *where = self.put
        value = _filled(self.value, outside)
        head = f"# Page of {self.slug}\n\n"
        match kind, where:
            case "page", _:
                return {f"{self.slug}.md": str(value).lstrip().encode()}
            case "front", (name,):
                front = f"---\n{name}: {json.dumps(value)}\n---\n\n"
                return {f"{self.slug}.md": (front + "# Page\n\nWords of it.\n").encode()}
            case "file", (ending,):
                data = value if isinstance(value, bytes) else value.encode()
                return {f"{self.slug}.md": head + "See all.\n", f"{self.slug}.{ending}": data}
            case "bib", (field,):
                return self._work(head, field, value)
            case "field", (which, field):
                return self._record(head, which, field, value)
            case "role", (name,):
                return {f"{self.slug}.md": f"{head}See {{{name}}}`{value}`.\n".encode()}
        return {f"{self.slug}.md": (head + self._directive(kind, where, value)).encode()}

    def _work(self, head: str, field: str, value: str) -> dict[str, str | bytes]:
        fields = {"title": "A work", "author": "Ada Kim", "year": "2020", field: value}
        lines = "".join(f"  {name} = {{{words}}},\n" for name, words in fields.items())
        listing = f":::{{publications}}\n:keys: {self.slug}\n:filter:\n:downloads: bibtex, ris\n:::"
        return {
            f"{self.slug}.bib": f"@article{{{self.slug},\n{lines}}}\n".encode(),
            f"{self.slug}.md": head + listing + "\n",
        }

    def _record(self, head: str, which: str, field: str, value: Any) -> dict[str, str | bytes]:
        title, listing = _LISTS[which]
        record = {"id": self.slug, title: self.name, **_FURTHER.get(which, {}), field: value}
        text = json.dumps({which: [record]}, indent=1)
        text = text.replace(json.dumps(value), _quoted(value)) if isinstance(value, _Json) else text
        page = listing.format(id=self.slug) + (_CV if which == "people" else "").format(
            id=self.slug
        )
        if field == "id":
            page = _OWN_CV.format(id=_quoted(value)) if which == "people" else "See all.\n"
        return {f"{self.slug}.json": text.encode(), f"{self.slug}.md": head + page + "\n"}

    def _directive(self, kind: str, where: list[str], value: str) -> str:
        directive = where[0]
        argument = {"people": "", "publications": "", "cv": ""}.get(directive, self.name)
        options = {"cv": {"person": "ada"}, "timeline": {"person": "ada"}}.get(directive, {})
        body = "2020\n: **Thing**\n" if directive == "timeline" else ""
        if kind == "argument":
            argument = value
        elif kind == "body":
            body = value
        else:
            options = {**options, where[1]: value}
            if where[1] == "alt":
                options["image"] = "picture.svg"
        lines = "".join(f"{name}: {_quoted(words)}\n" for name, words in options.items())
        block = f":::{{{directive}}} {argument}\n" + (f"---\n{lines}---\n" if lines else "")
        block += f"\n{body}\n:::\n" if body else ":::\n"
        if directive == "entry":
            return f"::::{{timeline}} Times\n:person: ada\n\n{block}::::\n"
        return block


class _Json(str):
    """A value that is written as JSON of its own."""

    text = ""


def _quoted(value: str) -> str:
    return value.text if isinstance(value, _Json) else json.dumps(value)


def _filled(value: Any, outside: Path) -> Any:
    match value:
        case _Json():
            return value
        case str():
            return value.replace("{outside}", outside.as_posix())
        case list():
            return [_filled(item, outside) for item in value]
    return value


def _value(row: Mapping[str, Any]) -> Any:
    if "hex" in row:
        return bytes.fromhex(row["hex"])
    if "json" in row:
        found = _Json(f"the JSON of {row['name']}")
        found.text = row["json"]
        return found
    if "times" in row:
        return row["value"] * row["times"] + row.get("ends", "") * row["times"]
    return row["value"]


@cache
def cases() -> tuple[Case, ...]:
    """Read the table."""
    rows = tomllib.loads(TABLE.read_text("utf-8"))["case"]
    return tuple(
        Case(
            row["name"],
            tuple(row["put"].split()),
            _value(row),
            row.get("warns", ""),
            row.get("says", ""),
            row.get("shows", ""),
            row.get("bdi", False),
        )
        for row in rows
    )


def on_pages() -> tuple[Case, ...]:
    """Give the cases that share a lab."""
    return tuple(case for case in cases() if case.put[0] != "setting")


def of_settings() -> tuple[Case, ...]:
    """Give the cases that need a lab of their own."""
    return tuple(case for case in cases() if case.put[0] == "setting")


PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'
_STYLE = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info>'
    "<title>x</title></info><locale><terms><term name='and'>&secret;</term></terms></locale>"
    "<citation><layout><text term='and'/></layout></citation>"
    "<bibliography><layout><text term='and'/></layout></bibliography></style>\n"
)
_XXE = f'<!DOCTYPE style [<!ENTITY secret SYSTEM "../outside/secret.txt">]>\n{_STYLE}'
_OUTSIDE = {
    "secret.svg": PICTURE.replace("></", f"><!--{SECRET}--></"),
    "secret.pdf": SECRET,
    "secret.txt": SECRET,
    "secret.tex": SECRET,
    "secret.typ": f"= {SECRET}",
    "secret.md": f"# {SECRET}",
    "secret.yml": f"people:\n- name: {SECRET}\n",
    "secret.bib": f"@misc{{secret, title={{{SECRET}}}, year=2020}}\n",
    "secret.csl": _STYLE.replace("&secret;", SECRET),
}
#: With raw HTML and raw directives switched off, nothing brings them back.
_CONF = {
    "myst_disable_syntax": ["html_inline", "html_block"],
    "profile_publication_pages": True,
}


def make_lab(root: Path, found: Iterable[Case], **conf: object) -> Lab:
    """Write a lab with the pages of some cases; their data files are read too."""
    outside = root / "outside"
    outside.mkdir(parents=True)
    for name, text in _OUTSIDE.items():
        (outside / name).write_text(text, "utf-8")
    files: dict[str, str | bytes] = {
        "index.md": _INDEX,
        "everything.md": f"# Everything\n\n{ALL}",
        "picture.svg": PICTURE,
        "folder/file.txt": "A file.\n",
        "xxe.csl": _XXE,
        "docutils.conf": "[general]\nraw_enabled: no\n",
    }
    for case in found:
        if case.put[0] == "setting":
            files["cv.md"] = "# CV\n\n:::{cv}\n:person: ada\n:downloads: pdf\n:::\n"
            conf[case.put[1]] = _filled(case.value, outside)
        else:
            files |= case.files(outside)
    names = sorted(files)
    conf.setdefault("profile_data", [n for n in names if n.endswith((".yml", ".json", ".toml"))])
    conf.setdefault("profile_bibliography", [n for n in names if n.endswith(".bib")])
    lab = Lab(root).write(files, **{**_CONF, **conf})
    for ending in ("svg", "pdf", "yml", "bib"):
        (lab.srcdir / f"link.{ending}").symlink_to(outside / f"secret.{ending}")
    return lab
