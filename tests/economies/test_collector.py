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
_EDITED = _READ.replace(
    '"env-before-read-docs", lambda app, env, names: note(app, env)', '"env-updated", note'
)


def test_what_files_hold_is_left_out(lab: Callable[..., Lab]) -> None:
    papers = "@misc{one, title={One}, author={Ada Kim}, year={2020}}\n"
    made = lab({"index.md": "# Lab", "conf.py": _READ, "papers.bib": papers})
    for _turn in ("read", "from the cache"):
        walked = made.build(fresh=True).assert_clean().read("walked").split()
        # What is made of them afterwards is walked through.
        assert "Stated" in walked
        assert not {"Publication", "PersonName"} & set(walked)


def test_what_is_known_of_records_is_left_out_after_an_edit(lab: Callable[..., Lab]) -> None:
    """Where all pages are read, they and what is made with them are freed one by one."""
    pages = {f"page{number}.md": "# Page\n" for number in range(8)}
    papers = "@misc{one, title={One}, author={Ada Kim}, year={2020}}\n"
    made = lab({"index.md": "# Lab\n", "conf.py": _EDITED, "papers.bib": papers, **pages})
    assert "Store" in made.build().read("walked").split()
    made.write({"index.md": "# Our lab\n"})
    assert "Store" not in made.build().read("walked").split()


def test_a_build_can_be_freed_when_it_is_over(lab: Callable[..., Lab]) -> None:
    garbage = weakref.ref(_Cycle())
    lab({"index.md": "# Lab"}).build("html")
    assert gc.get_freeze_count() == 0
    gc.collect()
    assert garbage() is None


_PARALLEL = """
import gc
from pathlib import Path

extensions = ["sphinxext.profile"]
html_theme = "basic"

def note(name):
    def keep(app, *_more):
        Path(app.outdir, name).write_text(f"{gc.get_threshold()[0]} {gc.get_freeze_count()}")
    return keep

def setup(app):
    app.connect("env-updated", note("read"))
    app.connect("write-started", note("writing"), priority=950)
    app.connect("build-finished", note("end"), priority=950)
"""


def test_walks_are_rarer_while_others_read_and_write(lab: Callable[..., Lab]) -> None:
    """What is known when pages are written is left out too, in a build of several processes."""
    pages = {f"page{number}.md": "# Page" for number in range(8)}
    made = lab({"index.md": "# Lab", "conf.py": _PARALLEL, **pages})
    usual = gc.get_threshold()[0]
    for jobs, threshold in (("-j1", usual), ("-j2", 10_000)):
        build = made.build_subprocess("html", "-E", "-a", jobs)
        assert build.returncode == 0
        read, writing, end = (build.read(name).split() for name in ("read", "writing", "end"))
        assert [int(read[0]), int(writing[0]), int(end[0])] == [threshold, threshold, usual]
        assert (int(writing[1]) > int(read[1])) == (jobs == "-j2")
        assert end[1] == "0"
