"""The live preview: a save is on the screen, with what is wrong."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from http import HTTPStatus
from http.client import HTTPConnection, HTTPResponse
from multiprocessing import get_context
from pathlib import Path
from typing import cast
from urllib.error import HTTPError
from urllib.parse import urlencode

import pytest

from sphinxext.profile.command import live
from sphinxext.profile.command.serving import Server
from tests.support.lab import ROOT, Lab

CONF = "extensions = ['sphinxext.profile']\nhtml_theme = 'basic'\nprofile_data = ['people.yml']\n"
#: Another process beside the site, as sphinx-sitemap has one, and loggers that tell everything.
BESIDE = """
def setup(app):
    basicConfig(level="INFO")
    app.beside = get_context("fork").Process(target=sleep, args=(60,), daemon=True)
    app.beside.start()
    (app.srcdir / "beside.txt").write_text(str(app.beside.pid))

from logging import basicConfig
from multiprocessing import get_context
from time import sleep
"""
#: Ctrl+C ends it, where the tests themselves are in the background as well.
INTERRUPTED = "import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
_MARK = re.compile('data-mark="(.+?)"')
DATA = "people:\n  - id: ada\n    name: Ada Park\n    role: {role}\n"


def _get(port: int, path: str = "/") -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
        assert answer.headers["Cache-Control"] == "no-store"
        return str(answer.read().decode())


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "index.html").write_text("<body><p>Hi</p></body>", "utf-8")
    (tmp_path / "plain.txt").write_text("plain", "utf-8")
    served = Server(tmp_path, 0)
    yield served
    served.close()


def test_pages_get_the_script_and_files_stay_as_they_are(server: Server) -> None:
    page = _get(server.port)
    assert re.fullmatch(
        r"<body><p>Hi</p><script src=\"(.+)\" data-mark=\"\w+\" defer></script></body>", page
    )
    assert "EventSource" in _get(server.port, "/_live/script.js")
    assert "#live-problems" in _get(server.port, "/_live/sheet.css")
    assert _get(server.port, "/plain.txt") == "plain"


def test_what_is_wrong_stands_on_the_page_as_text(server: Server) -> None:
    server.show("<script>no</script>")
    assert '<pre id="live-problems" role="alert">' in _get(server.port, "/index.html?a=b")
    assert "&lt;script&gt;no&lt;/script&gt;" in _get(server.port)
    server.show("")
    assert "alert" not in _get(server.port)


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost:{port}", 200),
        ("LOCALHOST", 200),
        ("127.0.0.1:{port}", 200),
        ("stranger.example:{port}", 421),
        ("127.0.0.1.stranger.example", 421),
    ],
)
def test_other_names_lead_nowhere(server: Server, method: str, host: str, status: int) -> None:
    connection = HTTPConnection("127.0.0.1", server.port, timeout=10)
    connection.request(method, "/plain.txt", headers={"Host": host.format(port=server.port)})
    answer = connection.getresponse()
    assert answer.status == status
    assert (b"plain" in answer.read()) == (status == 200 and method == "GET")
    connection.close()


def _news(server: Server, page: str = "/", mark: str = "") -> HTTPResponse:
    """Ask for news as the script of a page does."""
    mark = mark or str(_MARK.findall(_get(server.port, page))[0])
    asked = urlencode({"page": page, "mark": mark})
    news = urllib.request.urlopen(f"http://127.0.0.1:{server.port}/_live/news?{asked}", timeout=10)
    assert news.readline() == b"retry: 300\n"
    return cast("HTTPResponse", news)


def _next(news: HTTPResponse) -> bytes:
    """Return the next line with words."""
    return next(line.strip() for line in iter(news.readline, b"") if line.strip())


def test_an_open_page_is_told_of_problems_and_files(server: Server) -> None:
    for problems in ("", "broken"):
        with _news(server) as news:
            assert _next(news) == b": still here"
            server.show(problems, only_pages=bool(problems))
            assert _next(news) == b"data: another"


def test_an_open_page_is_not_told_of_other_pages(server: Server, tmp_path: Path) -> None:
    with _news(server) as news:
        assert _next(news) == b": still here"
        (tmp_path / "other.html").write_text("another", "utf-8")
        server.look()
        assert _next(news) == b": still here"
        server.show("", only_pages=True)
        assert _next(news) == b": still here"
        (tmp_path / "index.html").write_text("<body><p>Ho</p></body>", "utf-8")
        server.look()
        assert _next(news) == b"data: another"


def test_what_is_built_while_it_compares_is_not_slept_through(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, page = tmp_path / "index.html", _get(server.port)
    same = server.same(file, _MARK.findall(page)[0])
    next(same)
    file.write_text("<p>Ho", "utf-8")
    server.look()
    monkeypatch.setattr(server._changed, "wait", lambda *_: pytest.fail("it sleeps"))
    assert next(same, "another") == "another"


def test_an_open_page_is_told_of_another_style(server: Server, tmp_path: Path) -> None:
    with _news(server) as news:
        assert _next(news) == b": still here"
        (tmp_path / "_static").mkdir()
        (tmp_path / "_static" / "own.css").write_text("p {}", "utf-8")
        server.show("", only_pages=True)
        assert _next(news) == b"data: another"


def test_what_no_reader_sees_loads_no_page(server: Server) -> None:
    pages = [server.page(b"<meta name=a content=%d><p>Hi" % number) for number in (1, 2)]
    assert len({mark for page in pages for mark in _MARK.findall(page.decode())}) == 1


def test_a_page_of_the_program_before_waits_for_a_build(server: Server) -> None:
    with _news(server, mark="of another program") as news:
        assert _next(news) == b": still here"
        server.look()
        assert _next(news) == b"data: another"


def test_a_page_that_changed_before_it_asked_is_told_at_once(server: Server) -> None:
    server.look()
    with _news(server, mark="of another program") as news:
        assert _next(news) == b"data: another"


def test_a_page_that_is_not_there_is_shown_when_it_is(server: Server, tmp_path: Path) -> None:
    server.show("broken")
    with pytest.raises(HTTPError) as none:
        _get(server.port, "/new.html")
    assert none.value.code == HTTPStatus.NOT_FOUND
    page = none.value.read().decode()
    assert "not yet" in page
    assert "broken" in page
    with _news(server, "/new.html", _MARK.findall(page)[0]) as news:
        assert _next(news) == b": still here"
        (tmp_path / "new.html").write_text("<p>Hi", "utf-8")
        server.look()
        assert _next(news) == b"data: another"


def test_a_process_beside_the_site_does_not_hold_the_port(tmp_path: Path) -> None:
    served = Server(tmp_path, 0)
    beside = get_context("fork").Process(target=time.sleep, args=(60,), daemon=True)
    beside.start()
    served.close()
    Server(tmp_path, served.port).close()
    beside.terminate()
    beside.join()


def test_a_port_that_is_taken_is_told_of(server: Server, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=f"port {server.port}: .+; --port 0"):
        live.main([str(tmp_path), str(tmp_path / "out"), "--port", str(server.port)])


def test_a_page_without_a_body_gets_the_script_too(server: Server) -> None:
    assert server.page(b"<p>Hi").startswith(b"<p>Hi<script")


def test_the_first_build_is_told_of_edited_pages(tmp_path: Path) -> None:
    lab = Lab(tmp_path).write({"conf.py": CONF, "people.yml": "{}", "index.md": "# Lab\n"})
    told: list[bool] = []
    site, _ = live._begin(lab.srcdir, tmp_path / "out", lambda: told.append(True), nitpicky=False)
    told.clear()
    lab.write({"index.md": "# New Lab\n"})
    assert site
    live._again(site)
    assert told == [True, True]


def _wait(until: Callable[[], bool]) -> None:
    for _ in range(600):
        try:
            if until():
                return
        except OSError:
            pass  # it is being started anew
        time.sleep(0.05)
    pytest.fail("nothing happened for half a minute")


def test_a_save_is_served_and_a_setting_starts_it_anew(tmp_path: Path) -> None:
    lab = Lab(tmp_path).write({"conf.py": CONF + BESIDE, "people.yml": DATA.format(role="Dean")})
    lab.write({"index.md": "# Lab\n\n:::{people}\n:::\n"})
    command = [sys.executable, "-m", live.__name__, str(lab.srcdir), str(tmp_path / "out")]
    said = (tmp_path / "said").open("w", encoding="utf-8")
    process = subprocess.Popen(
        [*command, "--port", "0"], cwd=ROOT, stdout=subprocess.PIPE, stderr=said, text=True
    )
    try:
        assert process.stdout
        lines = iter(process.stdout.readline, "")
        port = next(int(m[1]) for line in lines if (m := re.search(r"127.0.0.1:(\d+)/", line)))
        assert "Dean" in _get(port)
        lab.write({"people.yml": DATA.format(role="Rector")})
        _wait(lambda: "Rector" in _get(port))
        lab.write({"people.yml": DATA.format(role="Rector\n    orcid: 1")})
        _wait(lambda: "people.yml:5" in _get(port))
        lab.write({"conf.py": CONF + "raise RuntimeError('broken settings')\n"})
        _wait(lambda: "broken settings" in _get(port))
        with pytest.raises(ProcessLookupError):
            os.kill(int((lab.srcdir / "beside.txt").read_text()), 0)
        lab.write({"conf.py": f"{CONF}project = 'New Lab'\n"})
        _wait(lambda: "New Lab" in _get(port))
        later = f"{CONF}{INTERRUPTED}project = 'Newer Lab'\n"  # saved when settings have been read
        save = f"from pathlib import Path\nPath(__file__).write_text({later!r})\n"
        lab.write({"conf.py": CONF + save})
        _wait(lambda: "Newer Lab" in _get(port))
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
    finally:
        process.kill()
        process.wait()
        said.close()
    words = (tmp_path / "said").read_text("utf-8")
    assert "broken settings" in words
    assert "change detected" not in words
    assert "KeyboardInterrupt" not in words
