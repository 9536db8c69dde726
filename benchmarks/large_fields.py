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

SIZE = 1_000_000

#: Where -> what.
FIELDS = {
    "field people name": "x" * SIZE,
    "field people role": "ab " * (SIZE // 3),
    "field people body": "*a " * (SIZE // 3),
    "field people tags": "a, " * (SIZE // 3),
    "field people url": "https://example.org/" + "x" * SIZE,
    "field people id": "x" * SIZE,
    "field projects start": "9" * SIZE,
    "field events organization": "A, " * (SIZE // 3),
    "bib title": "{x}" * (SIZE // 3),
    "bib author": "A B and " * (SIZE // 8),
    "bib abstract": "$x$ " * (SIZE // 4),
    "bib note": "[" * SIZE,
    "option profile role": '"<&' * (SIZE // 3),
    "body profile": "words " * (SIZE // 6),
}


def seconds(put: str, value: str, builder: str) -> float:
    """Build a lab with the value."""
    with tempfile.TemporaryDirectory() as folder:
        lab = make_lab(Path(folder) / "lab", [Case("large", tuple(put.split()), value)])
        start = time.process_time()
        lab.build(builder)
        return time.process_time() - start


def main() -> None:
    """Print a table."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", "1767225600")
    print("| field | html | text |\n| --- | ---: | ---: |")
    for put, value in FIELDS.items():
        times = [seconds(put, value, builder) for builder in ("html", "text")]
        print(f"| {put} | {times[0]:.1f} s | {times[1]:.1f} s |", flush=True)


if __name__ == "__main__":
    main()
