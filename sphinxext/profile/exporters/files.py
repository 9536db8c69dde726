"""Files below the output folder: written when their bytes change, removed when no longer made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path, PurePosixPath


class OutputFiles:
    """The files of one build.

    ``folder`` is the output folder; ``memory`` is a folder that outlives the build, where the list
    of files is kept, so that the next build can remove those it doesn't make.  A file that the site
    brings itself, as ``is_own`` tells, is neither written over nor removed.
    """

    def __init__(
        self, folder: Path, memory: Path, is_own: Callable[[str], bool] = lambda path: False
    ) -> None:
        self.folder = folder
        self._is_own = is_own
        mark = hashlib.blake2b(str(folder).encode(), digest_size=6).hexdigest()
        self._list = memory / f"files-{mark}.json"
        self._written: set[str] = set()
        self._folders: set[Path] = set()

    def write(self, path: str, content: str | bytes) -> str:
        """Write a file unless it is there with the same bytes; return its path.

        Raises:
            ValueError: The path would lie outside the output folder.

        """
        target = self._target(path)
        if self._is_own(path):
            return path
        data = content.encode() if isinstance(content, str) else content
        self._written.add(path)
        if not (target.is_file() and target.read_bytes() == data):
            self._make_folder(target.parent)
            target.write_bytes(data)
        return path

    def _make_folder(self, folder: Path) -> None:
        """Make a folder, and ask for it once: thousands of files may come into one."""
        if folder not in self._folders:
            folder.mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)

    def keep(self, path: str) -> str:
        """Count a file as made without writing it: it is known to be right."""
        self._written.add(path)
        return path

    def are_there(self) -> bool:
        """Tell whether all files that the last build made are there."""
        return self._list.is_file() and all(map(self.exists, self._before()))

    def exists(self, path: str) -> bool:
        """Tell whether a file is there."""
        return self._target(path).is_file()

    def finish(self) -> None:
        """Remove what an earlier build made and this one didn't; remember what this one made."""
        for path in self._before() - self._written:
            target = self._target(path)
            if self._is_own(path):
                continue
            target.unlink(missing_ok=True)
            for folder in target.relative_to(self.folder).parents:
                inner = self.folder / folder
                if folder.parts and inner.is_dir() and not any(inner.iterdir()):
                    inner.rmdir()
        self._list.parent.mkdir(parents=True, exist_ok=True)
        self._list.write_text(json.dumps(sorted(self._written)), encoding="utf-8")

    def _before(self) -> set[str]:
        try:
            found = json.loads(self._list.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return set()
        return {path for path in found if isinstance(path, str) and _inside(path)}

    def _target(self, path: str) -> Path:
        if not _inside(path):
            raise ValueError(f"{path!r} lies outside the output folder")
        return self.folder / path


def _inside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return bool(parts) and not path.startswith("/") and ".." not in parts and "\\" not in path
