"""Files below the output folder: written once, removed when no longer made, never outside."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinxext.profile.exporters.files import OutputFiles


def _files(tmp_path: Path) -> OutputFiles:
    (tmp_path / "out").mkdir(exist_ok=True)
    return OutputFiles(tmp_path / "out", tmp_path / "memory")


def test_same_bytes_are_not_written_again(tmp_path: Path) -> None:
    _files(tmp_path).write("feeds/news.xml", "a")
    target = tmp_path / "out" / "feeds" / "news.xml"
    stamp = target.stat().st_mtime_ns - 10**9
    import os

    os.utime(target, ns=(stamp, stamp))
    _files(tmp_path).write("feeds/news.xml", b"a")
    assert target.stat().st_mtime_ns == stamp
    _files(tmp_path).write("feeds/news.xml", "b")
    assert target.read_text() == "b"


def test_what_is_no_longer_made_is_removed_with_its_empty_folder(tmp_path: Path) -> None:
    first = _files(tmp_path)
    first.write("feeds/old.xml", "a")
    first.write("kept.json", "{}")
    first.finish()
    second = _files(tmp_path)
    second.keep("kept.json")
    second.finish()
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["kept.json"]


@pytest.mark.parametrize("path", ["../x", "/x", "a/../../x", "", "a\\..\\x"])
def test_nothing_is_written_outside(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="outside"):
        _files(tmp_path).write(path, "x")


def test_a_list_that_was_tampered_with_removes_nothing_outside(tmp_path: Path) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_text("x")
    first = _files(tmp_path)
    first.write("a.txt", "a")
    first.finish()
    listing = next((tmp_path / "memory").iterdir())
    listing.write_text('["../victim.txt", 3, "a.txt"]')
    _files(tmp_path).finish()
    assert victim.exists()
    assert not (tmp_path / "out" / "a.txt").exists()
