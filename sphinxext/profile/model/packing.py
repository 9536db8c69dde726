"""Values that are stored quickly: there are tens of thousands of them in an environment.

What was stored is loaded as records and plain values, and as nothing else.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from functools import cache
from io import BytesIO
from operator import attrgetter
from typing import Any, ClassVar

#: The only things a stored value may be made of.
_MODULES = tuple(f"sphinxext.profile.{room}." for room in ("model", "sources", "domain"))
_BUILTINS = frozenset({"set", "frozenset", "complex", "range", "slice", "bytearray"})
_OTHERS = frozenset(
    {("datetime", "date"), ("datetime", "datetime"), ("datetime", "time"), ("datetime", "timezone")}
    | {("datetime", "timedelta"), ("decimal", "Decimal"), ("copyreg", "_reconstructor")}
    | {("pathlib", "PurePosixPath"), ("pathlib", "PosixPath"), ("pathlib", "WindowsPath")}
)


class Packed:
    """A frozen dataclass with slots that is pickled as a call of its class.

    What :mod:`dataclasses` gives such a class looks its fields up anew for each value, which took
    more than half of the time in which Sphinx stores its environment.
    """

    __slots__ = ()
    __match_args__: ClassVar[tuple[str, ...]] = ()

    def __reduce__(self) -> tuple[Any, ...]:
        """Return the class and the values of its fields, in their order."""
        kind: Any = type(self)
        return kind, _values(kind)(self)


@cache
def _values(kind: Any) -> Callable[[Packed], tuple[Any, ...]]:
    """Return what takes the values of all fields, of which each class has several."""
    return attrgetter(*kind.__match_args__)


def pack(value: Any) -> bytes:
    """Return a value as bytes."""
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def unpack(data: bytes) -> Any:
    """Return a value from its bytes.

    Raises:
        pickle.UnpicklingError: It holds something else than records and plain values.

    """
    return _Unpickler(BytesIO(data)).load()


class _Unpickler(pickle.Unpickler):
    def find_class(self, module_name: str, global_name: str) -> Any:
        return _find(module_name, global_name)


@cache
def _find(module_name: str, global_name: str) -> Any:
    is_ours = module_name.startswith(_MODULES)
    allowed = (
        is_ours
        or (module_name == "builtins" and global_name in _BUILTINS)
        or (module_name, global_name) in _OTHERS
    )
    found = None
    if allowed and "." not in global_name:
        found = pickle.Unpickler(BytesIO()).find_class(module_name, global_name)
    # A function of ours would be called with whatever arguments stand there.
    if found is None or (is_ours and not isinstance(found, type)):
        raise pickle.UnpicklingError(f"{module_name}.{global_name} is no record and no plain value")
    return found
