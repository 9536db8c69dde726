"""Every fault of a data file is told at its own file and line, and costs as little as it can."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.cases import ALL, PICTURE
from tests.support import Build, Lab

TABLE = Path(__file__).with_name("malformed.toml")
FILES: list[dict[str, Any]] = tomllib.loads(TABLE.read_text("utf-8"))["file"]


def malformed_lab(lab: Callable[..., Lab], **conf: object) -> Lab:
    names = {row["name"]: f"{row['name']}.{row['ending']}" for row in FILES}
    files = {
        names[row["name"]]: row["text"].replace("{name}", row["name"]).encode() for row in FILES
    }
    works = [name for name in names.values() if name.endswith(".bib")]
    return lab(
        {"index.md": f"# Everything\n\n{ALL}", "picture.svg": PICTURE, **files},
        profile_data=[name for name in names.values() if name not in works],
        profile_bibliography=works,
        **conf,
    )


@pytest.fixture(scope="module")
def build(shared_lab: Callable[..., Lab]) -> Build:
    return malformed_lab(shared_lab).build()


def test_there_are_many_faults() -> None:
    assert len(FILES) >= 80
    assert len({row["name"] for row in FILES}) == len(FILES)
    assert {row["ending"] for row in FILES} == {"yml", "yaml", "toml", "json", "bib"}


@pytest.mark.parametrize("row", FILES, ids=lambda row: row["name"])
def test_a_fault_is_told_where_it_stands(build: Build, row: dict[str, Any]) -> None:
    name = f"{row['name']}.{row['ending']}"
    told = [line for line in build.warning_lines if line.startswith(f"{name}:")]
    assert any(
        line.startswith(f"{name}:{row['at']}:") and line.endswith(f"[profile.{row['warns']}]")
        for line in told
    ), told
    assert len(told) == 1


@pytest.mark.parametrize("row", [row for row in FILES if row["keeps"]], ids=lambda row: row["name"])
def test_the_rest_is_shown(build: Build, row: dict[str, Any]) -> None:
    text = build.text()
    for words in row["keeps"]:
        assert words.replace("{name}", row["name"]) in text


def test_nothing_else_is_told(build: Build) -> None:
    known = {f"{row['name']}.{row['ending']}:" for row in FILES}
    assert not [line for line in build.warning_lines if not line.startswith(tuple(known))]


def test_every_fault_can_be_silenced(lab: Callable[..., Lab]) -> None:
    kinds = sorted({f"profile.{row['warns']}" for row in FILES})
    malformed_lab(lab, suppress_warnings=kinds).build("dummy").assert_clean()
