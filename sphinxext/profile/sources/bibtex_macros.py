"""The macros of a bibliography: ``@string`` definitions, and the months that each style has."""

from __future__ import annotations

#: The months of BibTeX's standard styles.
_MONTHS = {
    "jan": "January", "feb": "February", "mar": "March", "apr": "April", "may": "May",
    "jun": "June", "jul": "July", "aug": "August", "sep": "September", "oct": "October",
    "nov": "November", "dec": "December",
}  # fmt: skip

#: Macros of macros of macros can double their length with each line.
LONGEST_MACRO = 100_000


class Macros(dict[str, str]):
    """The ``@string`` definitions of one or more files; their names have no case."""

    def __init__(self) -> None:
        super().__init__(_MONTHS)
        #: Names whose values were cut, until somebody tells of them.
        self.cut: list[str] = []

    def __getitem__(self, name: str) -> str:
        """Return what a name stands for, or raise ``KeyError``."""
        return super().__getitem__(name.lower())

    def __setitem__(self, name: str, value: str) -> None:
        """Define a name; a value that grew out of others beyond all use is cut."""
        if len(value) > LONGEST_MACRO:
            self.cut.append(name)
        super().__setitem__(name.lower(), value[:LONGEST_MACRO])
