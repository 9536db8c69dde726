"""Builds of a lab by several sides in turns: all of it, with nothing changed, after one edit.

Each round starts every side from nothing; the order of the sides changes from round to round, so
that a busy moment of the machine doesn't fall on one of them.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from .lab import Lab
from .measure import Cost, run
from .sides import SIDES, Markdown

#: (work, side) -> the costs of each round.
Costs = dict[tuple[str, str], list[Cost]]

#: A disk would make a new file cost more after the files of the round before were removed: ext4
#: passes over places that were given up in the last minutes, one by one.
_MEMORY = Path("/dev/shm")

#: What is measured of each side, in this order.
WORKS = {
    "full": "everything from nothing",
    "unchanged": "again, with nothing changed",
    "edit": "again, after one person got another role",
}

#: What a side without the exporters is called; only the full build is measured.
WITHOUT_EXPORTERS = "profile-without-exporters"
_NO_EXPORTERS = """
def setup(app):
    def is_kept(listener):
        function = getattr(listener.handler, "func", listener.handler)
        return ".profile.exporters" not in str(function.__module__)
    def drop(app):
        for found in app.events.listeners.values():
            found[:] = filter(is_kept, found)
    app.connect("builder-inited", drop, priority=0)
"""

_ADDRESS = 'html_baseurl = "https://lab.example.org/"\n'
_OPENGRAPH = f'{_ADDRESS}extensions.append("sphinxext.opengraph")\n'

#: What exporters are asked for -> the settings; both sides have them.
EXPORTS = {
    "exporters": _ADDRESS,
    "exporters, cards": _OPENGRAPH,
    "exporters, cards, pages of publications": f"{_OPENGRAPH}profile_publication_pages = True\n",
}


def turns(sides: Sequence[str], runs: int) -> Iterator[str]:
    """Yield each side *runs* times, forwards and backwards in turn."""
    for number in range(runs):
        yield from sides if number % 2 == 0 else reversed(sides)


def write(files: Mapping[str, str], folder: Path, before: Mapping[str, str] | None = None) -> None:
    """Write those files that differ from what was there *before*."""
    for path, text in files.items():
        if before is None or before.get(path) != text:
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")


def builds(lab: Lab, sides: Sequence[str], runs: int) -> Costs:
    """Measure the works of each side."""
    costs: Costs = defaultdict(list)
    edited = lab.edited()
    for side in turns(sides, runs):
        pages = SIDES[side](lab)
        files = pages.files()
        with folder() as (source, out):
            write(files, source)
            command = pages.command(source, out)
            costs["full", side].append(run(command, out))
            costs["unchanged", side].append(run(command, out))
            write(SIDES[side](edited).files(), source, files)
            costs["edit", side].append(run(command, out))
        _tell(side, costs)
    return costs


def exporters(lab: Lab, runs: int) -> Costs:
    """Measure the full build with and without all exporters, for all that they are asked for."""
    costs: Costs = defaultdict(list)
    for side in turns(("profile", WITHOUT_EXPORTERS), runs):
        for work in EXPORTS:
            costs[work, side].append(_full(exporting(lab, work, is_on=side == "profile")))
    return costs


def exporting(lab: Lab, work: str, *, is_on: bool) -> dict[str, str]:
    """Return the files of a lab whose exporters are asked for a work, or do nothing."""
    files = SIDES["profile"](lab).files()
    conf = files["conf.py"] + EXPORTS[work] + ("" if is_on else _NO_EXPORTERS)
    return {**files, "conf.py": conf}


def parallel(lab: Lab, runs: int) -> Costs:
    """Measure the full build in one process and in two."""
    costs: Costs = defaultdict(list)
    files = SIDES["profile"](lab).files()
    for side in turns(("-j1", "-j2"), runs):
        costs["parallel", side].append(_full(files, side))
    return costs


def imports(runs: int) -> Costs:
    """Measure the import of Sphinx, of the extension, and of all that a site with it imports."""
    around = "import sphinx.application, myst_parser.sphinx_ext.main, sphinx_design"
    rooms = "config, directives, domain, exporters, i18n, static_files, transforms, writers"
    lines = {
        "import sphinx": "import sphinx",
        "import sphinxext.profile": "import sphinx, sphinxext.profile",
        "a site without": around,
        "a site with": f"{around}\nfrom sphinxext.profile import {rooms}",
    }
    costs: Costs = defaultdict(list)
    for side in turns(tuple(lines), runs):
        costs["import", side].append(run([sys.executable, "-c", lines[side]], Path(os.devnull)))
    return costs


def _tell(side: str, costs: Costs) -> None:
    """Say that a round is over: long runs are watched."""
    said = ", ".join(f"{work} {costs[work, side][-1].cpu:.2f} s" for work in WORKS)
    print(f"{side}: {said}", file=sys.stderr, flush=True)


def _full(files: Mapping[str, str], *options: str) -> Cost:
    with folder() as (source, out):
        write(files, source)
        command = Markdown.command(source, out)
        return run([*command, *options], out)


@contextmanager
def folder() -> Iterator[tuple[Path, Path]]:
    """Give a folder for a source tree and one for what is built of it."""
    with tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as folder:
        source, out = Path(folder, "source"), Path(folder, "out")
        source.mkdir()
        yield source, out
