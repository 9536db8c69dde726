"""Each fault: one warning at its line with its subtype and value; the rest stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tests.support import Lab, squash


@dataclass(frozen=True)
class Fault:
    """Options of a directive (``#`` marks the faulty one), and what the warning says."""

    directive: str
    lines: tuple[str, ...]
    subtype: str
    says: tuple[str, ...]
    stays: tuple[str, ...] = ()


PROFILE = "profile:: Ada Example"
CARD = "project-card:: Robots"
FAULTS = {
    "date": Fault(CARD, (":role: x", "#:start: 20x8"), "date", ("'20x8'", "2024-08"), ("20x8",)),
    "end": Fault(CARD, (":start: 2018", "#:end: soonish"), "date", ("'soonish'",), ("soonish",)),
    "order": Fault(
        CARD, (":start: 2021", "#:end: 2018"), "date", ("2021", "2018"), ("2021 – 2018",)
    ),
    "orcid": Fault(
        PROFILE,
        (":role: Engineer", "#:orcid: 0000-0002-1825-0098"),
        "identifier",
        ("0000-0002-1825-0098", "check digit"),
        ("0000-0002-1825-0098", "Engineer"),
    ),
    "unknown option": Fault(
        PROFILE, ("#:rolle: Engineer",), "option", ("'rolle'", "'role'"), ("Engineer",)
    ),
    "status": Fault(
        CARD,
        (":tags: a", "#:status: finished"),
        "option",
        ("'finished'", "completed"),
        ("finished",),
    ),
    "kind": Fault("timeline:: T", ("#:kind: wrok",), "option", ("'wrok'", "'work'"), ("First",)),
    "url": Fault(
        CARD,
        (":tags: a", "#:code: javascript:alert(1)"),
        "url",
        ("javascript:", "https"),
        ("javascript:alert(1)",),
    ),
    "page": Fault(CARD, ("#:page: indx",), "reference", ("'indx'", "'index'"), ("indx",)),
    "alt": Fault(PROFILE, (":role: x", "#:image: there.png"), "alt", ("'there.png'", ":alt:")),
    "image": Fault(
        PROFILE,
        (":alt: A portrait", "#:image: their.png"),
        "image",
        ("'their.png'", "'there.png'"),
        ("A portrait",),
    ),
    "escape": Fault(
        PROFILE,
        (":alt: A portrait", "#:image: ../conf.py"),
        "image",
        ("'../conf.py'", "outside"),
        ("A portrait",),
    ),
    "address as image": Fault(
        PROFILE, (":alt: P", "#:image: https://example.org/x.png"), "image", ("not a file",)
    ),
    "person": Fault(
        CARD,
        (":id: x", ":tags: a", "#:people: boo"),
        "reference",
        ("people", "'boo'", "'bo'"),
        ("boo",),
    ),
    "event person": Fault(
        "timeline:: T", (":tags: a", "#:person: boo"), "reference", ("'boo'", "'bo'")
    ),
    "language": Fault(PROFILE, ("#:name.x!: Ada",), "option", ("'x!'", "zh-Hant"), ("name.x!",)),
    "id": Fault(PROFILE, ("#:id: two words",), "option", ("'two words'", "one word")),
    "query person": Fault("projects::", ("#:person: boo",), "reference", ("'boo'", "'bo'")),
    "query value": Fault("projects::", (":allow-empty:", "#:limit: many"), "query", ("'many'",)),
    "empty": Fault("#projects::", (":status: paused",), "empty", ("status=paused",)),
    "no name": Fault("#profile::", (":role: Engineer",), "missing", ("name",), ("Engineer",)),
    "no entry": Fault("#timeline:: Empty", (), "missing", ("entry",), ("Empty",)),
    "duplicate": Fault("#profile:: Bo Example", (":id: bo",), "duplicate", ("'bo'", "other")),
}
BODY = {"timeline:: T": ("2020", "Words stay.")}


def written(fault: Fault, markup: str, indent: str = "") -> tuple[list[str], int]:
    """Write the block in a markup; give its lines and the place of the faulty one."""
    head, lines = fault.directive, [head.lstrip("#") for head in fault.lines]
    marked = [head, *fault.lines]
    at = next(index for index, line in enumerate(marked) if line.startswith("#"))
    name, _, title = head.lstrip("#").partition("::")
    entry = name == "timeline" and title.strip() == "T"
    listing = name == "projects"
    if markup == "md":
        body = ["2020", ": **First**", "", "2019", ": **Second**"] if entry else ["Words stay."]
        body = [] if listing or "Empty" in title else ["", *body]
        return [f":::{{{name}}}{title}", *lines, *body, ":::"], at
    body = ["2020", "   **First**", "", "2019", "   **Second**"] if entry else ["Words stay."]
    body = [] if listing or "Empty" in title else ["", *body]
    block = [f".. {name}::{title}", *(f"   {line}" if line else "" for line in [*lines, *body])]
    return block, at


OTHER = "# Other\n\n:::{profile} Bo Example\n:id: bo\n:::\n\n:::{project-card} Old\n:id: old\n:::\n"


@pytest.mark.parametrize("markup", ["md", "rst"])
@pytest.mark.parametrize("name", FAULTS)
def test_one_warning(lab: Callable[..., Lab], name: str, markup: str) -> None:
    fault = FAULTS[name]
    block, at = written(fault, markup)
    title = ["# Page", ""] if markup == "md" else ["Page", "====", ""]
    text = "\n".join([*title, *block, ""])
    home = "# Lab\n\n```{toctree}\nother\npage\n```\n"
    build = lab(
        {"index.md": home, "other.md": OTHER, f"page.{markup}": text.encode(), "there.png": b"x"}
    ).build("html")
    [warning] = build.warning_lines
    assert warning.startswith(f"page.{markup}:{len(title) + 1 + at}: WARNING: ")
    assert warning.endswith(f"[profile.{fault.subtype}]")
    for words in fault.says:
        assert words in warning
    shown = squash(build.text("page"))
    stays = fault.stays if "Words stay." not in text else (*fault.stays, "Words stay.")
    assert [words for words in stays if squash(words) not in shown] == []


@pytest.mark.parametrize("markup", ["md", "rst"])
def test_lines_of_nested_blocks(lab: Callable[..., Lab], markup: str) -> None:
    markdown = """\
        # Page

        :::::{timeline} T
        :person: bo

        ::::{entry} One
        :start: 20x8
        :kind: wrok
        ::::

        20z0
        : **Two**
        :::::

        ::::::{grid} 2
        :::::{project-card} Robots
        :id: robots
        :people: boo
        :::::
        ::::::
        """
    restructured = """\
        Page
        ====

        .. timeline:: T
           :person: bo

           .. entry:: One
              :start: 20x8
              :kind: wrok

           20z0
              **Two**

        .. grid:: 2

           .. project-card:: Robots
              :id: robots
              :people: boo
        """
    text = {"md": markdown, "rst": restructured}[markup]
    lines = [line.strip() for line in text.splitlines()]
    home = "# Lab\n\n```{toctree}\nother\npage\n```\n"
    build = lab({"index.md": home, "other.md": OTHER, f"page.{markup}": text}).build()
    found = {re.sub(r"^page\.\w+:(\d+): .*", r"\1", line) for line in build.warning_lines}
    wanted = {":start: 20x8", ":kind: wrok", "20z0", ":people: boo"}
    assert found == {str(lines.index(line) + 1) for line in wanted}
    assert len(build.warning_lines) == 4
    build.assert_holds("20x8", "20z0", "One", "Two", "boo")
