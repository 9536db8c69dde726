"""A server for one's own browser, which shows a page again when it was built again."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator, Mapping
from functools import partial
from hashlib import blake2b
from html import escape
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition, Thread
from typing import Any
from urllib.parse import parse_qs

#: Where the page asks for news.
_NEWS = "/_live/news"

#: A page tells which one it is, also when it asks again: the program may have been started anew.
_SCRIPT = b"""\
const asked = { page: location.pathname, mark: document.currentScript.dataset.mark };
const news = new EventSource("/_live/news?" + new URLSearchParams(asked));
news.onmessage = () => location.reload();
"""
_SHEET = b"""\
#live-problems {
  position: fixed; inset: auto 0 0; z-index: 9999; margin: 0; max-height: 40vh; overflow: auto;
  padding: 1em; background: #300; color: #fff; white-space: pre-wrap;
}
"""
#: What every page asks for beside the site's own files, which are never called so.
_FILES = {
    "/_live/script.js": (_SCRIPT, "text/javascript"),
    "/_live/sheet.css": (_SHEET, "text/css"),
}
#: The names that this machine calls itself by; old programs say none.
_HOSTS = {"127.0.0.1", "localhost", ""}
_NO_PAGE = b"<!doctype html><title>No page</title><p>There is no page here, or not yet.</p>"
#: What stands in a page for machines alone.
_UNSEEN = re.compile(rb"<meta [^>]*>")
#: Seconds after which a waiting connection is tried, so that closed ones end.
_PATIENCE = 20.0
#: Milliseconds after which a browser whose connection was lost asks again.
_RETRY = 300


class Server:
    """Serves a folder at ``http://127.0.0.1:PORT/`` and to nobody outside this machine.

    What :meth:`show` is given stands on top of each page until it is given something else.

    Raises:
        OSError: Another program has the port.

    """

    def __init__(self, folder: Path, port: int) -> None:
        self._folder = folder
        self._problems = ""
        self._styles = self._mark_styles()
        self._since = 0
        self._number = 0
        self._changed = Condition()
        handler = partial(_Handler, live=self, directory=str(folder))
        self._http = ThreadingHTTPServer(("127.0.0.1", port), handler)
        self._http.daemon_threads = True
        if hasattr(os, "register_at_fork"):
            # A process that an extension starts would go on to hold the port, longer than this one.
            os.register_at_fork(after_in_child=self._http.socket.close)
        Thread(target=self._http.serve_forever, daemon=True).start()

    @property
    def port(self) -> int:
        """The port in use; a free one where 0 was asked for."""
        return int(self._http.server_address[1])

    def show(self, problems: str, *, only_pages: bool = False) -> None:
        """Have open pages load again that show something else, or problems of the last build.

        Unless ``only_pages`` were written, there may be another picture behind the same address.
        """
        self._problems = problems
        self._styles = self._mark_styles()
        if not only_pages:
            self._since = time.time_ns()
        self.look()

    def look(self) -> None:
        """Have open pages load again that are other ones now."""
        with self._changed:
            self._number += 1
            self._changed.notify_all()

    def close(self) -> None:
        """Stop serving."""
        self._http.shutdown()
        self._http.server_close()

    def page(self, html: bytes) -> bytes:
        """Add the script, and what is wrong, to a page."""
        added = f'<script src="/_live/script.js" data-mark="{self._mark(html)}" defer></script>'
        if self._problems:
            added += (
                '<link rel="stylesheet" href="/_live/sheet.css">'
                f'<pre id="live-problems" role="alert">{escape(self._problems)}</pre>'
            )
        head, end, tail = html.rpartition(b"</body>")
        return head + added.encode() + end + tail if end else html + added.encode()

    def same(self, file: Path, mark: str) -> Iterator[None]:
        """Yield now and then for as long as a page is the one of this mark, or nothing is built."""
        number = self._number
        while not number or self._mark(_html(file)) == mark:
            yield
            with self._changed:
                if self._number == number:
                    self._changed.wait(_PATIENCE)
                number = self._number

    def _mark(self, html: bytes) -> str:
        """Fingerprint a page with all that it shows."""
        state = blake2b(_UNSEEN.sub(b"", html), digest_size=8)
        state.update(f"{self._since} {self._styles} {self._problems}".encode())
        return state.hexdigest()

    def _mark_styles(self) -> str:
        """Fingerprint all style sheets: an extension may make one of what pages have."""
        state = blake2b(digest_size=8)
        for path in sorted(self._folder.glob("_static/**/*.css")):
            state.update(path.read_bytes())
        return state.hexdigest()


class _Handler(SimpleHTTPRequestHandler):
    """Answers one request."""

    def __init__(self, *args: Any, live: Server, **kwargs: Any) -> None:
        self.live = live
        super().__init__(*args, **kwargs)

    def parse_request(self) -> bool:
        """Refuse who was led here by another name.

        A page of a stranger may have its own name lead to this machine, and would read along.
        """
        if not super().parse_request():
            return False
        host = self.headers.get("Host", "").partition(":")[0]
        if host.lower() in _HOSTS:
            return True
        self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
        return False

    def do_GET(self) -> None:
        """Answer with news, a file of our own, a page, or a file as it is."""
        way, _, asked = self.path.partition("?")
        file = self._file(way)
        if way == _NEWS:
            self._news(parse_qs(asked))
        elif way in _FILES:
            self._send(*_FILES[way])
        elif file.suffix == ".html":
            status = HTTPStatus.OK if file.is_file() else HTTPStatus.NOT_FOUND
            self._send(self.live.page(_html(file)), "text/html; charset=utf-8", status)
        else:
            super().do_GET()

    def end_headers(self) -> None:
        """Keep the browser from keeping anything."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_args: Any) -> None:
        """Say nothing: the terminal is for what is wrong with the site."""

    def _file(self, way: str) -> Path:
        file = Path(self.translate_path(way))
        return file / "index.html" if file.is_dir() and way.endswith("/") else file

    def _send(self, data: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _news(self, asked: Mapping[str, list[str]]) -> None:
        """Tell when a page has become another, unless the browser goes away before."""
        page, mark = (asked.get(name, [""])[0] for name in ("page", "mark"))
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            self.wfile.write(b"retry: %d\n\n" % _RETRY)
            for _ in self.live.same(self._file(page), mark):
                self.wfile.write(b": still here\n\n")
            self.wfile.write(b"data: another\n\n")
        except OSError:
            return


def _html(file: Path) -> bytes:
    """Return a page of the site, or what stands in the place of one that isn't there."""
    return file.read_bytes() if file.is_file() else _NO_PAGE
