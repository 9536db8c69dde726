"""Fonts for CVs: which are taken, where they are looked for, and when they count as changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sphinxext.profile.exporters import cv_fonts
from sphinxext.profile.exporters.cv_fonts import families, first_there, scripts, signature

THERE = ["Noto Sans CJK JP", "Noto Sans CJK KR", "Lato", "Inter", "My Face", "Libertinus Serif"]


def test_wanted_families_come_first_then_the_designs_then_the_scripts() -> None:
    assert families("modern", "ko-KR", ["my face", "None Such"], THERE) == [
        *("My Face", "Inter", "Lato", "Noto Sans CJK KR", "Noto Sans CJK JP"),
    ]
    assert families("classic", "ja", [], THERE) == ["Libertinus Serif"]


@pytest.mark.parametrize(
    ("platform", "folder"),
    [("win32", "Fonts"), ("darwin", "Library"), ("linux", "share")],
)
def test_each_system_keeps_its_fonts_elsewhere(
    platform: str, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    found = list(cv_fonts._folders())
    assert len(found) > 1
    assert any(folder in path.parts for path in found)


def test_a_font_that_comes_changes_the_mark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine, own = tmp_path / "machine", tmp_path / "own"
    (machine / "more").mkdir(parents=True)
    own.mkdir()
    monkeypatch.setattr(cv_fonts, "_folders", lambda: iter([machine, tmp_path / "none"]))
    marks = [signature(), signature(own)]
    (machine / "more" / "a.otf").write_bytes(b"a")
    marks.append(signature(own))
    (own / "b.otf").write_bytes(b"b")
    marks.append(signature(own))
    before = (own / "b.otf").stat()
    (own / "b.otf").write_bytes(b"c")
    os.utime(own / "b.otf", ns=(before.st_atime_ns, before.st_mtime_ns))
    marks.append(signature(own))
    assert len(set(marks)) == len(marks)
    assert signature(own) == marks[-1]


def test_a_family_is_found_by_the_names_of_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cv_fonts, "_folders", lambda: iter([tmp_path]))
    for name in ("cjk/NotoSansCJK-Bold.ttc", "a/Lato-Regular.txt", "b/dejavusans.ttf"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).touch()
    assert first_there("modern") == ("DejaVu Sans", tmp_path / "b")
    (tmp_path / "b" / "OpenSans[wdth,wght].ttf").touch()
    assert first_there("modern") == ("Open Sans", tmp_path / "b")
    assert first_there("classic") is None


def test_scripts_have_their_names() -> None:
    assert scripts(["김하", "ꦗ", "김"]) == ["Javanese (ꦗ)", "Hangul (김하)"]
    assert scripts(["9", "+"]) == ["Signs (+9)"]
