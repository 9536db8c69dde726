"""The contracts of import-linter speak of every room that there is."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from tests.structure.tree import PACKAGE, ROOT, python_files


def settings() -> dict[str, Any]:
    """Give the settings of the project's tools."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        return dict(tomllib.load(file)["tool"])


def test_every_room_is_in_a_layer() -> None:
    contracts = settings()["importlinter"]["contracts"]
    layers = [contract for contract in contracts if contract["type"] == "layers"]
    assert len(layers) == 1
    named = {room for layer in layers[0]["layers"] for room in re.findall(r"\w+", layer)}
    assert "model" in named
    above = {"__init__", "command"}  # may import everything
    there = {path.relative_to(PACKAGE).parts[0] for path in python_files(PACKAGE)}
    assert {room.removesuffix(".py") for room in there} - named - above == set()
    assert named - {room.removesuffix(".py") for room in there} == set()


def test_contracts_name_rooms_that_exist() -> None:
    named = set()
    for contract in settings()["importlinter"]["contracts"]:
        for key in ("source_modules", "forbidden_modules"):
            named |= {
                name for name in contract.get(key, []) if name.startswith("sphinxext.profile")
            }
    assert named
    rooms = [name.split(".")[2] for name in sorted(named)]
    missing = [
        room
        for room in sorted(rooms)
        if not (PACKAGE / room).is_dir() and not (PACKAGE / f"{room}.py").exists()
    ]
    assert missing == []


def test_pre_commit_uses_the_same_linter() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        extras = tomllib.load(file)["project"]["optional-dependencies"]
    (ruff,) = (name for name in extras["lint"] if name.startswith("ruff"))
    used = re.findall(r"ruff==[\d.]+", (ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    assert used
    assert set(used) == {ruff}
