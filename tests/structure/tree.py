"""The project's own files, for tests that look at their shape."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "sphinxext" / "profile"
ROOMS = (
    *("model", "sources", "domain", "render"),
    *("directives", "transforms", "writers", "exporters"),
)


@cache
def tracked() -> tuple[Path, ...]:
    """Give the files of the repository, without those that git ignores."""
    command = ["git", "ls-files", "-co", "--exclude-standard", "-z"]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        hidden = {".nox", ".venv", ".cache", "_build", "node_modules", "__pycache__"}
        found = [path for path in ROOT.rglob("*") if not hidden.intersection(path.parts)]
    else:
        found = [ROOT / name for name in done.stdout.decode().split("\0") if name]
    files = tuple(sorted(path for path in found if path.is_file()))
    assert PACKAGE / "model" / "record.py" in files, "the project's files were not found"
    return files


def python_files(*folders: Path) -> list[Path]:
    """Give the Python files of the project, or those below *folders*; there is at least one."""
    below = folders or (ROOT,)
    found = [
        path
        for path in tracked()
        if path.suffix == ".py" and any(path.is_relative_to(folder) for folder in below)
    ]
    assert found, f"no Python file below {below}"
    return found


@cache
def parsed(path: Path) -> ast.Module:
    """Give the syntax tree of a Python file."""
    return ast.parse(path.read_text("utf-8"), str(path))


def name_of(path: Path) -> str:
    """Give the name of *path* inside the project, with forward slashes."""
    return path.relative_to(ROOT).as_posix()


def module_of(path: Path) -> str:
    """Give the dotted name of a module of the package."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def strings_in(path: Path) -> Iterator[tuple[int, str]]:
    """Give line and text of each string of a Python file that isn't a docstring."""
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(parsed(path)):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and id(node) not in docstrings:
            yield getattr(node, "lineno", 0), text
