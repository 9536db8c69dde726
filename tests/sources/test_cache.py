"""The cache knows files by content, and is never trusted further than that."""

from __future__ import annotations

import os
import pickle
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import pytest

from sphinxext.profile.model.dates import PartialDate
from sphinxext.profile.model.names import PersonName
from sphinxext.profile.sources import bibtex, bibtex_file, cache
from sphinxext.profile.sources.bibtex_file import BibFile
from sphinxext.profile.sources.cache import cached, cached_all


class Reader:
    """Reads a file as a name and counts how often it is asked."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, path: Path) -> PersonName:
        self.count += 1
        return PersonName(literal=path.read_text(encoding="utf-8"))


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    monkeypatch.setattr(cache, "_name", lambda reader: "one reader")
    return Reader()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "names.txt"
    found.write_text("Ada Park", encoding="utf-8")
    return found


def stored(directory: Path) -> list[Path]:
    return sorted(directory.iterdir())


def test_a_file_is_read_once(path: Path, tmp_path: Path, reader: Reader) -> None:
    results = [cached(path, tmp_path / "cache", reader, 1) for _ in range(3)]
    assert results == [PersonName(literal="Ada Park")] * 3
    assert reader.count == 1


def test_an_edit_counts_even_with_the_time_of_the_file_kept(
    path: Path, tmp_path: Path, reader: Reader
) -> None:
    cached(path, tmp_path / "cache", reader, 1)
    before = path.stat()
    path.write_text("Ida Park", encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert cached(path, tmp_path / "cache", reader, 1).literal == "Ida Park"
    assert len(stored(tmp_path / "cache")) == 1


def test_a_new_time_alone_does_not_count(path: Path, tmp_path: Path, reader: Reader) -> None:
    cached(path, tmp_path / "cache", reader, 1)
    os.utime(path, (1, 1))
    cached(path, tmp_path / "cache", reader, 1)
    assert reader.count == 1


def test_another_version_reads_anew(path: Path, tmp_path: Path, reader: Reader) -> None:
    cached(path, tmp_path / "cache", reader, 1)
    cached(path, tmp_path / "cache", reader, 2)
    assert reader.count == 2


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"sphinxext-profile cache 1\n" + b"x" * 99])
def test_a_damaged_cache_is_read_over(
    path: Path, tmp_path: Path, reader: Reader, damage: bytes
) -> None:
    cached(path, tmp_path / "cache", reader, 1)
    (file,) = stored(tmp_path / "cache")
    file.write_bytes(damage)
    assert cached(path, tmp_path / "cache", reader, 1).literal == "Ada Park"
    assert reader.count == 2
    cached(path, tmp_path / "cache", reader, 1)
    assert reader.count == 2


def test_one_flipped_bit_is_noticed(path: Path, tmp_path: Path, reader: Reader) -> None:
    cached(path, tmp_path / "cache", reader, 1)
    (file,) = stored(tmp_path / "cache")
    file.write_bytes(file.read_bytes().replace(b"Ada", b"Ida"))
    assert cached(path, tmp_path / "cache", reader, 1).literal == "Ada Park"


class Harm:
    """What somebody might put into the cache to have it run."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, ("harm",)


def test_a_foreign_pickle_runs_nothing(
    path: Path, tmp_path: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    cached(path, tmp_path / "cache", reader, 1)
    (file,) = stored(tmp_path / "cache")
    payload = pickle.dumps(Harm())
    file.write_bytes(cache._MAGIC + sha256(payload).digest() + payload)
    assert cached(path, tmp_path / "cache", reader, 1).literal == "Ada Park"
    assert not (tmp_path / "harm").exists()


def test_a_link_out_of_the_cache_is_not_followed(
    path: Path, tmp_path: Path, reader: Reader
) -> None:
    cached(path, tmp_path / "cache", reader, 1)
    (file,) = stored(tmp_path / "cache")
    payload = pickle.dumps(PersonName(literal="from elsewhere"), pickle.HIGHEST_PROTOCOL)
    outside = tmp_path / "outside.pickle"
    outside.write_bytes(cache._MAGIC + sha256(payload).digest() + payload)
    file.unlink()
    file.symlink_to(outside)
    assert cached(path, tmp_path / "cache", reader, 1).literal == "Ada Park"
    assert outside.exists()


def test_a_directory_that_can_not_be_written_is_no_fault(
    path: Path, tmp_path: Path, reader: Reader
) -> None:
    (tmp_path / "cache").write_text("a file is in the way", encoding="utf-8")
    assert cached(path, tmp_path / "cache", reader, 1).literal == "Ada Park"


def test_a_result_that_can_not_be_kept_is_returned(path: Path, tmp_path: Path) -> None:
    assert cached(path, tmp_path / "cache", lambda _: (n for n in (1, 2)), 1) is not None
    assert not (tmp_path / "cache").exists()


def test_a_file_that_changes_while_it_is_read_is_not_kept(path: Path, tmp_path: Path) -> None:
    def reader(found: Path) -> PersonName:
        text = found.read_text(encoding="utf-8")
        found.write_text("changed", encoding="utf-8")
        return PersonName(literal=text)

    cached(path, tmp_path / "cache", reader, 1)
    assert not (tmp_path / "cache").exists()


def test_several_files_are_kept_together(tmp_path: Path) -> None:
    one, two = tmp_path / "one.bib", tmp_path / "two.bib"
    one.write_text("@string{j = {Journal}}", encoding="utf-8")
    two.write_text("@article{a, title={A}, journal=j, date={2020-05}}", encoding="utf-8")
    counts = []

    def reader(paths: Sequence[Path]) -> tuple[BibFile, ...]:
        counts.append(1)
        return bibtex.read_all(paths)

    first, second = (
        cached_all([one, two], tmp_path / "cache", reader, bibtex_file.VERSION) for _ in range(2)
    )
    assert first == second
    assert second[1].entries[0][0].issued == PartialDate(2020, 5)
    one.write_text("@string{j = {Letters}}", encoding="utf-8")
    third = cached_all([one, two], tmp_path / "cache", reader, bibtex_file.VERSION)
    assert third[1].entries[0][0].venue == "Letters"
    assert len(counts) == 2


def test_a_missing_file_is_the_callers_business(tmp_path: Path, reader: Reader) -> None:
    with pytest.raises(FileNotFoundError):
        cached(tmp_path / "nowhere.bib", tmp_path / "cache", reader, 1)
