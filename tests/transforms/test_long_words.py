"""Words and paragraphs without an end in plain text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from docutils import nodes
from sphinx.writers.text import MAXWIDTH

from sphinxext.profile.transforms.long_words import CutLongWords
from tests.support import Lab


@pytest.mark.parametrize("length", [20_000, 100_000])
def test_a_long_word_is_cut_and_none_of_it_lost(lab: Callable[..., Lab], length: int) -> None:
    """Python's wrapping takes minutes for a word of 100,000 signs."""
    page = f"# Page\n\n:::{{profile}} Ada\n:role: {'[' * length}\n:::\n"
    app = lab({"index.md": page}).build("dummy").app
    assert app is not None
    doctree = app.env.get_doctree("index")
    CutLongWords(doctree).run()
    words = doctree.astext().split()
    assert sum(word.count("[") for word in words) == length
    assert max(map(len, words)) <= MAXWIDTH


def test_code_is_not_cut(lab: Callable[..., Lab]) -> None:
    word = "x" * 3000
    built = lab({"index.md": f"# Page\n\n```text\n{word}\n```\n"}).build("text")
    assert word in (built.outdir / "index.txt").read_text("utf-8")


def test_an_endless_paragraph_is_broken_and_none_of_it_lost(lab: Callable[..., Lab]) -> None:
    """Sphinx's wrapping takes seconds for a megabyte, wherever it is shown."""
    role = " ".join(f"wort{number}" for number in range(10_000))
    app = (
        lab({"index.md": f"# Page\n\n:::{{profile}} Ada\n:role: {role}\n:::\n"}).build("dummy").app
    )
    assert app is not None
    doctree = app.env.get_doctree("index")
    CutLongWords(doctree).run()
    (block,) = doctree.findall(nodes.literal_block)
    lines = block.astext().splitlines()
    assert max(map(len, lines)) <= MAXWIDTH
    assert role in " ".join(lines)


def test_an_endless_heading_stays_on_its_line(lab: Callable[..., Lab]) -> None:
    title = "ab " * 20_000
    built = lab({"index.md": f"# {title}\n"}).build("text")
    assert title.strip() in (built.outdir / "index.txt").read_text("utf-8")
