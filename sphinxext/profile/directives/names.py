"""Options whose names carry a language: ``name.ko``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def names(found: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Gather ``name.LANGUAGE`` options."""
    prefix = "name."
    pairs = (
        (key.removeprefix(prefix), words) for key, words in found.items() if key.startswith(prefix)
    )
    return tuple((language, words) for language, words in pairs if words)
