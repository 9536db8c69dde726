"""Names without ``profile:``: offered, switched off, or left to another extension."""

from __future__ import annotations

from collections.abc import Callable

from tests.support import Lab

OTHER = """\
from docutils import nodes
from docutils.parsers.rst import Directive

class Timeline(Directive):
    has_content = True
    def run(self):
        return [nodes.paragraph("", "theirs")]

def setup(app):
    app.add_directive("timeline", Timeline)
"""
PATH = "import sys; sys.path.insert(0, {!r})\nextensions = {!r}\nhtml_theme = 'basic'\n"
PAGE = "# P\n\n:::{timeline}\n:::\n\n:::{profile:timeline}\n2011\n: Ours\n:::\n"


def test_another_extension_keeps_its_name(lab: Callable[..., Lab]) -> None:
    tree = lab({"index.md": PAGE, "other_timeline.py": OTHER})
    conf = PATH.format(str(tree.srcdir), ["other_timeline", "sphinxext.profile"])
    build = tree.write({"conf.py": conf}).build()
    [warning] = build.warning_lines
    assert "'timeline'" in warning
    assert "'profile:timeline'" in warning
    assert warning.endswith("[profile.name_taken]")
    build.assert_holds("theirs", "Ours")


def test_switched_off(lab: Callable[..., Lab]) -> None:
    page = "# P\n\n:::{profile:profile} Ada\n:id: ada\n:::\n\n{profile:person}`ada`\n"
    tree = lab({"index.md": page}, profile_bare_names=False)
    tree.build_subprocess("html", "-W", "-n").assert_clean()
    tree.write({"index.md": "# P\n\n:::{project-card} Ada\n:::\n"})
    assert "project-card" in tree.build_subprocess("html").warnings
