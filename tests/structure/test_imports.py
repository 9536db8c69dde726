"""Each module of the package stands alone: imported first, in an interpreter of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.structure.tree import PACKAGE, ROOMS, ROOT, module_of, python_files

# One interpreter forks a child for each module, so that what others brought in isn't there:
# of our package never, of Sphinx and docutils where `preload` doesn't name them.
FORKER = """
import importlib, json, os, sys, traceback, warnings
modules, preload = json.loads(sys.argv[1])
for name in preload:
    importlib.import_module(name)
assert not [name for name in sys.modules if name.startswith("sphinxext.profile")]
faults = {}
for name in modules:
    reader, writer = os.pipe()
    if not os.fork():
        fault = ""
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            try:
                importlib.import_module(name)
            except BaseException:
                fault = traceback.format_exc()
        ours = os.sep + os.path.join("sphinxext", "profile") + os.sep
        fault += "".join(f"{it.filename}: {it.message}\\n" for it in caught if ours in it.filename)
        heavy = {"sphinx", "docutils", "babel", "yaml"} & set(sys.modules)
        os.write(writer, json.dumps([fault[-4000:], sorted(heavy)]).encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        faults[name] = json.load(pipe)
    os.wait()
print(json.dumps(faults))
"""


def imported_alone(modules: list[str], preload: list[str]) -> dict[str, tuple[str, list[str]]]:
    """Import each of *modules* alone; give for each what went wrong and what else it brought."""
    assert modules
    done = subprocess.run(
        [sys.executable, "-c", FORKER, json.dumps([modules, preload])],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert list(result) == modules
    return {name: (fault, heavy) for name, (fault, heavy) in result.items()}


needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system can't fork")


@needs_fork
def test_model_imports_the_standard_library_alone() -> None:
    modules = [module_of(path) for path in python_files(PACKAGE / "model")]
    assert imported_alone(modules, []) == {name: ("", []) for name in modules}


@needs_fork
def test_each_module_imports_alone() -> None:
    modules = [module_of(path) for path in python_files(PACKAGE)]
    assert len(modules) > len(ROOMS)
    result = imported_alone(modules, ["sphinx.application", "sphinx.builders.html"])
    assert {name: fault for name, (fault, _) in result.items() if fault} == {}


@needs_fork
def test_a_module_that_fails_is_seen() -> None:
    result = imported_alone(["colorsys", "no_such_module"], [])
    assert not result["colorsys"][0]
    assert "ModuleNotFoundError" in result["no_such_module"][0]
