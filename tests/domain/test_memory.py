"""What outlives a build: it comes back as it was, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinxext.profile.domain.memory import Memory

LINES = ["", "a\tb", "베틀 \u2028 \x85", "\ud800", "last"]


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path)


def test_lines_come_back(memory: Memory) -> None:
    assert memory.read_lines("some") == []
    memory.store_lines("some", LINES)
    memory.store_lines("other", [])
    assert memory.read_lines("some") == LINES
    assert memory.read_lines("other") == []


@pytest.mark.parametrize("kept", [0, 5, 9, 12, -1])
def test_cut_lines_are_none(memory: Memory, kept: int) -> None:
    memory.store_lines("some", LINES)
    (path,) = memory.folder.iterdir()
    path.write_bytes(path.read_bytes()[:kept])
    assert memory.read_lines("some") == []


def test_broken_values_are_none(memory: Memory) -> None:
    memory.store("some", {"a": [1]})
    assert memory.read("some") == {"a": [1]}
    (path,) = memory.folder.iterdir()
    for text in ("", '{"a": [1', "[1]"):
        path.write_text(text, "utf-8")
        assert memory.read("some") == {}
