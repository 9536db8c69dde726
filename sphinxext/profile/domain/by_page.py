"""What pages state, kept as bytes until it is asked for.

The environment is loaded in each build, stored after each edit, and sent back whole for each part
that a process of Sphinx reads.  Two thirds of it are ours.  Bytes are loaded, stored and sent in
one piece; of a page that isn't read anew they stay what they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from typing import Any, Generic, TypeVar

from ..model.packing import pack, unpack

T = TypeVar("T")


class ByPage(MutableMapping[str, T], Generic[T]):
    """Docname -> a value that never changes, such as a tuple of frozen records.

    ``packed`` are values as bytes; one that isn't packed yet has ``b""`` there.
    """

    def __init__(self, packed: Mapping[str, bytes] | None = None) -> None:
        self._packed: dict[str, bytes] = dict(packed or {})
        self._values: dict[str, T] = {}

    def __getitem__(self, docname: str) -> T:
        """Return the value of a page."""
        if docname not in self._values:
            self._values[docname] = unpack(self._packed[docname])
        return self._values[docname]

    def __setitem__(self, docname: str, value: T) -> None:
        """Put a value in place of another; it is packed when it has to be."""
        self._packed[docname] = b""
        self._values[docname] = value

    def __delitem__(self, docname: str) -> None:
        """Forget the value of a page."""
        del self._packed[docname]
        self._values.pop(docname, None)

    def __iter__(self) -> Iterator[str]:
        """Iterate over the docnames, in the order in which they came."""
        return iter(self._packed)

    def __contains__(self, docname: object) -> bool:
        """Tell whether a page has a value, without unpacking it."""
        return docname in self._packed

    def __len__(self) -> int:
        """Count the pages."""
        return len(self._packed)

    def take(self, docname: str, other: ByPage[T]) -> None:
        """Take over the value of a page as it is packed, if it has one."""
        if docname in other:
            self._packed[docname] = other._bytes(docname)
            self._values.pop(docname, None)

    def __reduce__(self) -> tuple[Any, ...]:
        """Hand over the bytes alone."""
        return type(self), ({docname: self._bytes(docname) for docname in self},)

    def _bytes(self, docname: str) -> bytes:
        if not self._packed[docname]:
            self._packed[docname] = pack(self._values[docname])
        return self._packed[docname]
