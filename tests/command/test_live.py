"""The live preview: a save is on the screen, with what is wrong."""

from __future__ import annotations

import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sphinxext.profile.command import live
from sphinxext.profile.command.serving import Server
from tests.support.lab import ROOT, Lab

CONF = "extensions = ['sphinxext.profile']\nhtml_theme = 'basic'\nprofile_data = ['people.yml']\n"
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
    assert re.fullmatch(r"<body><p>Hi</p><script src=\"(.+)\" defer></script></body>", page)
    assert "EventSource" in _get(server.port, "/_live/script.js")
    assert "#live-problems" in _get(server.port, "/_live/sheet.css")
    assert _get(server.port, "/plain.txt") == "plain"


def test_what_is_wrong_stands_on_the_page_as_text(server: Server) -> None:
    server.show("<script>no</script>")
    assert '<pre id="live-problems" role="alert">' in _get(server.port, "/index.html?a=b")
    assert "&lt;script&gt;no&lt;/script&gt;" in _get(server.port)
    server.show("")
    assert "alert" not in _get(server.port)


def test_an_open_page_is_told_of_a_build(server: Server) -> None:
    with urllib.request.urlopen(f"http://127.0.0.1:{server.port}/_live/news", timeout=10) as news:
        assert news.readline() == b": still here\n"
        server.show("")
        assert [news.readline(), news.readline()] == [b"\n", b"data: built\n"]


def test_a_page_without_a_body_gets_the_script_too(server: Server) -> None:
    assert server.page(b"<p>Hi").startswith(b"<p>Hi<script")


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
    lab = Lab(tmp_path).write({"conf.py": CONF, "people.yml": DATA.format(role="Dean")})
    lab.write({"index.md": "# Lab\n\n:::{people}\n:::\n"})
    command = [sys.executable, "-m", live.__name__, str(lab.srcdir), str(tmp_path / "out")]
    process = subprocess.Popen(
        [*command, "--port", "0"], cwd=ROOT, stdout=subprocess.PIPE, text=True
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
        lab.write({"conf.py": f"{CONF}project = 'New Lab'\n"})
        _wait(lambda: "New Lab" in _get(port))
    finally:
        process.kill()
        process.wait()
