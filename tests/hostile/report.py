"""What was tried and how it went, as the table in the guide for developers.

    python -m tests.hostile.report

builds all cases again and writes the table; a test compares it with the cases that there are.
"""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.fuzz.test_fuzz import BUILDS, FOUND, SEED
from tests.hostile.cases import make_lab, of_settings, on_pages
from tests.hostile.conftest import BUILDERS, built
from tests.hostile.harmless import faults
from tests.hostile.page import write
from tests.hostile.test_cases import warnings_of
from tests.hostile.test_malformed import FILES, malformed_lab
from tests.support import Build, Lab

PART = "what was tried"


@dataclass(frozen=True)
class Row:
    """One line of the table; `silent` are faults that nobody was told of."""

    what: str
    tried: int
    builders: int
    harmed: int
    silent: int
    faulty: int

    def __str__(self) -> str:
        told = self.faulty - self.silent
        share = f"{told} of {self.faulty} ({100 * told // self.faulty} %)" if self.faulty else "–"
        return (
            f"| {self.what} | {self.tried} | {self.builders} | 0 | {self.harmed} | {self.silent} "
            f"| {share} |"
        )


HEAD = (
    "| what | tried | builders | stopped a build | could run or leak | silent "
    "| told with file and line |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
)


def pages(builds: dict[str, Build]) -> Row:
    """Sum up the builds of the cases that share a lab; a crash would have ended them."""
    harmed = sum(len(list(faults(build))) for build in builds.values())
    faulty = [case for case in on_pages() if case.warns]
    silent = [case for case in faulty if not warnings_of(builds["html"], case)]
    what = "hostile values in pages, data files and bibliographies"
    return Row(what, len(on_pages()), len(builds), harmed, len(silent), len(faulty))


def settings(root: Path) -> Row:
    """Build each setting's lab."""
    harmed = silent = 0
    faulty = [case for case in of_settings() if case.warns]
    for number, case in enumerate(of_settings()):
        lab = make_lab(root / str(number), [case])
        builds = [built(lab, builder) for builder in BUILDERS]
        harmed += sum(len(list(faults(build))) for build in builds)
        silent += bool(case.warns and not warnings_of(builds[0], case))
    return Row("hostile settings", len(of_settings()), len(BUILDERS), harmed, silent, len(faulty))


def malformed(build: Build) -> Row:
    """Sum up the build of malformed data files."""
    lines = build.warning_lines
    told = [
        any(line.startswith(f"{row['name']}.{row['ending']}:{row['at']}:") for line in lines)
        for row in FILES
    ]
    harmed = len(list(faults(build)))
    return Row("malformed data files", len(FILES), 1, harmed, told.count(False), len(FILES))


def table(rows: list[Row]) -> str:
    """Write the table and the line below it."""
    changed = f"Labs changed at random in each check: {BUILDS} (seed {SEED}), of which none failed."
    corpus = f"Labs that once failed and are built again: {len(FOUND)}."
    return "\n".join((HEAD, *map(str, rows), "", changed, corpus, ""))


def main() -> None:
    """Build everything and write the table into the page."""
    os.environ["SOURCE_DATE_EPOCH"] = "1767225600"
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        lab = make_lab(root / "pages", on_pages())
        rows = [pages({builder: built(lab, builder) for builder in BUILDERS})]
        rows.append(settings(root / "settings"))
        rows.append(malformed(malformed_lab(Lab(root / "malformed").write).build()))
    write(PART, table(rows))


if __name__ == "__main__":
    main()
