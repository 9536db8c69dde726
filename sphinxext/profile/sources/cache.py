"""What was read from data files, kept for the next build: by content, beside the environment.

A file is known by the hash of what it holds, so that an edit counts whatever its time says, and a
new checkout of the same file costs nothing.  The cache is a help and never a source: whatever is
wrong with it (a broken disk, another version, a file that somebody put there), the data is read
again.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import tempfile
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from ..model.packing import unpack
from ..model.record import SCHEMA_VERSION

T = TypeVar("T")

_MAGIC = b"sphinxext-profile cache 1\n"
_DIGEST_SIZE = sha256().digest_size


def cached(path: Path, cache_dir: Path, reader: Callable[[Path], T], version: int) -> T:
    """Return ``reader(path)``, from the cache where the file has not changed since.

    ``version`` belongs to the reader and is raised when it reads the same file in another way.
    What the reader returns must consist of records and plain values.

    Raises:
        OSError: The file can't be read.

    """
    return cached_all([path], cache_dir, lambda paths: reader(paths[0]), version, _name(reader))


def cached_all(
    paths: Sequence[Path],
    cache_dir: Path,
    reader: Callable[[Sequence[Path]], T],
    version: int,
    name: str = "",
) -> T:
    """Return ``reader(paths)``, from the cache where none of the files has changed since.

    Raises:
        OSError: A file can't be read.

    """
    family = sha256("\0".join([name or _name(reader), *map(str, paths)]).encode()).hexdigest()[:16]
    state = _state(paths, version)
    target = cache_dir / f"{family}-{state[:32]}.pickle"
    with contextlib.suppress(Exception):
        return _load(target, cache_dir)  # type: ignore[no-any-return]
    with no_collection(lasting=True):
        result = reader(paths)
    # A file that changed while it was read must not be known by what it held before.
    if _state(paths, version) == state:
        _store(result, target, family)
    return result


def _name(reader: Callable[..., Any]) -> str:
    return f"{getattr(reader, '__module__', '')}.{getattr(reader, '__qualname__', repr(reader))}"


def _state(paths: Sequence[Path], version: int) -> str:
    whole = sha256(f"{SCHEMA_VERSION} {version} {pickle.HIGHEST_PROTOCOL}".encode())
    for path in paths:
        whole.update(sha256(path.read_bytes()).digest())
    return whole.hexdigest()


@contextlib.contextmanager
def no_collection(*, lasting: bool = False) -> Iterator[None]:
    """Keep the collector from walking over a hundred thousand new records again and again.

    ``lasting`` ones stay until the build is over, and are left to it as all that a build leaves
    out; so is whatever else is alive then.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            if lasting:
                gc.freeze()
            gc.enable()


def _load(target: Path, cache_dir: Path) -> Any:
    if target.is_symlink() or target.resolve().parent != cache_dir.resolve():
        raise pickle.UnpicklingError(f"{target} lies outside of the cache")
    data = target.read_bytes()
    start = len(_MAGIC) + _DIGEST_SIZE
    payload = data[start:]
    if not data.startswith(_MAGIC) or sha256(payload).digest() != data[len(_MAGIC) : start]:
        raise pickle.UnpicklingError(f"{target} is damaged")
    with no_collection(lasting=True):
        return unpack(payload)


def _store(result: Any, target: Path, family: str) -> None:
    """Write a result under its name in one step, and remove what it replaces."""
    temporary = ""
    try:
        payload = pickle.dumps(result, pickle.HIGHEST_PROTOCOL)
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f"{family}-", suffix=".new")
        with os.fdopen(handle, "wb") as file:
            file.write(_MAGIC + sha256(payload).digest() + payload)
        os.replace(temporary, target)
    except (OSError, pickle.PicklingError, TypeError, AttributeError, RecursionError):
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        return
    for old in target.parent.glob(f"{family}-*.pickle"):
        if old != target:
            with contextlib.suppress(OSError):
                old.unlink()
