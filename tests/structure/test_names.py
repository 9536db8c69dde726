"""The law of one name: a feature's module, its test and its page are called alike."""

from __future__ import annotations

import importlib

import pytest

from sphinxext.profile.directives import DIRECTIVES
from sphinxext.profile.model.record import Record
from tests.structure.tree import PACKAGE, ROOT, name_of, python_files

# Features that have no test, page or renderer of their name yet: a new one can't join them.
WAITING: frozenset[str] = frozenset()

# A directive that stands inside another only is told on the other's page.
PARTS = {"entry": "timeline"}


def records() -> list[str]:
    """Give the names of the modules of the model that define a record."""
    found = []
    for path in python_files(PACKAGE / "model"):
        module = importlib.import_module(f"sphinxext.profile.model.{path.stem}")
        classes = [it for it in vars(module).values() if isinstance(it, type)]
        own = [it for it in classes if it.__module__ == module.__name__]
        if any(issubclass(it, Record) and it is not Record for it in own):
            found.append(path.stem)
    assert len(found) >= 5
    return found


@pytest.mark.parametrize("name", DIRECTIVES)
def test_a_directive_is_its_module(name: str) -> None:
    stem = name.replace("-", "_")
    assert DIRECTIVES[name].__module__ == f"sphinxext.profile.directives.{stem}"


def test_each_feature_has_its_file() -> None:
    needed = {
        ROOT / "tests/directives" / f"test_{name.replace('-', '_')}.py" for name in DIRECTIVES
    }
    needed |= {ROOT / "docs/guide" / f"{PARTS.get(name, name)}.md" for name in DIRECTIVES}
    needed |= {PACKAGE / "render" / f"{name}.py" for name in records()}
    missing = {name_of(path) for path in needed if not path.exists()}
    assert missing - WAITING == set()
