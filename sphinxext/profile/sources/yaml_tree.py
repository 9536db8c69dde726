"""YAML as a tree with places.

Events are read instead of objects: libyaml's parser gives them at ten times the speed of PyYAML's
own, no tag makes an object, and aliases are counted as often as they are used.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from .tree import Budget, Items, Node, Places, Scalar, Table, TreeError

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_OWN_TAGS = ("tag:yaml.org,2002:", "!")
_PLAIN_TAGS = frozenset({"str", "int", "float", "bool", "null", "timestamp", "seq", "map"})


@dataclass
class _Open:
    """A list or table that has not ended."""

    is_table: bool
    line: int
    column: int
    anchor: str | None
    nodes: list[Node] = field(default_factory=list)
    size: int = 1
    depth: int = 1


def parse(text: str) -> Node | None:
    """Read one YAML document; ``None`` for an empty one.

    Raises:
        TreeError: It is no YAML, has tags that make objects, is too deep or too large, or holds
            more than one document.

    """
    try:
        return _Builder().build(yaml.parse(text, Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise TreeError(
            f"this is no YAML: {error.problem or error.context}", line, column
        ) from None
    except yaml.reader.ReaderError as error:
        line, column = Places(text).of(_position(text, error))
        shown = f"U+{ord(error.character):04X}" if isinstance(error.character, str) else "a byte"
        raise TreeError(f"this is no YAML: {shown} is not allowed", line, column) from None


def _position(text: str, error: yaml.reader.ReaderError) -> int:
    """Return the index of a refused character; libyaml counts bytes and doesn't name it."""
    if isinstance(error.character, str):
        return int(error.position)
    return len(text.encode("utf-8", "surrogatepass")[: error.position].decode("utf-8", "ignore"))


class _Builder:
    def __init__(self) -> None:
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Node, int, int]] = {}
        self._budget = Budget()
        self._root: Node | None = None
        self._documents = 0

    def build(self, events: Any) -> Node | None:
        for event in events:
            self._take(event)
        return self._root

    def _take(self, event: yaml.Event) -> None:
        mark = event.start_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        match event:
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    raise TreeError("a second document ('---') is not read", line, column)
            case yaml.AliasEvent():
                self._repeat(str(event.anchor), line, column)
            case yaml.ScalarEvent():
                _check_tag(event.tag, line, column)
                is_null = event.implicit[0] and not event.style and event.value in _NULLS
                self._add(Scalar(event.value, line, column, is_null), event.anchor, 1, 0)
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                _check_tag(event.tag, line, column)
                is_table = isinstance(event, yaml.MappingStartEvent)
                self._budget.spend(len(self._open) + 1, line, column, 0)
                self._open.append(_Open(is_table, line, column, event.anchor))
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                done = self._open.pop()
                self._add(_closed(done), done.anchor, done.size, done.depth)

    def _add(self, node: Node, anchor: str | None, size: int, depth: int) -> None:
        """Put a value where it belongs; ``size`` and ``depth`` are those of all that it holds."""
        if anchor:
            self._anchors[anchor] = (node, size, depth)
        if not self._open:
            self._root = node
            return
        around = self._open[-1]
        around.nodes.append(node)
        around.size += size
        around.depth = max(around.depth, depth + 1)
        self._budget.spend(len(self._open), node.line, node.column)

    def _repeat(self, name: str, line: int, column: int) -> None:
        if name not in self._anchors:
            raise TreeError(f"the alias *{name} names nothing that is whole here", line, column)
        node, size, depth = self._anchors[name]
        self._budget.spend(len(self._open) + depth, line, column, size)
        self._add(node, None, size, depth)


def _check_tag(tag: str | None, line: int, column: int) -> None:
    if tag is None or tag == "!":
        return
    if tag.startswith(_OWN_TAGS[0]) and tag.removeprefix(_OWN_TAGS[0]) in _PLAIN_TAGS:
        return
    raise TreeError(f"the tag {tag[:60]!r} is not read; write the plain value", line, column)


def _closed(done: _Open) -> Node:
    if not done.is_table:
        return Items(tuple(done.nodes), done.line, done.column)
    entries = []
    for key, value in zip(done.nodes[::2], done.nodes[1::2], strict=True):
        if not isinstance(key, Scalar):
            raise TreeError("a name must be a single value", key.line, key.column)
        entries.append((key, value))
    return Table(tuple(entries), done.line, done.column)
