"""Spares a build what the garbage collector costs: up to a third of its time.

Python walks through everything that is alive each time a quarter more has come up.  Of a build
nearly all of that stays: modules, settings, the environment.  So what is there when a build begins
is left out of the walks until the build is over (what :func:`gc.freeze` is for), and at the end of
the process nothing is searched that is given back to the system anyway.  While extensions are
loaded nothing is given back, and it walks less often.

Where pages are read and written by several processes, the main one only holds those that are on
their way to be written, and the walks through them held up all others.  It walks less often then,
too.
"""

from __future__ import annotations

import atexit
import gc

from sphinx.application import Sphinx
from sphinx.builders import Builder

_USUAL = gc.get_threshold()
#: Objects that come up before the collector looks at them, where it walks less often.
_MANY = 10_000


def register(app: Sphinx) -> None:
    """Connect to the beginning and the end of a build, which is still being set up."""
    gc.set_threshold(_MANY)
    # Behind all others, who may still load something.
    app.connect("builder-inited", _begin, priority=900)
    app.connect("write-started", _fork, priority=900)
    app.connect("build-finished", _end, priority=900)
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)


def _begin(app: Sphinx) -> None:
    gc.freeze()
    if app.parallel == 1:
        gc.set_threshold(*_USUAL)


def _fork(_app: Sphinx, builder: Builder) -> None:
    # All that is known by then stays, and each process that is forked begins with it.  One process
    # alone has all pages in memory by then, and frees one after another.
    if builder.parallel_ok:
        gc.collect()
        gc.freeze()


def _end(_app: Sphinx, _exception: Exception | None) -> None:
    # A process that builds again (a live preview, tests) must be able to free this build.
    gc.unfreeze()
    gc.set_threshold(*_USUAL)
