"""Fonts for CVs as PDF: which families of a design are on this machine, and what changed there."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from unicodedata import category
from unicodedata import name as character_name

#: Families of each design, the best first; what none of them has, Typst looks for in all others.
FAMILIES = {
    "classic": ("Libertinus Serif",),
    "modern": (
        *("Source Sans 3", "Source Sans Pro", "Inter", "Noto Sans", "Open Sans", "Lato"),
        *("Fira Sans", "Roboto", "Segoe UI", "Helvetica Neue", "Liberation Sans", "Arial"),
        *("Nimbus Sans", "DejaVu Sans"),
    ),
}

#: Families for scripts that many designs lack, by language, for serif and for sans-serif designs.
_SERIF = {
    "ko": ("Noto Serif CJK KR", "Noto Serif KR", "Source Han Serif K", "Nanum Myeongjo"),
    "ja": ("Noto Serif CJK JP", "Noto Serif JP", "Source Han Serif", "Hiragino Mincho ProN"),
    "zh": ("Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "Songti SC"),
}
_SANS = {
    "ko": ("Noto Sans CJK KR", "Noto Sans KR", "Pretendard", "Nanum Gothic", "Malgun Gothic"),
    "ja": ("Noto Sans CJK JP", "Noto Sans JP", "Source Han Sans", "Hiragino Sans"),
    "zh": ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC"),
}

_SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")


def families(design: str, language: str, wanted: Iterable[str], there: Iterable[str]) -> list[str]:
    """List the families to use, of those that are there, in order.

    ``wanted`` are the site's own; the design's follow, then those for East Asian scripts, the
    CV's language first.
    """
    known = {family.casefold(): family for family in there}
    eastern = _SERIF if design == "classic" else _SANS
    own = language.partition("-")[0].partition("_")[0]
    order = sorted(eastern, key=lambda code: code != own)
    asked = [*wanted, *FAMILIES.get(design, ()), *(f for code in order for f in eastern[code])]
    found = (known.get(family.casefold()) for family in asked)
    return list(dict.fromkeys(family for family in found if family))


def _folders() -> Iterator[Path]:
    """Yield the folders in which this system keeps fonts."""
    home = Path.home()
    if sys.platform == "win32":
        yield Path(os.environ.get("WINDIR", r"C:\Windows"), "Fonts")
        yield Path(os.environ.get("LOCALAPPDATA", str(home)), "Microsoft", "Windows", "Fonts")
    elif sys.platform == "darwin":
        yield from (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts")
    else:
        yield from (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
        yield from (home / ".fonts", home / ".local/share/fonts")


def first_there(design: str) -> tuple[str, Path] | None:
    """Name the first family of a design that files on this machine are named after; their folder.

    To open each font and ask for its name takes fifty times as long.
    """
    folders: dict[str, Path] = {}
    for folder in _folders():
        for where, inner, files in os.walk(folder):
            inner.sort()
            for name in files:
                if name.casefold().endswith(_SUFFIXES):
                    folders.setdefault(re.split(r"[-_.\[]", name.casefold())[0], Path(where))
    names = ((family, family.casefold().replace(" ", "")) for family in FAMILIES[design])
    return next(((family, folders[name]) for family, name in names if name in folders), None)


def signature(further: Path | None = None) -> str:
    """Return a mark that changes when fonts are added to this machine or taken away."""
    state = hashlib.blake2b(digest_size=8)
    for folder in (*_folders(), *([further] if further else [])):
        for where, inner, files in os.walk(folder):
            inner.sort()
            state.update(f"{where}\0{os.stat(where).st_mtime_ns}\0".encode())
            if folder == further:
                _add_files(state, where, files)
    return state.hexdigest()


def _add_files(state: hashlib.blake2b, where: str, files: list[str]) -> None:
    """Count a site's own fonts by what they hold."""
    for name in sorted(files):
        state.update(hashlib.blake2b(Path(where, name).read_bytes(), digest_size=8).digest())


def scripts(characters: Iterable[str]) -> list[str]:
    """Name the scripts of characters for a message: ``Hangul (김)``, ``Signs (9)``."""
    # The name of a letter begins with its script: "HANGUL SYLLABLE GIM", but "DIGIT NINE".
    chars = sorted(set("".join(characters)))
    first = {char: character_name(char, "unknown").split()[0].capitalize() for char in chars}
    known = {first[char] for char in chars if category(char)[0] in "LM"}
    found: dict[str, str] = {}
    for char in chars:
        script = first[char] if first[char] in known else "Signs"
        found[script] = found.get(script, "") + char
    return [f"{script} ({signs[:12]})" for script, signs in found.items()]
