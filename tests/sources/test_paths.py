"""Paths of any system: which are absolute, which leave their folder, how they are joined."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.profile.sources.paths import is_absolute, is_inside, joined

ABSOLUTE = [
    *("/etc/passwd", "\\etc\\passwd", "C:\\Windows", "C:/Windows", "C:x", "c:", "\\\\host\\share"),
    *("//host/share/x", "\\\\?\\C:\\x", "\\\\.\\pipe\\x", "Z:..\\x"),
]
RELATIVE = [
    "a.yml",
    "data/a.yml",
    "data\\a.yml",
    "../a.yml",
    "a:b/../c",
    " a.yml",
    "김/a b's.yml",
    ".",
]


@pytest.mark.parametrize("words", ABSOLUTE)
def test_absolute(words: str, tmp_path: Path) -> None:
    assert is_absolute(words)
    assert not is_inside(tmp_path, words)


@pytest.mark.parametrize("words", [word for word in RELATIVE if ":" not in word])
def test_relative(words: str) -> None:
    assert not is_absolute(words)


def test_inside(tmp_path: Path) -> None:
    source = tmp_path / "so's 김"
    (source / "data").mkdir(parents=True)
    (tmp_path / "secret.yml").write_text("x")
    (source / "link.yml").symlink_to(tmp_path / "secret.yml")
    (source / "fine.yml").symlink_to(source / "data")
    (source / "ring.yml").symlink_to(source / "ring.yml")
    assert is_inside(source, "data/x.yml")
    assert is_inside(source, "data/../fine.yml")
    assert not is_inside(source, "../secret.yml")
    assert not is_inside(source, "../so's 김x/secret.yml")
    assert not is_inside(source, "link.yml")
    with pytest.raises(ValueError, match="null"):
        is_inside(source, "a\0b")


@pytest.mark.parametrize(
    ("folder", "words", "path"),
    [
        ("data", "a.jpg", "data/a.jpg"),
        ("data", "../a.jpg", "a.jpg"),
        ("data", "..\\pictures\\a.jpg", "pictures/a.jpg"),
        ("data", "/pictures/a.jpg", "pictures/a.jpg"),
        ("data/deep", "../../../a.jpg", ""),
        (".", "..", ""),
        (".", "..\\..\\a.jpg", ""),
        ("data", "./b/./../a.jpg", "data/a.jpg"),
    ],
)
def test_joined(folder: str, words: str, path: str) -> None:
    assert joined(PurePosixPath(folder), words) == path


@given(st.text(st.sampled_from("./\\ab: \0~"), max_size=20))
def test_a_joined_path_never_leaves(words: str) -> None:
    parts = joined(PurePosixPath("data"), words).split("/")
    assert ".." not in parts
    assert not joined(PurePosixPath("data"), words).startswith("/")
