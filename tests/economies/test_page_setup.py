"""What is the same for all pages is set up once in a build, and is as it would be for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docutils import nodes
from docutils.frontend import Values, get_default_settings
from docutils.parsers.rst import Parser
from docutils.utils import DependencyList
from myst_parser.mdit_to_docutils import base
from sphinx.builders import html
from sphinx.errors import ExtensionError
from sphinx.util import docutils

from sphinxext.profile.economies import page_setup
from tests.support import Lab

_FILES = {
    "index.md": "# Lab\n\n```{toctree}\none\ntwo\n```\n",
    "one.md": "# One\n\n```{csv-table}\n:file: one.csv\n```\n",
    "two.md": "# Two\n\n```{csv-table}\n:file: two.csv\n```\n",
    "one.csv": "a,b\n",
    "two.csv": "c,d\n",
}
_NAMES = [
    (docutils, "_get_settings"),
    (base, "get_default_settings"),
    (html, "_file_checksum"),
]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """List what the functions are asked."""
    found: list[tuple[Any, ...]] = []
    for module, name in _NAMES:
        # Before Sphinx 9 settings are asked for once anyway.
        if make := getattr(module, name, None):

            def note(*asked: Any, make: Any = make, name: str = name, **options: Any) -> Any:
                found.append((name, *(it if isinstance(it, str) else type(it) for it in asked)))
                return make(*asked, **options)

            monkeypatch.setattr(module, name, note)
    return found


def test_a_build_asks_once(
    lab: Callable[..., Lab], asked: list[tuple[Any, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = lab(_FILES)
    kept = made.build().assert_clean()
    pages = {name: kept.read(f"{name}.html") for name in ("index", "one", "two")}
    assert {name for name, *_rest in asked} >= {"get_default_settings", "_file_checksum"}
    assert len(asked) == len(set(asked))
    asked.clear()
    monkeypatch.setattr(page_setup, "_KEPT", ())
    again = made.build(fresh=True).assert_clean()
    assert {name: again.read(f"{name}.html") for name in pages} == pages
    assert len(asked) > len(set(asked))


_TITLES = {
    "index.md": "# Lab\n\n```{toctree}\none\ntwo\n```\n",
    "one.md": "# One & more\n",
    "two.md": "# Two *with* `marks`\n\n```{toctree}\ntwo/three\n```\n",
    "two/three.md": "# Three\n",
}


def test_a_title_of_words_is_set_once(
    lab: Callable[..., Lab], monkeypatch: pytest.MonkeyPatch
) -> None:
    found: Counter[str] = Counter()
    render = html.StandaloneHTMLBuilder.render_partial

    def count(self: html.StandaloneHTMLBuilder, node: nodes.Node | None) -> dict[str, str]:
        if isinstance(node, nodes.title):
            found[node.astext()] += 1
        return render(self, node)

    monkeypatch.setattr(html.StandaloneHTMLBuilder, "render_partial", count)
    made = lab(_TITLES)
    kept = made.build().assert_clean()
    pages = {name: kept.read(f"{name}.html") for name in ("index", "one", "two", "two/three")}
    assert found["Lab"] == found["One & more"] == found["Three"] == 1
    assert found["Two with marks"] > 1
    assert kept.app
    assert "render_partial" not in vars(kept.app.builder)
    monkeypatch.setattr(page_setup, "_titles_kept", lambda render: render)
    again = made.build(fresh=True).assert_clean()
    assert {name: again.read(f"{name}.html") for name in pages} == pages
    assert found["Lab"] > 2


def test_pages_depend_on_their_own_files(lab: Callable[..., Lab]) -> None:
    app = lab(_FILES).build().assert_clean().app
    assert app
    found = app.env.dependencies
    assert {Path(it).name for it in found["one"]} == {"one.csv"}
    assert {Path(it).name for it in found["two"]} == {"two.csv"}


def test_all_is_put_back(lab: Callable[..., Lab]) -> None:
    before = [getattr(module, name, None) for module, name in _NAMES]
    lab(_FILES).build()
    assert [getattr(module, name, None) for module, name in _NAMES] == before
    conf = "def setup(app):\n    app.connect('env-updated', lambda *_: 1 / 0)\n"
    conf += "extensions = ['sphinxext.profile']\n"
    with pytest.raises(ExtensionError):
        lab({**_FILES, "conf.py": conf}).build()
    assert [getattr(module, name, None) for module, name in _NAMES] == before


def test_what_is_not_there_stays_so(
    lab: Callable[..., Lab], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_setup, "_KEPT", (("sphinx.builders.html", "_gone", lambda it: it),))
    lab(_FILES).build().assert_clean()
    assert not hasattr(html, "_gone")


def _made(**options: Any) -> Values:
    settings = get_default_settings(Parser)
    settings._update_loose(options.get("defaults", {}))
    return settings


def test_other_options_are_heeded() -> None:
    settings = page_setup._settings_kept(lambda *_it, **options: _made(**options))
    assert settings(Parser, defaults={"tab_width": 3}).tab_width == 3
    assert settings(Parser, defaults={"tab_width": 4}).tab_width == 4
    assert settings(Parser()).tab_width == 8


def test_settings_of_pages_are_apart() -> None:
    settings = page_setup._settings_kept(lambda *_it, **options: _made(**options))
    one, two = settings(Parser), settings(Parser)
    one.tab_width = 1
    one.record_dependencies.add("one.csv")
    assert (two.tab_width, two.record_dependencies.list) == (8, [])


def test_a_file_of_dependencies_is_written_for_each_page(tmp_path: Path) -> None:
    def make(*_it: Any, **_options: Any) -> Values:
        return _made(defaults={"record_dependencies": DependencyList(str(tmp_path / "all"))})

    settings = page_setup._settings_kept(make)
    one, two = settings(Parser), settings(Parser)
    assert one.record_dependencies is not two.record_dependencies
    for made in (one, two):
        made.record_dependencies.close()
