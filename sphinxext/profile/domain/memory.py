"""What a build remembers beside the environment: in the folder of the doctrees, never in the site.

The environment is only stored when a page was read or written again; these files are stored when
they change.  A file that is missing or broken costs work, never a wrong page.
"""

from __future__ import annotations

import hashlib
import json
import os
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any


def mark_of(*parts: str | bytes) -> str:
    """Fingerprint texts and bytes (hexadecimal, 24 digits); their borders count."""
    pieces: list[bytes] = []
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        pieces += (len(data).to_bytes(8, "little"), data)
    return hashlib.blake2b(b"".join(pieces), digest_size=12).hexdigest()


class Memory:
    """Files of one folder, each under a name that any text may be."""

    def __init__(self, doctreedir: str | os.PathLike[str]) -> None:
        self.folder = Path(doctreedir) / "profile"

    def read(self, name: str) -> dict[str, Any]:
        """Return what was stored under a name; nothing if there is nothing to be read."""
        try:
            found = json.loads(self._path(name).read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def store(self, name: str, value: dict[str, Any]) -> None:
        """Store a value of JSON's types, unless it is stored already."""
        text = json.dumps(value, sort_keys=True, ensure_ascii=False)
        self._write(self._path(name), text.encode("utf-8", "surrogatepass"))

    def read_lines(self, name: str) -> list[str]:
        """Return the lines that were stored under a name; none if they aren't all there."""
        try:
            checksum, _, data = self._path(name, "txt").read_bytes().partition(b"\n")
            is_whole = int(checksum, 16) == zlib.crc32(data)
            return data.decode("utf-8", "surrogatepass").split("\n") if data and is_whole else []
        except (OSError, ValueError):
            return []

    def store_lines(self, name: str, lines: Iterable[str]) -> None:
        """Store lines, in an eighth of the time that megabytes of JSON in JSON take."""
        data = "\n".join(lines).encode("utf-8", "surrogatepass")
        self._write(self._path(name, "txt"), b"%08x\n%b" % (zlib.crc32(data), data))

    def _write(self, path: Path, data: bytes) -> None:
        if not (path.is_file() and path.read_bytes() == data):
            path.parent.mkdir(parents=True, exist_ok=True)
            beside = path.with_suffix(f".{os.getpid()}")
            beside.write_bytes(data)
            beside.replace(path)

    def _path(self, name: str, ending: str = "json") -> Path:
        return self.folder / f"{mark_of(name)[:12]}.{ending}"
