"""What a field of a megabyte costs: seconds of the processor for a build of a small lab with it.

    python -m benchmarks.large_fields

The aim is less than five seconds for each.  Each value is put where hostile cases are put.
"""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from tests.hostile.cases import Case, make_lab
from tests.hostile.conftest import BUILDERS

SIZE = 1_000_000

#: Where -> what.
FIELDS = {
    "field people name": "x" * SIZE,
    "field people role": "ab " * (SIZE // 3),
    "field people body": "*a " * (SIZE // 3),
    "field people body (emphasis)": "*a* " * (SIZE // 4),
    "field people body (formulas)": "$x$ " * (SIZE // 4),
    "field people body (paragraphs)": "ab\n\n" * (SIZE // 4),
    "field people body (items)": "- ab\n" * (SIZE // 5),
    "field people tags": "a, " * (SIZE // 3),
    "field people tags (all different)": ", ".join(map(str, range(SIZE // 8))),
    "field people url": "https://example.org/" + "x" * SIZE,
    "field people id": "x" * SIZE,
    "field people name (Korean)": "김" * (SIZE // 3),
    "field projects start": "9" * SIZE,
    "field projects people": ", ".join(f"p{number}" for number in range(SIZE // 8)),
    "field events organization": "A, " * (SIZE // 3),
    "bib title": "{x}" * (SIZE // 3),
    "bib title (every other word)": "{x}y" * (SIZE // 4),
    "bib author": "A B and " * (SIZE // 8),
    "bib author (all different)": " and ".join(f"A {number}" for number in range(SIZE // 13)),
    "bib abstract": "$x$ " * (SIZE // 4),
    "bib award": "*x* " * (SIZE // 4),
    "bib note": "[" * SIZE,
    "bib keywords": ", ".join(map(str, range(SIZE // 8))),
    "option profile role": '"<&' * (SIZE // 3),
    "body profile": "words " * (SIZE // 6),
}


def seconds(put: str, value: str, builder: str) -> float:
    """Build a lab with the value."""
    with tempfile.TemporaryDirectory() as folder:
        where = tuple(put.partition(" (")[0].split())
        lab = make_lab(Path(folder) / "lab", [Case("large", where, value)])
        start = time.process_time()
        lab.build(builder)
        return time.process_time() - start


def main() -> None:
    """Print a table."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", "1767225600")
    print(f"| field | {' | '.join(BUILDERS)} |\n| --- |{' ---: |' * len(BUILDERS)}")
    for put, value in FIELDS.items():
        times = [f"{seconds(put, value, builder):.1f} s" for builder in BUILDERS]
        print(f"| {put} | {' | '.join(times)} |", flush=True)


if __name__ == "__main__":
    main()
