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
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

ROOT = Path(__file__).resolve().parents[2]
SITE = Path(os.environ.get("SITE", ROOT / "docs" / "_build" / "html"))
TOOLS = ROOT / ".cache" / "browser" / "node_modules"
AXE = TOOLS / "axe-core" / "axe.min.js"

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
    """A window's width in CSS pixels, and what its reader prefers or needs.

    ``extra`` is one of ``""``, ``"contrast"`` (asks for more), ``"forced"`` (colours of the
    system's own), ``"large"`` (text at 200 %), ``"rtl"`` (written from right to left) and
    ``"print"``.
    """

    width: int
    scheme: str = "light"
    script: bool = True
    extra: str = ""

    def __str__(self) -> str:
        words = (str(self.width), self.scheme, "" if self.script else "noscript", self.extra)
        return "-".join(filter(None, words))


MODES = tuple(Mode(width, scheme) for width in (375, 1280) for scheme in ("light", "dark"))
"""Phone and desk, light and dark."""

ALL_MODES = (
    *MODES,
    *(Mode(1280, scheme, extra="contrast") for scheme in ("light", "dark")),
    *(Mode(1280, scheme, extra="forced") for scheme in ("light", "dark")),
    *(Mode(width) for width in (320, 768, 2560)),
    *(Mode(width, extra="large") for width in (320, 1280)),
    *(Mode(width, extra="rtl") for width in (320, 375, 1280)),
)
"""Every size, colour and need that a page is checked in."""

KEY_PAGES = (
    *("index.html", "people/taehoon-kim.html", "projects/index.html", "projects/lmm.html"),
    *("publications.html", "publications/kim2022lverse.html", "news.html"),
    *("cv/taehoon-kim.html", "guide/timeline.html"),
)
"""One page of each kind that the site has."""

PAPER = Mode(794, extra="print")
"""A sheet of A4."""

PICTURES = Path(__file__).parent / "pictures"
"""Where the pictures are that the pages are compared with."""

POLICY = "default-src 'self'"
"""The site's content security policy: no script or style in a page, nothing from elsewhere."""


def missing() -> str:
    """Say what the checks of the site lack, as one sentence; `""` when all is there."""
    if not pages():
        return f"no site in {SITE}: build it first (nox -s docs)"
    return "" if AXE.exists() else f"axe-core is missing from {TOOLS} (nox -s browser)"


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


class _Files(SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, policy: str, **kwargs: Any) -> None:
        self._policy = policy
        super().__init__(*args, **kwargs)

    def end_headers(self) -> None:
        """Send the policy along."""
        if self._policy:
            self.send_header("Content-Security-Policy", self._policy)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Keep the log of requests to itself."""


@contextmanager
def served(folder: Path = SITE, policy: str = "") -> Iterator[str]:
    """Serve *folder* on a free port of this machine under a *policy*; give the address."""
    handler = partial(_Files, directory=str(folder), policy=policy)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
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


REACHED = """() => [...document.querySelectorAll("pre, .pst-scrollable-table-container")].every(
    (it) => it.tabIndex === 0
        || (it.scrollWidth <= it.clientWidth && it.scrollHeight <= it.clientHeight),
)"""
"""Say whether the keyboard reaches all that can be scrolled."""


def set_window(page: Page, mode: Mode) -> None:
    """Give the window of *page* the size and colours of *mode*, for what is opened in it next."""
    page.set_viewport_size({"width": mode.width, "height": 900})
    page.emulate_media(
        media="print" if mode.extra == "print" else "screen",
        color_scheme="dark" if mode.scheme == "dark" else "light",
        contrast="more" if mode.extra == "contrast" else "no-preference",
        forced_colors="active" if mode.extra == "forced" else "none",
    )


def turn(page: Page, mode: Mode) -> None:
    """Give the open *page*, whose clock can be set on, the size and colours of *mode*."""
    set_window(page, mode)
    page.evaluate(
        "([size, dir]) => { const root = document.documentElement;"
        " root.style.fontSize = size; root.dir = dir; }",
        ["200%" if mode.extra == "large" else "", "rtl" if mode.extra == "rtl" else "ltr"],
    )
    # A theme with a script of its own for colours follows a moment later.
    follows = "(scheme) => [undefined, scheme].includes(document.documentElement.dataset.theme)"
    page.wait_for_function(follows, arg=mode.scheme, timeout=5000)
    # The theme lets the keyboard reach what can be scrolled 300 ms after a change of size; the
    # browser's own news of such a change may come late and have it begin these anew.
    page.evaluate("dispatchEvent(new Event('resize'))")
    page.clock.run_for(400)
    page.wait_for_function(REACHED, timeout=5000)


LOAD_ALL = """() => Promise.all([document.fonts.ready, ...[...document.images].map((it) => {
    it.loading = "eager";
    return it.decode().catch(() => {});
})]).then(() => null)"""
"""Wait for all faces and pictures, those that no reader has come near to among them."""


def pictures_of(page: Page, name: str) -> Iterator[tuple[str, bytes]]:
    """Take a small picture (WebP) of what a reader sees first, in every mode and on paper."""
    stem = name.removesuffix(".html").replace("/", "-")
    for mode in (*ALL_MODES, PAPER):
        turn(page, mode)
        page.evaluate(LOAD_ALL)
        data = page.screenshot(animations="disabled", caret="hide")
        yield f"{stem}-{mode}.webp", smaller(data, min(mode.width // 2, 320))


def smaller(data: bytes, width: int) -> bytes:
    """Scale a picture down to *width*."""
    from PIL import Image

    image = Image.open(BytesIO(data)).convert("RGB")
    image.thumbnail((width, image.height))
    out = BytesIO()
    image.save(out, "WEBP", quality=60, method=6)
    return out.getvalue()


def window(browser: Browser, mode: Mode) -> BrowserContext:
    """Open a window of *mode* with no memory of other windows."""
    return browser.new_context(
        viewport={"width": mode.width, "height": 900},
        color_scheme="dark" if mode.scheme == "dark" else "light",
        java_script_enabled=mode.script,
        reduced_motion="reduce",
        bypass_csp=False,
    )
