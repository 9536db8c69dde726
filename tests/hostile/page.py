"""The page for developers that shows what was tried: its parts that programs write."""

from __future__ import annotations

from tests.support.lab import ROOT

PAGE = ROOT / "docs" / "develop" / "threat-model.md"
_END = "% end\n"


def _parts(name: str) -> tuple[str, str, str]:
    """Give what stands before a part of the page, the part, and what stands behind it."""
    start = f"% {name}\n\n"
    before, found, rest = PAGE.read_text("utf-8").partition(start)
    assert found, f"{PAGE.name} has no line '% {name}'"
    part, end, after = rest.partition(_END)
    return before + start, part, end + after


def written(name: str) -> str:
    """Give a part as it stands there."""
    return _parts(name)[1]


def write(name: str, text: str) -> None:
    """Write a part anew; the rest stays as it is."""
    before, _, after = _parts(name)
    PAGE.write_text(f"{before}{text}\n{after}", "utf-8")
