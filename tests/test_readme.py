"""What the README shows works as it stands there."""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.support import Lab
from tests.support.lab import ROOT

FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)


def test_five_lines_make_a_profile(lab: Callable[..., Lab]) -> None:
    blocks = FENCE.findall((ROOT / "README.md").read_text("utf-8"))
    (conf,) = [text for kind, text in blocks if kind == "python"]
    pages = [text for kind, text in blocks if kind == "markdown"]
    (install,) = [text for _, text in blocks if "pip install sphinxext-profile" in text]
    assert sum(text.count("\n") for text in (install, conf, pages[0])) == 5
    files = {"conf.py": conf, "index.md": "# My lab\n\n" + "\n".join(pages)}
    build = lab(files).build("html").assert_clean()
    build.assert_holds("Ada Example", "Professor", "Career", "Research Scientist")
    assert build.soup().select("article, section.profile, .h-card")
    assert ":::" not in build.text()
