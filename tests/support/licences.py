"""The licences of what the package uses, as the table in the guide for developers.

    python -m tests.support.licences

asks each package that is installed and writes the table; a test compares it.
"""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, metadata

from tests.support.lab import ROOT

PAGE = ROOT / "docs" / "develop" / "dependencies.md"
START, END = "% licences\n\n", "% end\n"

#: Extras that a site installs; the others are for development.
EXTRAS = ("styles", "pdf", "opengraph", "sitemap", "pictures")
_NAME = re.compile(r"[A-Za-z0-9._-]+")


def packages() -> dict[str, str]:
    """Give each package that `pyproject.toml` names, with the extras that ask for it."""
    found: dict[str, list[str]] = {}
    for words in metadata("sphinxext-profile").get_all("Requires-Dist") or []:
        name = _NAME.match(words)
        extra = re.search(r"extra == ['\"](\w+)['\"]", words)
        if name and (extra is None or extra[1] in EXTRAS):
            found.setdefault(name[0], []).append(f"`{extra[1]}`" if extra else "always")
    found.pop("sphinxext-profile", None)
    return {package: ", ".join(sorted(used)) for package, used in sorted(found.items())}


def licence(package: str) -> str:
    """Give what a package says of its licence, or `""` where it isn't installed."""
    try:
        told = metadata(package)
    except PackageNotFoundError:
        return ""
    classified = [
        words.rsplit(" :: ", 1)[-1]
        for words in told.get_all("Classifier") or []
        if words.startswith("License :: ") and "::" in words[len("License :: ") :]
    ]
    short = (told.get("License") or "").strip().splitlines()
    return told.get("License-Expression") or ", ".join(classified) or (short[0] if short else "")


def row(package: str, extra: str) -> str:
    """Write a line of the table."""
    return f"| {package} | {extra} | {licence(package)} |"


def written() -> str:
    """Give the table that the page holds."""
    return PAGE.read_text("utf-8").partition(START)[2].partition(END)[0]


def main() -> None:
    """Write the table; lines of packages that aren't installed stay."""
    before, _, rest = PAGE.read_text("utf-8").partition(START)
    old = {line.split(" | ")[0].strip("| "): line for line in written().splitlines()}
    lines = [row(p, e) if licence(p) else old.get(p, row(p, e)) for p, e in packages().items()]
    table = "\n".join(("| package | used | licence |", "| --- | --- | --- |", *lines, ""))
    PAGE.write_text(f"{before}{START}{table}\n{END}{rest.partition(END)[2]}", "utf-8")


if __name__ == "__main__":
    main()
