"""The garbage collector leaves out what is there when a build begins, and nothing else."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable

from tests.support import Lab


class _Cycle:
    """Something that only the collector can free."""

    def __init__(self) -> None:
        self.itself = self


_CONF = """
import gc
from pathlib import Path

extensions = ["sphinxext.profile"]
html_theme = "basic"

def note(app, env):
    Path(app.outdir, "frozen").write_text(str(gc.get_freeze_count()))

def setup(app):
    app.connect("env-updated", note)
"""


def test_a_build_leaves_out_what_was_there(lab: Callable[..., Lab]) -> None:
    built = lab({"index.md": "# Lab", "conf.py": _CONF}).build("html")
    assert int(built.read("frozen")) > 50_000


_READ = """
import gc
from pathlib import Path

extensions = ["sphinxext.profile"]
html_theme = "basic"
profile_bibliography = ["papers.bib"]

def note(app, env):
    walked = {type(found).__name__ for found in gc.get_objects()}
    Path(app.outdir, "walked").write_text(" ".join(sorted(walked)))

def setup(app):
    app.connect("env-before-read-docs", lambda app, env, names: note(app, env), priority=999)
"""


def test_what_files_hold_is_left_out(lab: Callable[..., Lab]) -> None:
    papers = "@misc{one, title={One}, author={Ada Kim}, year={2020}}\n"
    made = lab({"index.md": "# Lab", "conf.py": _READ, "papers.bib": papers})
    for _turn in ("read", "from the cache"):
        walked = made.build(fresh=True).assert_clean().read("walked").split()
        # What is made of them afterwards is walked through.
        assert "Stated" in walked
        assert not {"Publication", "PersonName"} & set(walked)


def test_a_build_can_be_freed_when_it_is_over(lab: Callable[..., Lab]) -> None:
    garbage = weakref.ref(_Cycle())
    lab({"index.md": "# Lab"}).build("html")
    assert gc.get_freeze_count() == 0
    gc.collect()
    assert garbage() is None
