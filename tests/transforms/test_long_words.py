"""Words without an end in plain text."""

from __future__ import annotations

from collections.abc import Callable

from tests.support import Lab


def test_a_long_word_is_cut_and_none_of_it_lost(lab: Callable[..., Lab]) -> None:
    """Python's wrapping of these 20,000 brackets did not end within minutes."""
    page = f"# Page\n\n:::{{profile}} Ada\n:role: {'[' * 20_000}\n:::\n"
    built = lab({"index.md": page}).build("text")
    text = (built.outdir / "index.txt").read_text("utf-8").partition("]-")[2]
    assert text.count("[") == 20_000
    assert max(map(len, text.splitlines())) <= 80


def test_code_is_not_cut(lab: Callable[..., Lab]) -> None:
    word = "x" * 3000
    built = lab({"index.md": f"# Page\n\n```text\n{word}\n```\n"}).build("text")
    assert word in (built.outdir / "index.txt").read_text("utf-8")
