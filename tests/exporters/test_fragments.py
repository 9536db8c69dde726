"""Parts of files that are kept: made once for each mark, forgotten when nobody asks."""

from __future__ import annotations

from pathlib import Path

from sphinxext.profile.domain.memory import Memory
from sphinxext.profile.exporters.fragments import Fragments


def test_lines_are_made_once(tmp_path: Path) -> None:
    made: list[str] = []

    def build(*marks: str) -> list[list[str]]:
        kept = Fragments(Memory(tmp_path), "a file")
        lines = [
            list(kept.of(mark, lambda mark=mark: [made.append(mark) or mark, "", "x"]))
            for mark in marks
        ]
        kept.store()
        return lines

    assert build("one", "two") == [["one", "", "x"], ["two", "", "x"]]
    assert build("two", "three") == [["two", "", "x"], ["three", "", "x"]]
    assert made == ["one", "two", "three"]
    build("one")
    assert made[3:] == ["one"]
