"""What may not stand in the project's files."""

from __future__ import annotations

import re
from pathlib import Path

from tests.structure.tree import PACKAGE, ROOT, name_of, python_files, strings_in, tracked

TEXTS = {".py", ".md", ".rst", ".toml", ".yaml", ".yml", ".cfg", ".css", ".js", ".html", ".bib"}

# Put together here, so that this file isn't among those found.
PROMISE = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|X" + r"XX)\b|NotImplemented" + "Error")
MACHINE = re.compile(r"(?<![\w.:/])/(?:home|root|work|Users)/\w")
INLINE = re.compile(r"""<[^<>]*\s(?:style|on[a-z]{3,})\s*=|<script(?![^>]*(?:\bsrc=|json))""", re.I)
ATTRIBUTE = re.compile(r"^(?:style|on(?:click|load|error|change|input|submit|focus|blur|key\w+))$")
DANGER = re.compile(r"(?<![\w.])(?:eval|exec)\(|yaml\.load\(|shell=True|pickle\.loads?\(")
SCRIPT_DANGER = re.compile(r"\beval\(|innerHTML|outerHTML|document\.write|insertAdjacentHTML")


def found(files: list[Path], pattern: re.Pattern[str]) -> list[str]:
    """Say where *pattern* stands in *files*; there must be files to look at."""
    assert files
    return [
        f"{name_of(path)}:{number}: {line.strip()[:80]}"
        for path in files
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if pattern.search(line)
    ]


def texts(*folders: Path) -> list[Path]:
    """Give the project's text files below *folders*."""
    return [
        path
        for path in tracked()
        if path.suffix in TEXTS and any(path.is_relative_to(folder) for folder in folders)
    ]


def test_no_promises() -> None:
    assert found(texts(PACKAGE, ROOT / "tests", ROOT / "docs"), PROMISE) == []


def test_no_path_of_a_machine() -> None:
    data = ROOT / "tests" / "data"
    files = [path for path in texts(ROOT) if not path.is_relative_to(data)]
    assert found(files, MACHINE) == []


def test_no_inline_script_or_style() -> None:
    faults = [
        f"{name_of(path)}:{line}: {text[:80]!r}"
        for path in python_files(PACKAGE)
        for line, text in strings_in(path)
        if INLINE.search(text) or (path.parent.name == "writers" and ATTRIBUTE.match(text))
    ]
    assert faults == []
    templates = [path for path in tracked() if path.suffix == ".html"]
    if templates:
        assert found(templates, INLINE) == []


def test_patterns_find_what_they_look_for() -> None:
    assert INLINE.search('<p class="a" style="b">')
    assert INLINE.search('<a onclick="x()">')
    assert INLINE.search("<script>x()</script>")
    assert not INLINE.search('<script src="x.js"></script><script type="application/ld+json">')
    assert not INLINE.search('<p class="one">only = this</p>')
    assert MACHINE.search("see " + "/root" + "/x")
    assert not MACHINE.search("https://example.org" + "/work" + "/x")


def test_no_dangerous_call() -> None:
    assert found(python_files(PACKAGE), DANGER) == []


def test_scripts_make_no_markup_of_text() -> None:
    scripts = [path for path in tracked() if path.suffix == ".js" and PACKAGE in path.parents]
    if scripts:
        assert found(scripts, SCRIPT_DANGER) == []
