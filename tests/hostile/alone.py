"""Cases, each alone in a lab: which of them fail with the package that is imported.

    python -P -m tests.hostile.alone CASE ...

writes a line for each: its name, a tab, and how it failed, or nothing where it didn't.  Whoever
takes a guard out asks that it fails (:mod:`.guards`).
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from pathlib import Path

from tests.hostile import test_cases as tests
from tests.hostile.cases import Case, cases
from tests.hostile.conftest import BUILDERS, Watch, builds_of

#: Seconds that a case may take.
PATIENCE = 60


def check(case: Case, root: Path, watch: Watch) -> None:
    """Ask of one case what the tests ask of all of them."""
    if case.put[0] == "setting":
        tests.test_settings(root, case, watch)
        return
    builds = builds_of([case], root, watch)
    for builder in BUILDERS:
        tests.test_nothing_that_hurts_is_written(builds, builder)
        tests.test_nothing_outside_is_read_or_written(builds, builder)
        tests.test_every_warning_is_of_a_case(builds, builder)
    tests.test_what_is_wrong_is_told(builds, case)
    if case.shows:
        for builder in ("html", "text"):
            tests.test_words_stay(builds, case, builder)
    if case.bdi:
        tests.test_a_name_does_not_turn_the_line(builds, case)


def fault(case: Case, watch: Watch) -> str:
    """Say how a case fails, in one line."""
    signal.alarm(PATIENCE)
    try:
        with tempfile.TemporaryDirectory() as folder:
            check(case, Path(folder), watch)
    except AssertionError as error:
        return " ".join(f"seen: {error}".split())
    except Exception as error:
        return " ".join(f"the build stops: {error!r}".split())
    finally:
        signal.alarm(0)
    return ""


def _give_up(*_: object) -> None:
    raise TimeoutError(f"not ended within {PATIENCE} s")


def main(names: list[str]) -> None:
    """Try the cases that are named."""
    os.environ["SOURCE_DATE_EPOCH"] = "1767225600"
    signal.signal(signal.SIGALRM, _give_up)
    watch = Watch()
    for case in cases():
        if case.slug in names:
            print(f"{case.slug}\t{fault(case, watch)[:300]}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
