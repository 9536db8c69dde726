"""Faults of others: seen without our mending, gone with it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable

import pytest
from sphinx.errors import ExtensionError

from sphinxext.profile import upstream
from tests.support import Lab
from tests.support.versions import before

PAGE = "# Page\n\n:::{profile} Ada Example\n:::\n"
THEME = {"html_theme": "pydata_sphinx_theme"}
BESIDE = {"extensions": ["sphinxext.profile", "sphinxext.opengraph"]}


@pytest.mark.parametrize("conf", [THEME, BESIDE], ids=["theme", "opengraph"])
def test_json(lab: Callable[..., Lab], conf: dict[str, object]) -> None:
    build = lab({"index.md": PAGE}, **conf).build("json").assert_clean()
    assert "Ada Example" in json.loads(build.read("index.fjson"))["body"]


@pytest.mark.parametrize("conf", [THEME, BESIDE], ids=["theme", "opengraph"])
def test_others_still_fail_by_themselves(
    lab: Callable[..., Lab], monkeypatch: pytest.MonkeyPatch, conf: dict[str, object]
) -> None:
    monkeypatch.setattr(upstream, "register", lambda app: None)
    # Theme 0.16 gives the page a function, which json can't write.
    with pytest.raises((ExtensionError, TypeError), match=r"html-page-context|JSON serializable"):
        lab({"index.md": PAGE}, **conf).build("json")


def test_html_keeps_the_theme(lab: Callable[..., Lab]) -> None:
    page = lab({"index.md": PAGE}, **THEME).build("html").assert_clean().soup()
    assert page.select(".bd-header")


def test_manual_page_has_no_empty_addresses(lab: Callable[..., Lab]) -> None:
    page = "# Lab\n\nSee [our papers](papers.md), <https://example.org/>.\n"
    files = {"index.md": f"{page}\n```{{toctree}}\npapers\n```\n", "papers.md": "# Papers\n"}
    words = lab(files).build("man").assert_clean().read("lab.1")
    assert "our papers" in words
    assert "<>" not in words
    # Sphinx's own writer, which docutils before 0.22 leaves in place, makes a link of it.
    assert ("<https://" in words) or before("docutils", "0.22")


CARDS = """# Lab

::::{grid}
:::{grid-item-card} Hear
Voices.
:::
:::{grid-item-card} See *much*
Pictures.
:::
::::
"""


@pytest.mark.parametrize(
    ("builder", "name", "apart"),
    [
        ("man", "lab.1", "\\fBHear\\fP\n.sp\nVoices.\n.sp\n\\fBSee"),
        (
            "texinfo",
            "lab.texi",
            "`Hear'\n\nVoices.\n\n`See `much''\n\nPictures.",
        ),
        ("text", "index.txt", "**Hear**\n\nVoices.\n\n**See *much***\n\nPictures."),
        ("latex", "lab.tex", "\\sphinxstylestrong{Hear}\n\n"),
    ],
)
@pytest.mark.parametrize("mended", [True, False])
def test_titles_of_cards_stand_apart(
    lab: Callable[..., Lab],
    monkeypatch: pytest.MonkeyPatch,
    builder: str,
    name: str,
    apart: str,
    mended: bool,
) -> None:
    if not mended:
        monkeypatch.setattr(upstream, "_set_titles_of_cards_apart", lambda *event: None)
    words = lab({"index.md": CARDS}, project="Lab").build(builder).assert_clean().read(name)
    assert "Hear" in words
    assert (apart in words) is mended


@pytest.mark.parametrize("mended", [True, False])
def test_lines_begin_in_manual_pages(
    lab: Callable[..., Lab], monkeypatch: pytest.MonkeyPatch, mended: bool
) -> None:
    if not mended:
        monkeypatch.setattr(upstream, "_begin_lines_in_manual_pages", lambda *event: None)
    page = "# Lab\n\nOne.\n\n:::{div}\nTwo.\n:::\n\n:::{image} a.svg\n:alt: Three\n:::\n"
    code = ":::{code-block} python\n:caption: Four\nfive = 6\n:::\n"
    files = {"index.md": f"{page}\n{code}", "a.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"}
    words = lab(files).build("man").assert_clean().read("lab.1")
    assert ("One.\n.sp\nTwo.\n.sp\n[image: Three]" in words) is mended
    assert words.index("Four") < words.index("five = 6")


def test_titles_of_cards_stay_as_they_are_in_html(lab: Callable[..., Lab]) -> None:
    page = lab({"index.md": CARDS}).build().assert_clean().soup()
    assert [str(title) for title in page.select(".sd-card-title :is(p, strong)")] == []


@pytest.fixture
def unloaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the import of sphinxext-opengraph still to come, and no matplotlib for it."""
    for name in [name for name in sys.modules if name.startswith("sphinxext.opengraph")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(upstream, "find_spec", lambda _name: None)
    monkeypatch.setitem(sys.modules, "matplotlib", None)


@pytest.mark.usefixtures("unloaded")
@pytest.mark.parametrize("mended", [True, False])
def test_nothing_is_said_of_matplotlib(
    lab: Callable[..., Lab],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    mended: bool,
) -> None:
    if not mended:
        monkeypatch.setattr(upstream, "_load_without_a_word_on_matplotlib", lambda app: None)
    build = lab({"index.md": PAGE}, **BESIDE).build().assert_clean()
    assert ("matplotlib" in capsys.readouterr().out) is not mended
    assert build.soup().select('head meta[property="og:title"]')


def test_lists_of_formulas_load_mathjax_and_no_page_above_them(lab: Callable[..., Lab]) -> None:
    files = {
        "index.md": "# Lab\n\n```{toctree}\na-list\n```\n",
        "a-list.md": "# Papers\n\n:::{publications}\n:::\n",
        "papers.bib": "@misc{one, title={Of {$x^2$}}, author={Ada Kim}, year={2020}}\n",
    }
    build = lab(files, profile_bibliography=["papers.bib"]).build("html").assert_clean()
    assert "mathjax" in build.read("a-list.html")
    assert "mathjax" not in build.read("index.html")
