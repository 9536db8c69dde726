"""Guards, each taken out of a copy of the package: their cases and tests must fail then.

    python -m tests.hostile.guards [WORDS]

takes out each guard of ``guards.toml``, or those whose row holds one of the words.  A case that
passes without its guard shows nothing: it is told, and the run fails.  Without words it also
writes the table of docs/develop/threat-model.md.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

from tests.hostile.cases import cases
from tests.hostile.page import write
from tests.support.lab import ROOT

TABLE = Path(__file__).with_name("guards.toml")
PACKAGE = Path("sphinxext", "profile")
PART = "guards"

#: Seconds that a program may take, for a guard may stand before something that never ends.
PATIENCE = 600


#: A file of the package, words in it, and what is put in their place.
Edit = tuple[str, str, str]


@dataclass(frozen=True)
class Guard:
    """One row of the table: what is taken out, and what fails then."""

    against: str
    edits: tuple[Edit, ...]
    cases: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()

    @property
    def slugs(self) -> tuple[str, ...]:
        """The names of its cases, which the table writes with ``*``."""
        return tuple(
            case.slug
            for case in cases()
            if any(fnmatchcase(case.slug, form) for form in self.cases)
        )

    def __str__(self) -> str:
        places = dict.fromkeys(f"`{where}`" for where, _, _ in self.edits)
        count = len(self.slugs)
        found = [f"{count} case{'s' if count > 1 else ''}"] if count else []
        found += [f"`{test.removeprefix('tests/')}`" for test in self.tests]
        return f"| {self.against} | {', '.join(places)} | {', '.join(found)} |"


@cache
def guards() -> tuple[Guard, ...]:
    """Read the table."""
    rows = tomllib.loads(TABLE.read_text("utf-8"))["guard"]
    return tuple(
        Guard(
            row["against"],
            ((row["where"], row["take"], row["put"]), *map(tuple, row.get("also", ()))),
            tuple(row.get("cases", ())),
            tuple(row.get("tests", ())),
        )
        for row in rows
    )


@cache
def harmless() -> dict[str, str]:
    """Give the cases that no guard of ours stands before, each with the reason."""
    found: dict[str, str] = tomllib.loads(TABLE.read_text("utf-8"))["harmless"]
    return found


def table() -> str:
    """Write what the page shows of the guards."""
    head = "| against | what is taken out of | what fails then |\n| --- | --- | --- |"
    tried = {slug for guard in guards() for slug in guard.slugs}
    words = f"Guards that were taken out: {len(guards())}; cases that failed then: {len(tried)}."
    rest = f"Cases that try what needs no guard of ours: {len(harmless())}."
    return "\n".join((head, *map(str, guards()), "", words, rest, ""))


class Copy:
    """A copy of the package, in which guards are taken out one after the other."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(ROOT / PACKAGE, folder / PACKAGE)
        # Not what the tests around were asked for: coverage would count the copy, too.
        around = {name: words for name, words in os.environ.items() if "PYTEST" not in name}
        self._env = {**around, "PYTHONPATH": f"{folder}{os.pathsep}{ROOT}"}

    def silent(self, guard: Guard) -> Iterator[str]:
        """Yield the cases and tests of a guard that don't fail without it."""
        before: dict[Path, str] = {}
        for where, take, put in guard.edits:
            path = self.folder / PACKAGE / where
            text = path.read_text("utf-8")
            before.setdefault(path, text)
            assert text.count(take) == 1, f"{where} has {take!r} more or less often than once"
            path.write_text(text.replace(take, put), "utf-8")
        try:
            yield from self._passing_cases(guard.slugs)
            yield from (test for test in guard.tests if not self._fails(test))
        finally:
            for path, text in before.items():
                path.write_text(text, "utf-8")

    def _run(self, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-P", "-B", "-m", *words],
            cwd=folder,
            env=self._env,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )

    def _passing_cases(self, names: Sequence[str]) -> Iterator[str]:
        left = list(names)
        while left:
            lines = self._run(self.folder, "tests.hostile.alone", *left).stdout.splitlines()
            found = dict(line.split("\t", 1) for line in lines if "\t" in line)
            yield from (name for name, words in found.items() if not words)
            for name, words in found.items():
                print(f"  {name}: {words or 'PASSES'}", flush=True)
            # Where the process ended, the next case ended it.
            order = [case.slug for case in cases() if case.slug in left]
            left = order[len(found) + 1 :]

    def _fails(self, test: str) -> bool:
        options = ("-q", "-x", "--no-header", "-p", "no:cacheprovider", "--tb=line")
        path = ("-o", f"pythonpath={self.folder} .")
        try:
            made = self._run(ROOT, "pytest", *options, *path, test)
        except subprocess.TimeoutExpired:
            print(f"  {test}: does not end", flush=True)
            return True
        failed = re.findall(r"^FAILED (\S+)", made.stdout, re.MULTILINE)
        print(f"  {test}: {', '.join(failed) or 'PASSES'}", flush=True)
        assert made.returncode in {0, 1}, made.stdout + made.stderr
        return bool(failed)


def main(words: Sequence[str]) -> int:
    """Take guards out; return how many cases and tests pass without them."""
    passing = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Copy(Path(folder))
        for guard in guards():
            if words and not any(word in str(guard) for word in words):
                continue
            print(guard.against, flush=True)
            passing += len(list(copy.silent(guard)))
    if not words and not passing:
        write(PART, table())
    return passing


if __name__ == "__main__":
    sys.exit(bool(main(sys.argv[1:])))
