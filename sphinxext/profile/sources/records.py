"""Data files: people, organizations, projects, events and news in YAML, TOML or JSON.

A resume of JSON Resume and a CV of RenderCV are data files as well: one person's.

A file holds lists under ``people:``, ``events:`` and so on; one that is named after its list
(``people.yml``) may hold just that list.  The fields are those of :mod:`.fields`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from ..log import Problem
from ..model.nearest import hint
from . import json_resume, json_tree, rendercv, toml_tree, yaml_tree
from .data_file import DataFile
from .fields import LISTS
from .issue import Issue
from .record_reader import RecordReader
from .text import decode
from .tree import MOST_BYTES, Items, Node, Scalar, Table, TreeError, said

#: Ending of a file's name -> its reader.
FORMATS: dict[str, Callable[[str], Node | None]] = {
    ".yml": yaml_tree.parse,
    ".yaml": yaml_tree.parse,
    ".toml": toml_tree.parse,
    ".json": json_tree.parse,
}

#: Formats of one person's CV, known by what they hold.
FOREIGN = (json_resume, rendercv)


def read(name: str, data: bytes) -> DataFile:
    """Read a data file from its name and its bytes."""
    if len(data) > MOST_BYTES:
        return DataFile((), (Issue("data", f"the file is larger than {MOST_BYTES} bytes", 1, 1),))
    parse = FORMATS.get(PurePath(name).suffix.casefold())
    if parse is None:
        message = f"{name!r} has an unknown ending; allowed: {', '.join(FORMATS)}"
        return DataFile((), (Issue("data", message, 1, 1),))
    text, issues = decode(data, "data")
    try:
        root = parse(text)
    except TreeError as error:
        fault = Issue("data", str(error), error.line, error.column)
        return DataFile((), (*issues, fault))
    reader = RecordReader()
    stem = PurePath(name).stem
    foreign = next((f for f in FOREIGN if isinstance(root, Table) and f.fits(root)), None)
    if foreign and isinstance(root, Table):
        reader.found += foreign.read(root, stem, reader.issues)
    else:
        _read_lists(root, stem, reader)
    found = sorted((*issues, *reader.issues), key=lambda issue: (issue.line, issue.column))
    return DataFile(tuple(reader.found), tuple(found))


def _read_lists(root: Node | None, stem: str, reader: RecordReader) -> None:
    match root:
        case Table():
            if stem in LISTS and not _names_lists(root):
                _read_keyed(root, LISTS[stem], reader)
            else:
                _read_named(root, reader)
        case Items():
            if stem in LISTS:
                _read_items(root, LISTS[stem], reader)
            else:
                names = ", ".join(f"'{name}:'" for name in LISTS)
                message = f"the file holds a list alone; write it below one of {names}"
                reader.fault(Problem.DATA, message, root)
        case Scalar(is_null=False):
            reader.fault(Problem.DATA, "the file holds a single value and no lists", root)


def _names_lists(root: Table) -> bool:
    return not root.entries or any(key.text in LISTS for key, _ in root.entries)


def _read_named(root: Table, reader: RecordReader) -> None:
    for key, node in root.entries:
        # "$schema" is what editors are told; names that start with "x-" hold parts to repeat.
        if key.text.startswith(("$", "x-")):
            continue
        if key.text not in LISTS:
            near = hint(key.text, LISTS) or f"; allowed: {', '.join(LISTS)}"
            reader.fault(Problem.DATA, f"unknown list {key.text!r}{near}", key)
        elif isinstance(node, Items):
            _read_items(node, LISTS[key.text], reader)
        elif isinstance(node, Table):
            _read_keyed(node, LISTS[key.text], reader)
        elif not node.is_null:
            reader.fault(Problem.DATA, f"{key.text} must be a list, not a single value", node)


def _read_items(items: Items, objtype: str, reader: RecordReader) -> None:
    for item in items.items:
        if isinstance(item, Table):
            reader.record(objtype, item)
        elif not (isinstance(item, Scalar) and item.is_null):
            reader.fault(Problem.DATA, f"each {objtype} must be a table, not {said(item)}", item)


def _read_keyed(table: Table, objtype: str, reader: RecordReader) -> None:
    """Read records whose names in a table are their ids."""
    for key, item in table.entries:
        if isinstance(item, Table):
            reader.record(objtype, item, key)
        else:
            message = f"{objtype} {key.text!r} must be a table, not {said(item)}"
            reader.fault(Problem.DATA, message, item)
