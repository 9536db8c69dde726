"""Run a command and tell what it cost."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

#: Builds are the same whatever the day is, and each string of Python hashes alike.
_ENVIRONMENT = {"SOURCE_DATE_EPOCH": "1767225600", "PYTHONHASHSEED": "0"}

#: Where it is set, a package that is worked on is compiled anew by each process; peers that were
#: installed are compiled already.
_NOT_COMPILED = "PYTHONDONTWRITEBYTECODE"


@dataclass(frozen=True)
class Cost:
    """What one run took.

    ``cpu`` are user and system seconds of the process and all its children, ``wall`` seconds by the
    clock, ``memory`` the MiB of its largest process at its largest, ``pages`` the HTML files that
    were written, ``bytes`` the size of the output.
    """

    cpu: float
    wall: float
    memory: float
    pages: float = 0
    bytes: float = 0


def run(command: Sequence[str], out: Path, folder: Path | None = None) -> Cost:
    """Run a command that writes to *out*.

    Raises:
        RuntimeError: It failed; the message is the end of what it said.

    """
    started, begin = time.time(), time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={k: v for k, v in os.environ.items() if k != _NOT_COMPILED} | _ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert process.stderr
    said = process.stderr.read()
    # The usage that wait4 gives holds the children's that the process has waited for.
    _pid, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)}: {said.decode(errors='replace')[-2000:]}")
    files = [path.stat() for path in out.rglob("*") if path.is_file()]
    pages = [path.stat() for path in pages_below(out)]
    return Cost(
        cpu=usage.ru_utime + usage.ru_stime,
        wall=wall,
        memory=usage.ru_maxrss / 1024,
        pages=sum(page.st_mtime >= started - 0.01 for page in pages),
        bytes=sum(file.st_size for file in files),
    )


def pages_below(out: Path) -> list[Path]:
    """Return the pages of a site; what a theme brings along isn't one."""
    return [path for path in out.rglob("*.html") if "_static" not in path.parts]


def median(costs: Iterable[Cost]) -> Cost:
    """Return the median of each figure."""
    found = list(costs)
    return Cost(
        **{it.name: statistics.median(getattr(c, it.name) for c in found) for it in fields(Cost)}
    )
