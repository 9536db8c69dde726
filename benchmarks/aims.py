"""What the extension aims at: ratios of two figures that were taken in one run."""

from __future__ import annotations

from dataclasses import dataclass

from .rounds import EXPORTS, WITHOUT_EXPORTERS


@dataclass(frozen=True)
class Aim:
    """A figure of ``side`` divided by that of ``against``, at most ``most``.

    ``figure`` is a field of :class:`.measure.Cost`.
    """

    work: str
    side: str
    against: str
    figure: str
    most: float
    words: str

    @property
    def of(self) -> tuple[str, str]:
        """The key of the figure."""
        return self.work, self.side

    @property
    def to(self) -> tuple[str, str]:
        """The key of the figure that it is divided by."""
        return self.work, self.against


AIMS = (
    Aim("full", "profile", "markdown", "cpu", 0.85, "full build, beside plain Markdown"),
    Aim("full", "profile", "markdown", "memory", 0.8, "full build, beside plain Markdown"),
    Aim("full", "profile", "design", "cpu", 0.75, "full build, beside sphinx-design cards"),
    Aim("full", "profile", "needs", "cpu", 1, "full build, beside sphinx-needs"),
    Aim("edit", "profile", "markdown", "cpu", 1.1, "one edit, beside plain Markdown"),
    Aim("edit", "profile", "hugo", "cpu", 1, "one edit, beside Hugo"),
    Aim("preview", "profile", "hugo", "wall", 1, "save to fresh page in the preview, beside Hugo"),
    *(
        Aim(work, "profile", WITHOUT_EXPORTERS, "cpu", 1.05, f"{work}, beside none")
        for work in EXPORTS
    ),
    Aim("parallel", "-j2", "-j1", "wall", 0.75, "full build, two processes beside one"),
    Aim("import", "import sphinxext.profile", "import sphinx", "cpu", 1.15, "import"),
)

#: How much more ten times the records may cost, in time and in memory.
GROWTH = 11.0
