"""The built site, served from this machine, and the browser that looks at it."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

ROOT = Path(__file__).resolve().parents[2]
SITE = Path(os.environ.get("SITE", ROOT / "docs" / "_build" / "html"))
AXE = ROOT / ".cache" / "browser" / "node_modules" / "axe-core" / "axe.min.js"

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",
)


@dataclass(frozen=True)
class Mode:
    """A window's width in CSS pixels and the colours its reader prefers."""

    width: int
    scheme: str = "light"
    script: bool = True

    def __str__(self) -> str:
        return f"{self.width}-{self.scheme}" + ("" if self.script else "-noscript")


MODES = tuple(Mode(width, scheme) for width in (375, 1280) for scheme in ("light", "dark"))
"""What every page is looked at in: phone and desk, light and dark."""


def missing() -> str:
    """Say what the checks of the site lack, as one sentence; `""` when all is there."""
    if not pages():
        return f"no site in {SITE}: build it first (nox -s docs)"
    return "" if AXE.exists() else f"axe-core is missing from {AXE.parents[2]} (nox -s browser)"


def missing_browser() -> str:
    """Say what the browser itself lacks, as one sentence; `""` when it can be driven."""
    if not executable():
        return f"no browser: none of {', '.join(BROWSERS)} is on the path"
    try:
        import playwright  # noqa: F401
    except ImportError:
        return "the Python package playwright is missing (pip install -e '.[browser]')"
    return ""


def executable() -> str | None:
    """Give the path of the browser, `None` when there is none."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def pages() -> list[str]:
    """Give the names of the site's pages, relative to it and sorted."""
    found = (path.relative_to(SITE) for path in SITE.rglob("*.html"))
    return sorted(path.as_posix() for path in found if not path.parts[0].startswith("_"))


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Keep the log of requests to itself."""


@contextmanager
def served(folder: Path = SITE) -> Iterator[str]:
    """Serve *folder* on a free port of this machine; give the address, ending in `/`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def browsing() -> Iterator[Browser]:
    """Start the browser; end it afterwards."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=list(FLAGS))
        yield browser
        browser.close()


def window(browser: Browser, mode: Mode) -> BrowserContext:
    """Open a window of *mode* with no memory of other windows."""
    return browser.new_context(
        viewport={"width": mode.width, "height": 900},
        color_scheme="dark" if mode.scheme == "dark" else "light",
        java_script_enabled=mode.script,
        reduced_motion="reduce",
        bypass_csp=False,
    )
