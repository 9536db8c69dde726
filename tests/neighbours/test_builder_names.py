"""An extension may register visitors by the name of a builder, not of its format.

Sphinx then forgets all visitors that others have for the format: in an EPUB nothing of ours is
left but what our nodes inherit.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support import Lab
from tests.support.contract import WORDS, contract_lab

EXTENSION = """\
from docutils import nodes


class own(nodes.Element):
    pass


def pass_by(self, node):
    pass


def setup(app):
    app.add_node(own, {builder}=(pass_by, pass_by))
    return {{"parallel_read_safe": True, "parallel_write_safe": True}}
"""
BIB = b"@misc{one, title={Work of <one>}, author={Kim, Taehoon}, year={2020}, abstract={Words.}}\n"
PAGE = b"# Works\n\n:::{publications}\n:filter:\n:downloads: bibtex\n:::\n"


@pytest.mark.parametrize("builder", ["epub", "html", "latex"])
def test_ours_survives(lab: Callable[..., Lab], builder: str) -> None:
    made = contract_lab(
        lab,
        "md",
        extensions=["sphinxext.profile", "by_name"],
        profile_bibliography=["works.bib"],
    )
    conf = (made.srcdir / "conf.py").read_text("utf-8")
    index = (made.srcdir / "index.md").read_text("utf-8").replace("around\n", "around\nworks\n")
    made.write(
        {
            "conf.py": f"import sys\n\nsys.path.insert(0, {str(made.srcdir)!r})\n{conf}",
            "by_name.py": EXTENSION.format(builder=builder),
            "index.md": index,
            "works.md": PAGE,
            "works.bib": BIB,
        }
    )
    built = made.build_subprocess(builder)
    assert built.returncode == 0, built.warnings
    assert "unknown node type" not in built.warnings
    built.assert_holds(*WORDS, "Work of <one>")
