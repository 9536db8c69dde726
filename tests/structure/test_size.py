"""A file or a function that grows past its bound has two jobs."""

from __future__ import annotations

import ast

from tests.structure.tree import name_of, parsed, python_files

FILE_LINES = 300
FUNCTION_LINES = 60

# name -> why it may be longer; a name that no longer is must go.
LONG_FILES: dict[str, str] = {}
LONG_FUNCTIONS: dict[str, str] = {}


def test_files_are_short() -> None:
    lengths = {name_of(path): len(path.read_bytes().splitlines()) for path in python_files()}
    assert max(lengths.values()) > 20
    long = {name: length for name, length in lengths.items() if length > FILE_LINES}
    assert {name: long[name] for name in long.keys() - LONG_FILES.keys()} == {}
    assert LONG_FILES.keys() - long.keys() == set()


def test_functions_are_short() -> None:
    lengths = {
        f"{name_of(path)}:{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in python_files()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert len(lengths) > 20
    long = {name: length for name, length in lengths.items() if length > FUNCTION_LINES}
    assert {name: long[name] for name in long.keys() - LONG_FUNCTIONS.keys()} == {}
    assert LONG_FUNCTIONS.keys() - long.keys() == set()
