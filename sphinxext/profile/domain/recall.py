"""What a build need not work out again where it takes in all that the last one did.

Sphinx asks for indices and objects in each build, and for the heads of the pages that it makes
itself.  Where nothing has changed (see :mod:`.unchanged`) the answers of the last build are given,
and no record is loaded for them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class Recall:
    """Answers of JSON's types by what was asked.

    ``unchanged`` tells that they are those of the last build, because it took in the same.
    """

    def __init__(self) -> None:
        self.unchanged = False
        self.answers: dict[str, Any] = {}

    def ask(self, what: str, make: Callable[[], Any]) -> Any:
        """Return an answer; make it if it isn't known."""
        if what not in self.answers:
            self.answers[what] = make()
        return self.answers[what]

    def forget(self) -> None:
        """Have all worked out anew: something was stated or went away."""
        self.unchanged, self.answers = False, {}

    def take(self, answers: dict[str, Any]) -> None:
        """Take over the answers of the last build."""
        self.unchanged, self.answers = True, answers
