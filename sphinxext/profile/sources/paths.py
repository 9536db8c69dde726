r"""Paths that settings, options and data files name: each leads below the source directory.

The rules are the same on every system: ``C:\x``, ``\\host\share`` and ``/x`` are absolute on each
of them, and a backslash parts folders.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath


def is_absolute(words: str) -> bool:
    r"""Tell whether a path starts at a root or a drive of any system, as ``C:x`` does."""
    path = PureWindowsPath(words)
    return bool(path.drive or path.root)


def is_inside(folder: Path, words: str) -> bool:
    """Tell whether a relative path leads to a place in a folder, symbolic links followed.

    Raises:
        ValueError: It can't be a path: it holds a NUL, is too long, or its links are a ring.

    """
    if is_absolute(words):
        return False
    try:
        return (folder / words).resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError) as error:
        raise ValueError(str(error)) from None


def joined(folder: PurePosixPath, words: str) -> str:
    """Join a path to the folder it is named in; one that starts with ``/`` starts at the root.

    ``folder`` is relative to the source directory, and so is what is returned; ``""`` stands for a
    path that leaves it.
    """
    parts: list[str] = []
    whole = folder / words.replace("\\", "/").strip()
    for part in PurePosixPath(str(whole).lstrip("/")).parts:
        if part == ".." and not parts:
            return ""
        parts = parts[:-1] if part == ".." else [*parts, part]
    return "/".join(parts)
