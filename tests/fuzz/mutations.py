"""Small labs, changed at random: the same changes for the same seed and number."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

SEEDS = Path(__file__).with_name("seeds")

#: What breaks readers: delimiters, markup, directives, numbers, and characters that few expect.
TOKENS = (
    *(
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        "<",
        ">",
        '"',
        "'",
        "`",
        "```",
        ":::",
        "::::",
        ":",
        "::",
        "---",
    ),
    *(
        "\\",
        "\\\\",
        "$",
        "$$",
        "%",
        "#",
        "&",
        "*",
        "**",
        "_",
        "~",
        "^",
        "|",
        "@",
        "!",
        "=",
        ",",
        ";",
    ),
    *("\n", "\n\n", "\r\n", "\r", "\t", " ", "    ", "\f", "\v", "\0", "\x1b", "\x7f", "\x85"),
    *("\u200b", "\u202e", "\u2028", "\ufeff", "\ufffe", "\u0301", "ı", "ß", "İ", "김", "²", "𝔘"),
    *("-1", "0", "99999999999999999999", "1e999", "NaN", "null", "true", "~", "2018", "2018-13-40"),
    *("javascript:x", "https://", "//", "../../", "C:\\", "<script>", "</script>", "<!--", "&#0;"),
    *(
        "{person}`ada`",
        "{pub}`",
        "{org}``",
        "\n:id: ada\n",
        "\n:people: ada (",
        "\n---\n",
        "!!python/x ",
    ),
    *(
        "&a ",
        "*a",
        "<<: ",
        "? ",
        "- ",
        "@misc{",
        "@string{",
        "author",
        " and ",
        "others",
        "\\input{x}",
    ),
    *("\\u{", "\\x", "'''", '"""', "[[people]]", "cv:\n", '"basics": ', "people:\n", "events:\n"),
)

Change = Callable[[random.Random, str], str]


def _cut(chance: random.Random, text: str) -> str:
    start, end = sorted(chance.randrange(len(text) + 1) for _ in range(2))
    return text[:start] + text[min(end, start + 40) :]


def _put(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(TOKENS) + text[at:]


def _repeat(chance: random.Random, text: str) -> str:
    start = chance.randrange(len(text) + 1)
    part = text[start : start + chance.randrange(1, 30)]
    return text[:start] + part * chance.choice((2, 3, 50)) + text[start:]


def _swap_lines(chance: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True)
    if lines:
        line = lines.pop(chance.randrange(len(lines)))
        lines.insert(chance.randrange(len(lines) + 1), line)
    return "".join(lines)


def _indent(chance: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True) or [""]
    at = chance.randrange(len(lines))
    lines[at] = chance.choice(("  ", "\t", "    ", "> ", "- ")) + lines[at]
    return "".join(lines)


def _replace_value(chance: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True) or [""]
    at = chance.randrange(len(lines))
    name, sign, _value = lines[at].rpartition(": ")
    words = "".join(chance.choice(TOKENS) for _ in range(chance.randrange(4)))
    lines[at] = f"{name}{sign}{words}\n"
    return "".join(lines)


def _character(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    code = chance.choice(
        (chance.randrange(0x80), chance.randrange(0x10000), chance.randrange(0x110000))
    )
    return text[:at] + chr(code) + text[at + 1 :]


CHANGES: tuple[Change, ...] = (
    *(_put, _put, _put, _cut, _repeat, _swap_lines, _indent, _replace_value, _character),
)


def seeds() -> dict[str, str]:
    """Give the files that are changed, by their names."""
    found = sorted(path for path in SEEDS.iterdir() if path.is_file())
    return {path.name: path.read_text("utf-8") for path in found}


def mutated(seed: int, number: int) -> dict[str, bytes]:
    """Give the files of one lab: a few of them, so that a build is quick, and most changed."""
    chance = random.Random(f"{seed} {number}")
    files = seeds()
    kept = chance.sample(sorted(files), 4)
    files = {name: text for name, text in files.items() if name in {"index.md", *kept}}
    for name in kept[: chance.choice((1, 2, 3))]:
        for _ in range(chance.choice((1, 1, 2, 3, 5, 8))):
            files[name] = chance.choice(CHANGES)(chance, files[name])
    # Sphinx itself stops at a page that isn't UTF-8; of data files that is ours to bear.
    pages = {name for name in files if name.endswith((".md", ".rst"))}
    out = {
        name: text.encode("utf-8", "replace" if name in pages else "surrogatepass")
        for name, text in files.items()
    }
    others = sorted(out.keys() - pages)
    if others and chance.random() < 0.05:
        name = chance.choice(others)
        bad = bytes(chance.randrange(256) for _ in range(chance.randrange(1, 6)))
        at = chance.randrange(len(out[name]) + 1)
        out[name] = out[name][:at] + bad + out[name][at:]
    return out
