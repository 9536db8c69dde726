"""From a save to the fresh page on disk: our preview, which stays in memory, beside Hugo."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from .lab import Lab
from .measure import Cost, run
from .rounds import Costs, write
from .sides import SIDES

#: Seconds to wait for a page before giving up.
_PATIENCE = 120.0


def previews(lab: Lab, runs: int, *, hugo: bool) -> Costs:
    """Give somebody another role, again and again, by both sides in turns.

    Of our side only the time by the clock is measured, until the page of the person has the new
    words; of Hugo the whole rebuild, which its own server does as well.
    """
    costs: Costs = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = Path(folder, "ours"), Path(folder, "theirs")
        write(SIDES["profile"](lab).files(), ours)
        write(SIDES["hugo"](lab).files(), theirs)
        page = f"people/{lab.people[0].id}"
        preview = _start(ours)
        try:
            for number in range(runs + 1):
                words = f"Visitor {number}"
                wall = _edit(ours / f"{page}.md", ours / "_build" / f"{page}.html", words)
                if number:  # the first edit of a process is slower, and no contributor's last
                    costs["preview", "profile"].append(Cost(0, wall, 0))
                if hugo and number:
                    _replace(theirs / "content" / f"{page}.md", words)
                    costs["preview", "hugo"].append(
                        run(SIDES["hugo"].command(theirs, theirs / "_build"), theirs / "_build")
                    )
        finally:
            preview.kill()
            preview.wait()
    return costs


def _start(source: Path) -> subprocess.Popen[str]:
    """Start the preview and wait until the site is there."""
    command = [sys.executable, "-m", "sphinxext.profile.command.live", "--port", "0"]
    process = subprocess.Popen(
        [*command, str(source), str(source / "_build")],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1767225600"},
    )
    assert process.stdout
    while "http://" not in (line := process.stdout.readline()):
        if not line:
            raise RuntimeError("the preview ended before the site was there")
    return process


def _edit(page: Path, built: Path, words: str) -> float:
    """Save an edit; return the seconds until the built page has the words."""
    time.sleep(1)  # what the last edit left to do is done
    start = time.perf_counter()
    _replace(page, words)
    while words not in built.read_text(encoding="utf-8"):
        if time.perf_counter() - start > _PATIENCE:
            raise RuntimeError(f"{built} never got the words {words!r}")
        time.sleep(0.002)
    return time.perf_counter() - start


def _replace(page: Path, words: str) -> None:
    """Put other words in the place of a person's role."""
    lines = page.read_text(encoding="utf-8").splitlines()
    number = next(
        n for n, line in enumerate(lines) if line.startswith((":role:", "Professor", "Visitor"))
    )
    lines[number] = f":role: {words}" if lines[number].startswith(":role:") else words
    page.write_text("\n".join(lines) + "\n", encoding="utf-8")
