"""Labs changed at random are built whatever stands in them; so is what was once found."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.mutations import mutated, seeds
from tests.fuzz.runs import TURNS, build, run

SEED = 20260101
BUILDS = 200
STEP = 25
CORPUS = Path(__file__).with_name("corpus")
FOUND = sorted(path for path in CORPUS.iterdir() if path.is_dir())


def test_what_is_changed_is_sound(tmp_path: Path) -> None:
    files = {name: text.encode() for name, text in seeds().items()}
    assert len(files) >= 8
    assert build(tmp_path / "lab", files, "html") == ""


def test_the_same_seed_makes_the_same_labs() -> None:
    assert mutated(1, 2) == mutated(1, 2)
    assert mutated(1, 2) != mutated(1, 3) != mutated(2, 2)


@pytest.mark.parametrize("first", range(0, BUILDS, STEP))
def test_builds_of_changed_labs_end(tmp_path: Path, first: int) -> None:
    assert list(run(range(first, first + STEP), SEED, tmp_path / "lab")) == []


@pytest.mark.parametrize("folder", FOUND, ids=lambda folder: folder.name)
def test_what_was_once_found(tmp_path: Path, folder: Path) -> None:
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    for builder in dict.fromkeys(TURNS):
        assert build(tmp_path / "lab", files, builder) == ""


def test_a_crash_and_a_warning_without_a_place_are_faults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"index.md": b"# Lab\n\n:::{profile} Ada\n:start: never\n:::\n"}
    monkeypatch.setattr("sphinxext.profile.log._logger.warning", lambda *_args, **_kwargs: 1 / 0)
    assert "ZeroDivisionError" in build(tmp_path / "lab", files)
