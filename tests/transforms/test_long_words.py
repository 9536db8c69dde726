"""Words without an end in plain text."""

from __future__ import annotations

from collections.abc import Callable

from sphinx.writers.text import MAXWIDTH

from sphinxext.profile.transforms.long_words import CutLongWords
from tests.support import Lab


def test_a_long_word_is_cut_and_none_of_it_lost(lab: Callable[..., Lab]) -> None:
    """Python's wrapping takes minutes for a word of 100,000 signs."""
    page = f"# Page\n\n:::{{profile}} Ada\n:role: {'[' * 100_000}\n:::\n"
    app = lab({"index.md": page}).build("dummy").app
    assert app is not None
    doctree = app.env.get_doctree("index")
    CutLongWords(doctree).run()
    words = doctree.astext().split()
    assert sum(word.count("[") for word in words) == 100_000
    assert max(map(len, words)) <= MAXWIDTH


def test_code_is_not_cut(lab: Callable[..., Lab]) -> None:
    word = "x" * 3000
    built = lab({"index.md": f"# Page\n\n```text\n{word}\n```\n"}).build("text")
    assert word in (built.outdir / "index.txt").read_text("utf-8")
