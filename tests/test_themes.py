"""A lab in the themes that most sites use: no warning, every word, our style sheet."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Callable

import pytest

from tests.support import Lab

THEMES = {
    "pydata_sphinx_theme": "pydata_sphinx_theme",
    "furo": "furo",
    "alabaster": "alabaster",
    "sphinx_book_theme": "sphinx_book_theme",
    "sphinx_rtd_theme": "sphinx_rtd_theme",
}
"""A theme's name and the package it comes in."""

PAGES = {
    "index.md": """\
        # Example lab

        :::{profile} Ada Example
        :id: ada-example
        :role: Professor
        :interests: multimodal models, quantization

        A short **biography**.
        :::

        ```{toctree}
        work
        ```
        """,
    "work.md": """\
        # Work

        :::{timeline} Career
        :kind: work
        :person: ada-example

        Aug 2024 – present
        : **Professor**, Example University

        Mar 2021 – Aug 2024
        : **Research Scientist**, Example Institute
        :::

        :::{project-card} Small networks
        :id: small-networks
        :people: ada-example
        :start: 2020-02
        :status: completed

        What came of it.
        :::
        """,
}


@pytest.mark.builders
@pytest.mark.parametrize("theme", THEMES)
def test_theme_shows_every_word(lab: Callable[..., Lab], theme: str) -> None:
    if importlib.util.find_spec(THEMES[theme]) is None:
        what = f"{theme} is not installed"
        pytest.fail(what) if os.environ.get("THEMES_REQUIRED") else pytest.skip(what)
    tree = lab(PAGES, html_theme=theme)
    build = tree.build("html", conf={"html_theme": theme}).assert_clean()
    assert build.app is not None
    assert build.app.config.html_theme == theme
    build.assert_holds("Ada Example", "Professor", "multimodal models", "A short biography")
    build.assert_holds("Research Scientist", "Example Institute", "What came of it")
    for name in ("index", "work"):
        sheets = [str(link["href"]) for link in build.soup(name).select("link[rel=stylesheet]")]
        assert any("profile.css" in sheet for sheet in sheets)
