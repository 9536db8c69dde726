"""What Lighthouse says of the built site, on a phone and on a desk.

Usage: ``python -m benchmarks.lighthouse [RUNS]`` after the site was built.  Each page is measured
RUNS times (3 if not given) in each form, and the median of each score counts.  The report goes to
``benchmarks/lighthouse.md``; the exit code is 1 when a score is below what the project aims at.
Lighthouse and its browser are npm's ``lighthouse`` and the machine's Chromium.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from statistics import median

from tests.browser.site import FLAGS, POLICY, SITE, executable

VERSION = "13.5.0"
PAGES = ("index.html", "people/taehoon-kim.html", "projects/index.html", "publications.html")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
AIMS = {"mobile": (97, 100, 100, 100), "desktop": (100, 100, 100, 100)}
"""The lowest score of each category, from 0 to 100."""

HEAD = """\
# Lighthouse

Lighthouse {version}, with the network and the processor that it simulates; median of {runs} runs.
The site is served as a host serves it: compressed, over HTTP/1.1, under the policy `{policy}`.
Written by `nox -s lighthouse`.

"""
REPORT = Path(__file__).with_suffix(".md")
_PACKED = (".html", ".css", ".js", ".svg", ".json")


class _Host(SimpleHTTPRequestHandler):
    """Sends what a web host would: texts compressed, files to keep for a year, a strict policy."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> BytesIO | None:
        """Send the headers of a file; give what follows them."""
        path = Path(self.translate_path(self.path.partition("?")[0]))
        if not path.is_file():
            self.send_error(404)
            return None
        data = path.read_bytes()
        self.send_response(200)
        if path.suffix in _PACKED:
            data = gzip.compress(data, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        charset = "; charset=utf-8" if path.suffix in _PACKED else ""
        self.send_header("Content-Type", self.guess_type(str(path)) + charset)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=31536000")
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        return BytesIO(data)

    def log_message(self, *args: object) -> None:
        """Keep the log of requests to itself."""


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """Serve *folder* as a host would; give the address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


@dataclass(frozen=True)
class Row:
    """The median scores of one page in one form, from 0 to 100."""

    page: str
    form: str
    scores: tuple[int, ...]

    @property
    def reached(self) -> bool:
        """Whether no score is below its aim."""
        return all(score >= aim for score, aim in zip(self.scores, AIMS[self.form], strict=True))


def scores_of(address: str, form: str) -> tuple[int, ...]:
    """Run Lighthouse once on a page."""
    command = ["npx", "--yes", f"lighthouse@{VERSION}", address, "--quiet", "--output=json"]
    command.append(f"--chrome-flags=--headless {' '.join(FLAGS)}")
    if form == "desktop":
        command.append("--preset=desktop")
    chrome = {"CHROME_PATH": executable() or ""}
    done = subprocess.run(
        command, env=os.environ | chrome, capture_output=True, check=True, timeout=300
    )
    found = json.loads(done.stdout)["categories"]
    return tuple(round(100 * (found[name]["score"] or 0)) for name in CATEGORIES)


def measure(runs: int) -> Iterator[Row]:
    """Measure all pages in both forms."""
    with hosted(SITE) as address:
        for page in PAGES:
            for form in AIMS:
                found = [scores_of(address + page, form) for _ in range(runs)]
                yield Row(page, form, tuple(int(median(one)) for one in zip(*found, strict=True)))


def report(rows: list[Row], runs: int) -> str:
    """Write the rows as a table."""
    head = " | ".join(("page", "form", *CATEGORIES))
    lines = [f"| {head} |", "| --- | --- |" + " ---: |" * len(CATEGORIES)]
    lines += [f"| {row.page} | {row.form} | {' | '.join(map(str, row.scores))} |" for row in rows]
    return HEAD.format(runs=runs, policy=POLICY, version=VERSION) + "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """Measure, write the report; give 1 when an aim isn't reached."""
    runs = int(arguments[0]) if arguments else 3
    rows = []
    for row in measure(runs):
        print(row.page, row.form, *row.scores, "" if row.reached else "below the aim", flush=True)
        rows.append(row)
    REPORT.write_text(report(rows, runs), "utf-8")
    return int(not all(row.reached for row in rows))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
