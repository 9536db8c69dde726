"""The lab with sphinx-design's cards and grids, written by hand."""

from __future__ import annotations

from collections.abc import Iterable

from ..lab import Person, Project
from .markdown import Markdown


class Design(Markdown):
    """What one writes today who wants the look of cards; lists stay lists."""

    def conf(self) -> str:
        """Name the extensions."""
        return (
            'extensions = ["myst_parser", "sphinx_design"]\n'
            'myst_enable_extensions = ["deflist", "colon_fence"]\n'
        )

    def profile(self, person: Person) -> str:
        """Write a person in a card."""
        return f":::{{card}}\n{super().profile(person)}:::\n"

    def card(self, project: Project) -> str:
        """Write a project in a card."""
        return f":::{{card}}\n{super().card(project)}:::\n"

    def project_items(self, found: Iterable[Project], level: str = "") -> str:
        """Write projects as a grid of cards."""
        return _grid(
            f"::::{{grid-item-card}} {self.link('projects', it.id, it.name)}\n"
            f"{self.facts(it, it.paragraphs[0])}::::\n"
            for it in found
        )

    def people_items(self, found: Iterable[Person]) -> str:
        """Write people as a grid of cards."""
        return _grid(
            f"::::{{grid-item-card}} {self.link('people', it.id, it.name)}\n"
            f"{it.role}\n\n{', '.join(it.interests)}\n::::\n"
            for it in found
        )


def _grid(cards: Iterable[str]) -> str:
    return f":::::{{grid}} 1 2 2 3\n:gutter: 3\n\n{''.join(cards)}:::::\n"
