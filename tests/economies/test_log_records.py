"""Records that no handler tells aren't made, and those that one tells are."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sphinx.util.logging import NAMESPACE

from sphinxext.profile.economies import log_records
from tests.support import Lab

_FILES = {"index.md": "# Lab\n\n```{toctree}\none\n```\n\n[](nowhere.md)\n", "one.md": "# One\n"}


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Iterator[Counter[str]]:
    """Count the records of Sphinx's log by their level, once a page is about to be read."""
    found: Counter[str] = Counter()
    make = logging.Logger.makeRecord

    def count(self: logging.Logger, name: str, level: int, *rest: Any, **more: Any) -> Any:
        if name.startswith(NAMESPACE):
            found[logging.getLevelName(level)] += 1
        return make(self, name, level, *rest, **more)

    monkeypatch.setattr(logging.Logger, "makeRecord", count)
    level = logging.getLogger(NAMESPACE).level
    yield found
    logging.getLogger(NAMESPACE).setLevel(level)


def test_what_nobody_reads_is_not_made(
    lab: Callable[..., Lab], made: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    site = lab(_FILES)
    spared = site.build()
    few = made["DEBUG"]
    assert made["INFO"]
    assert "nowhere.md" in spared.warnings
    made.clear()
    monkeypatch.setattr(log_records, "_refuse_at_once", lambda app: None)
    all_made = site.build(fresh=True)
    assert all_made.warnings == spared.warnings
    # Before the builder is there, extensions are set up.
    assert made["DEBUG"] > few + 10


@pytest.mark.parametrize("level", [logging.DEBUG, logging.INFO])
def test_what_a_handler_tells_is_made(level: int, monkeypatch: pytest.MonkeyPatch) -> None:
    logger = logging.getLogger(NAMESPACE)
    handlers = [logging.NullHandler(level), logging.NullHandler(logging.WARNING)]
    monkeypatch.setattr(logger, "handlers", handlers)
    monkeypatch.setattr(logger, "level", logging.DEBUG)
    log_records._refuse_at_once(None)  # type: ignore[arg-type]
    assert logger.level == level


def test_without_handlers_all_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    logger = logging.getLogger(NAMESPACE)
    monkeypatch.setattr(logger, "handlers", [])
    monkeypatch.setattr(logger, "level", logging.DEBUG)
    log_records._refuse_at_once(None)  # type: ignore[arg-type]
    assert logger.level == logging.DEBUG
