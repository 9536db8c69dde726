"""Data files as a tree of values that know their place: what YAML, TOML and JSON have in common.

Words stay as they were written (``2018`` is no number, ``2024-08-15`` no date): what they mean is
for the field that holds them to say.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from .text import clean

#: Levels of lists and tables inside one another; a deeper file is refused.
DEEPEST = 32

#: Values in one file, those that an alias repeats counted each time; a larger file is refused.
MOST_VALUES = 1_000_000

#: Bytes of one file; a larger file is refused.
MOST_BYTES = 64 * 1024 * 1024


class TreeError(ValueError):
    """A file that can't be read: what is wrong, with line and column counted from 1."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value in words; ``is_null`` tells an absent one.  ``line`` and ``column`` from 1."""

    text: str
    line: int
    column: int
    is_null: bool = False

    def __post_init__(self) -> None:
        r"""Clean the words: an escape such as ``\ud800`` gives what no page can hold."""
        object.__setattr__(self, "text", clean(self.text))


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Node, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Table:
    """Values by name, in the order in which they were written; a name may come twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int


Node = Scalar | Items | Table


def said(node: Node) -> str:
    """Say what a value is, for messages."""
    return {Scalar: "a single value", Items: "a list", Table: "a table"}[type(node)]


class Places:
    """Lines and columns of a text, both counted from 1."""

    def __init__(self, text: str) -> None:
        self._starts = list(_line_starts(text))

    def of(self, index: int) -> tuple[int, int]:
        """Return line and column of a character."""
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1


def _line_starts(text: str) -> Iterator[int]:
    yield 0
    at = text.find("\n")
    while at >= 0:
        yield at + 1
        at = text.find("\n", at + 1)


class Budget:
    """Counts values and levels, so that no small file becomes a large tree."""

    def __init__(self) -> None:
        self._left = MOST_VALUES

    def spend(self, depth: int, line: int, column: int, count: int = 1) -> None:
        """Take values out of the budget.

        Raises:
            TreeError: There are too many values or levels.

        """
        self._left -= count
        if self._left < 0:
            raise TreeError(f"the file holds more than {MOST_VALUES} values", line, column)
        if depth > DEEPEST:
            raise TreeError(f"more than {DEEPEST} levels inside one another", line, column)
