"""Faults of others: seen without our mending, gone with it."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from sphinx.errors import ExtensionError

from sphinxext.profile import upstream
from tests.support import Lab

PAGE = "# Page\n\n:::{profile} Ada Example\n:::\n"
THEME = {"html_theme": "pydata_sphinx_theme"}


def test_json_with_the_theme(lab: Callable[..., Lab]) -> None:
    build = lab({"index.md": PAGE}, **THEME).build("json").assert_clean()
    assert "Ada Example" in json.loads(build.read("index.fjson"))["body"]


def test_the_theme_still_fails_by_itself(
    lab: Callable[..., Lab], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upstream, "register", lambda app: None)
    with pytest.raises(ExtensionError, match="html-page-context"):
        lab({"index.md": PAGE}, **THEME).build("json")


def test_html_keeps_the_theme(lab: Callable[..., Lab]) -> None:
    page = lab({"index.md": PAGE}, **THEME).build("html").assert_clean().soup()
    assert page.select(".bd-header")
