"""Parts of a file that are kept from build to build: making them takes longer than reading."""

from __future__ import annotations

from collections.abc import Callable

from ..domain.memory import Memory


class Fragments:
    """Lists of lines by a name, each with a mark of all that it is made of."""

    def __init__(self, memory: Memory, name: str) -> None:
        self._memory = memory
        self._name = f"fragments of {name}"
        self._before = memory.read(self._name)
        self._now: dict[str, list[str]] = {}

    def of(self, name: str, mark: str, make: Callable[[], list[str]]) -> list[str]:
        """Return the lines that were made under the same mark, else make them."""
        known = self._before.get(name)
        found = known if known and known[0] == mark else [mark, *make()]
        self._now[name] = found
        return found[1:]

    def store(self) -> None:
        """Keep for the next build what was asked for."""
        if self._now != self._before:
            self._memory.store(self._name, self._now)
