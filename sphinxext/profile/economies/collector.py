"""Spares a build what the garbage collector costs: up to a third of its time.

Python walks through everything that is alive each time a quarter more has come up.  Of a build
nearly all of that stays: modules, settings, the environment.  So what is there when a build begins
is left out of the walks until the build is over (what :func:`gc.freeze` is for), and at the end of
the process nothing is searched that is given back to the system anyway.
"""

from __future__ import annotations

import atexit
import gc

from sphinx.application import Sphinx


def register(app: Sphinx) -> None:
    """Connect to the beginning and the end of a build."""
    # Behind all others, who may still load something.
    app.connect("builder-inited", _begin, priority=900)
    app.connect("build-finished", _end, priority=900)
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)


def _begin(_app: Sphinx) -> None:
    gc.freeze()


def _end(_app: Sphinx, _exception: Exception | None) -> None:
    # A process that builds again (a live preview, tests) must be able to free this build.
    gc.unfreeze()
