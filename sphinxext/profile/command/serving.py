"""A server for one's own browser, which shows a page again when it was built again."""

from __future__ import annotations

from functools import partial
from html import escape
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition, Thread
from typing import Any

#: Where the page asks for news.
_NEWS = "/_live/news"

#: A connection that comes back after it was lost: the program was started anew.
_SCRIPT = b"""\
const news = new EventSource("/_live/news");
let lost = false;
news.onerror = () => { lost = true; };
news.onopen = () => { if (lost) location.reload(); };
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
#: Seconds after which a waiting connection is tried, so that closed ones end.
_PATIENCE = 20.0


class Server:
    """Serves a folder at ``http://127.0.0.1:PORT/`` and to nobody outside this machine.

    What :meth:`show` is given stands on top of each page until it is given something else.
    """

    def __init__(self, folder: Path, port: int) -> None:
        self.problems = ""
        self.number = 0
        self.changed = Condition()
        handler = partial(_Handler, live=self, directory=str(folder))
        self._http = ThreadingHTTPServer(("127.0.0.1", port), handler)
        self._http.daemon_threads = True
        Thread(target=self._http.serve_forever, daemon=True).start()

    @property
    def port(self) -> int:
        """The port in use; a free one where 0 was asked for."""
        return int(self._http.server_address[1])

    def show(self, problems: str) -> None:
        """Have all open pages load again, with the problems of the last build."""
        with self.changed:
            self.problems = problems
            self.number += 1
            self.changed.notify_all()

    def close(self) -> None:
        """Stop serving."""
        self._http.shutdown()
        self._http.server_close()

    def page(self, html: bytes) -> bytes:
        """Add the script, and what is wrong, to a page."""
        added = '<script src="/_live/script.js" defer></script>'
        if self.problems:
            added += (
                '<link rel="stylesheet" href="/_live/sheet.css">'
                f'<pre id="live-problems" role="alert">{escape(self.problems)}</pre>'
            )
        head, end, tail = html.rpartition(b"</body>")
        return head + added.encode() + end + tail if end else html + added.encode()


class _Handler(SimpleHTTPRequestHandler):
    """Answers one request."""

    def __init__(self, *args: Any, live: Server, **kwargs: Any) -> None:
        self.live = live
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        """Answer with news, a file of our own, a page, or a file as it is."""
        way = self.path.partition("?")[0]
        file = Path(self.translate_path(self.path))
        if file.is_dir() and way.endswith("/"):
            file /= "index.html"
        if way == _NEWS:
            self._news()
        elif way in _FILES:
            self._send(*_FILES[way])
        elif file.suffix == ".html" and file.is_file():
            self._send(self.live.page(file.read_bytes()), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def end_headers(self) -> None:
        """Keep the browser from keeping anything."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_args: Any) -> None:
        """Say nothing: the terminal is for what is wrong with the site."""

    def _send(self, data: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _news(self) -> None:
        """Tell of each build until the browser goes away."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        seen, words = self.live.number, b": still here\n\n"
        try:
            while True:
                self.wfile.write(words)
                self.wfile.flush()
                with self.live.changed:
                    if self.live.number == seen:
                        self.live.changed.wait(_PATIENCE)
                    words = b": still here\n\n" if self.live.number == seen else b"data: built\n\n"
                    seen = self.live.number
        except OSError:
            return
