"""Templates are compiled once, and again when they or what compiles them have changed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from jinja2 import Environment

from tests.support import Lab

_LAYOUT = '{% extends "!layout.html" %}{% block footer %}<p id="end">FOOT</p>{% endblock %}'
_FILES = {"index.md": "# Lab", "_templates/layout.html": _LAYOUT}
_CONF = """
extensions = ["sphinxext.profile"]
html_theme = "basic"
templates_path = ["_templates"]

def setup(app):
    app.connect("builder-inited", add)

def add(app):
    app.builder.templates.environment.filters["shout"] = str.upper
"""


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """List the templates that are compiled."""
    found: list[str] = []
    compile_one = Environment.compile

    def compile_and_note(self: Environment, source: str, name: str, *rest: object) -> object:
        found.append(name)
        return compile_one(self, source, name, *rest)

    monkeypatch.setattr(Environment, "compile", compile_and_note)
    return found


def test_templates_are_compiled_once(lab: Callable[..., Lab], compiled: list[str]) -> None:
    made = lab(_FILES, templates_path=["_templates"])
    made.build()
    assert {"layout.html", "page.html", "search.html"} <= set(compiled)
    compiled.clear()
    again = made.build(fresh=True)
    # What Sphinx compiles from strings has no name.
    assert [name for name in compiled if name] == []
    assert again.soup().select_one("#end")


def test_an_edit_of_a_template_counts(lab: Callable[..., Lab]) -> None:
    made = lab(_FILES, templates_path=["_templates"])
    made.build()
    made.write({"_templates/layout.html": _LAYOUT.replace("FOOT", "HEEL")})
    assert made.build().text(selector="#end") == "HEEL"


def test_other_filters_have_templates_compiled_again(
    lab: Callable[..., Lab], compiled: list[str]
) -> None:
    made = lab(_FILES, templates_path=["_templates"])
    made.build()
    compiled.clear()
    made.write({"conf.py": _CONF}).build()
    assert "layout.html" in compiled


def test_a_builder_without_templates_keeps_none(lab: Callable[..., Lab]) -> None:
    made = lab({"index.md": "# Lab"})
    made.build("text").assert_clean()
    assert not list(made.root.rglob("template-*.cache"))
    made.build("html").assert_clean()
    assert list(made.root.rglob("template-*.cache"))
