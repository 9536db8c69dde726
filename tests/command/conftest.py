"""What a test of a program in this process leaves as it was."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from docutils import nodes
from docutils.parsers.rst import directives, roles


@pytest.fixture(autouse=True)
def _thaw(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Leave the collector and docutils as they were, whatever else runs in this process."""
    before = set(dir(nodes.GenericNodeVisitor))
    monkeypatch.setattr(directives, "_directives", dict(directives._directives))
    monkeypatch.setattr(roles, "_roles", dict(roles._roles))
    yield
    gc.unfreeze()
    for name in set(dir(nodes.GenericNodeVisitor)) - before:
        delattr(nodes.GenericNodeVisitor, name)
