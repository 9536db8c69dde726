"""The helpers themselves: a helper that sees nothing would let every test pass."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support import BUILDERS, WORDY_BUILDERS, Lab, squash, strip_colors, text_of

MYST = ["myst_parser"]
PAGE = """\
    # Title

    ## A lab page

    *Large* multimodal_models, “vision–language” & 김태훈's work at 100 %.

    - Statistics-assisted quantization
    """


@pytest.mark.builders
def test_every_builder_gives_its_words(lab: Callable[..., Lab], builder: str) -> None:
    build = lab({"index.md": PAGE}, extensions=MYST).build(builder).assert_clean()
    if builder in WORDY_BUILDERS or builder == "gettext":
        build.assert_holds(
            "A lab page",
            "Large multimodal_models, “vision–language” & 김태훈's work",
            "Statistics-assisted quantization",
        )


def test_lost_words_and_warnings_are_seen(lab: Callable[..., Lab]) -> None:
    build = lab({"index.md": "# Page\n\n[x](nowhere.md)\n"}, extensions=MYST).build()
    with pytest.raises(AssertionError, match="unicorn"):
        build.assert_holds("unicorn")
    with pytest.raises(AssertionError, match="nowhere"):
        build.assert_clean()
    assert build.warning_lines[0].startswith("index.md:3: WARNING:")


def test_subprocess_builds_the_same(lab: Callable[..., Lab]) -> None:
    tree = lab({"index.md": PAGE}, extensions=MYST)
    here = tree.build("text").read("index.txt")
    there = tree.build_subprocess("text", "-W", "-E", "-a").assert_clean()
    assert there.read("index.txt") == here
    tree.write({"index.md": "# Page\n\n[x](nowhere.md)\n"})
    failed = tree.build_subprocess("text", "-W")
    assert failed.returncode != 0
    assert "nowhere" in failed.warnings


def test_lab_rewrites_and_removes(lab: Callable[..., Lab]) -> None:
    tree = lab(
        {"index.md": "# Old", "other.md": "---\norphan: true\n---\n# Other"}, extensions=MYST
    )
    assert "other.html" in tree.build().assert_clean().written
    tree.write({"index.md": "# New"}).remove("other.md")
    build = tree.build().assert_clean()
    assert build.text(selector="h1").startswith("New")


def test_readers() -> None:
    assert strip_colors("\x1b[91mred\x1b[39;49;00m") == "red"
    assert squash("Naver Corp.\\,—김 ") == squash("naver corp 김") == "navercorp김"
    html = "<title>T</title><body><p>a <b>b</b>\n c<script>no()</script><!-- no --></p><i>d</i>"
    assert text_of(html) == "a b cd"
    assert text_of(html, "p") == "a b c"
    with pytest.raises(AssertionError, match="nothing matches"):
        text_of(html, "article")
    assert len(BUILDERS) == 14
