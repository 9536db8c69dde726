"""Values that are stored quickly: there are tens of thousands of them in an environment."""

from __future__ import annotations

from typing import Any, ClassVar


class Packed:
    """A frozen dataclass with slots that is pickled as a call of its class.

    What :mod:`dataclasses` gives such a class looks its fields up anew for each value, which took
    more than half of the time in which Sphinx stores its environment.
    """

    __slots__ = ()
    __match_args__: ClassVar[tuple[str, ...]] = ()

    def __reduce__(self) -> tuple[Any, ...]:
        """Return the class and the values of its fields, in their order."""
        return type(self), tuple([getattr(self, name) for name in self.__match_args__])
