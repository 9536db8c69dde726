"""Parts of a file that are kept from build to build: making them takes longer than reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..domain.memory import Memory


class Fragments:
    """Lists of lines, each under a mark of all that it is made of.

    Lines hold neither tabs nor ends of lines, as those of JSON don't.
    """

    def __init__(self, memory: Memory, name: str) -> None:
        self._memory = memory
        self._name = f"fragments of {name}"
        rows = (row.partition("\t") for row in memory.read_lines(self._name))
        self._before = {mark: lines for mark, _, lines in rows}
        self._now: dict[str, str] = {}

    def of(self, mark: str, make: Callable[[], Sequence[str]]) -> Sequence[str]:
        """Return the lines that were made under a mark, else make them."""
        known = self._before.get(mark)
        lines = make() if known is None else known.split("\t")
        self._now[mark] = "\t".join(lines) if known is None else known
        return lines

    def store(self) -> None:
        """Keep for the next build what was asked for."""
        if self._now != self._before:
            rows = (f"{mark}\t{lines}" for mark, lines in self._now.items())
            self._memory.store_lines(self._name, rows)
