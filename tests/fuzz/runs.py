"""Builds of labs that were changed at random; `nox -s fuzz` runs thousands of them.

    python -m tests.fuzz.runs --builds 10000 --seed 1

A lab that stops the build is written to the folder that `--keep` names.  Once mended it belongs
into `corpus/`, where each check builds it again.
"""

from __future__ import annotations

import argparse
import logging
import os
import re
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.fuzz.mutations import mutated
from tests.support import Lab
from tests.support.lab import CONF

#: Builders in turn: most builds only read, check and resolve.
TURNS = ("dummy", "html", "dummy", "text", "dummy", "latex", "dummy", "xml")

#: Seconds of the processor (the machine may be busy) after which a build counts as one that hangs.
PATIENCE = 20

_PLACE = re.compile(r"\S.*:(?:\d+(?::\d+)?)?: (?:WARNING|ERROR|CRITICAL|SEVERE)")


class HangError(Exception):
    """A build took too long."""


@contextmanager
def _patience(seconds: int) -> Iterator[None]:
    def stop(_signal: int, _frame: object) -> None:
        raise HangError(f"more than {seconds} seconds")

    if not hasattr(signal, "SIGPROF"):
        yield
        return
    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def build(root: Path, files: Mapping[str, bytes], builder: str = "dummy") -> str:
    """Build a lab; return what stopped it, or `""`."""
    shutil.rmtree(root, ignore_errors=True)
    data = [n for n in files if n.endswith((".yml", ".yaml", ".toml", ".json"))]
    conf = {
        **CONF,
        "profile_data": sorted(data),
        "profile_bibliography": sorted(n for n in files if n.endswith(".bib")),
        "profile_publication_pages": True,
    }
    lab = Lab(root).write(files, **conf)
    try:
        with _patience(PATIENCE):
            made = lab.build(builder)
    except Exception:
        return traceback.format_exc()
    # A fault of ours always has a place.
    lost = [w for w in made.warning_lines if "[profile." in w and not _PLACE.match(w)]
    return "\n".join(lost)


def run(numbers: Iterable[int], seed: int, root: Path) -> Iterator[tuple[int, str, str]]:
    """Build labs; yield the number, the builder and what stopped it of each that failed."""
    for number in numbers:
        builder = TURNS[number % len(TURNS)]
        fault = build(root, mutated(seed, number), builder)
        if fault:
            yield number, builder, fault


def keep(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files of a lab that failed."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)


def main() -> int:
    """Run as many builds as asked for; return 1 if one of them failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--builds", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "fuzz")
    asked = parser.parse_args()
    os.environ.setdefault("SOURCE_DATE_EPOCH", "1767225600")
    logging.disable(logging.NOTSET)
    start, failed = time.monotonic(), 0
    with tempfile.TemporaryDirectory() as folder:
        numbers = range(asked.first, asked.first + asked.builds)
        for number, builder, fault in run(numbers, asked.seed, Path(folder) / "lab"):
            failed += 1
            print(f"--- build {number} ({builder})\n{fault}", flush=True)
            keep(asked.keep / f"{asked.seed}-{number}", mutated(asked.seed, number))
    seconds = time.monotonic() - start
    print(f"seed {asked.seed}: {asked.builds} builds, {failed} failed, {seconds:.0f} s")
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main())
