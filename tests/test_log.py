"""A warning is one line that a terminal shows and doesn't obey, whatever value it quotes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sphinxext.profile.log import LONGEST
from tests.support import Lab


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a\nb.md:1: WARNING: not of ours", "a b.md:1: WARNING: not of ours"),
        ("a\x1b[31mred\x07", "a\ufffd[31mred\ufffd"),
        ("a\u202eb\ud800", "a\ufffdb\ufffd"),
        ("김 · é", "김 · é"),
    ],
)
def test_a_message_is_one_line(lab: Callable[..., Lab], words: str, shown: str) -> None:
    made = lab({"index.md": "# Lab\n", "conf.py": conf(words)}).build()
    [line] = made.warning_lines
    assert line.endswith(f"WARNING: {shown} [profile.data]")


def test_a_message_has_an_end(lab: Callable[..., Lab]) -> None:
    [line] = lab({"index.md": "# Lab\n", "conf.py": conf("x" * 10_000)}).build().warning_lines
    assert len(line) < LONGEST + 100
    assert "x… [profile.data]" in line


def conf(words: str) -> str:
    """Write a `conf.py` that warns of something."""
    return (
        "from sphinxext.profile.log import Problem, warn\n"
        'extensions = ["sphinxext.profile"]\n'
        'html_theme = "basic"\n\n'
        "def setup(app):\n"
        f"    told = {words!a}\n"
        '    app.connect("builder-inited", lambda app: warn(Problem.DATA, told, location="x:1"))\n'
    )
