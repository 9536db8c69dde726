"""The pages are valid HTML, as the Nu checker sees it."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import Any

import pytest

from tests.browser.conftest import need
from tests.browser.site import SITE, TOOLS, pages

VNU = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"

UPSTREAM = {
    # sphinx-design 0.8.0, tabs: the label of a tab's radio button says which panel it shows.
    "The “aria-controls” attribute must not be used on any “label” element",
}
"""The beginnings of errors that aren't ours, each with who makes it."""


@pytest.fixture(scope="module")
def errors() -> list[dict[str, Any]]:
    """Check all pages in one run of the checker; give what it calls an error."""
    java = shutil.which("java")
    need("" if java else "no Java, which runs the Nu checker (default-jre-headless)")
    need("" if VNU.exists() else "the Nu checker is missing (nox -s browser)")
    names = pages()
    need("" if names else f"no site in {SITE}: build it first (nox -s docs)")
    command = [str(java), "-jar", str(VNU), "--errors-only", "--format", "json", "--stdout"]
    done = subprocess.run(
        [*command, "--exit-zero-always", *(str(SITE / name) for name in names)],
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=True,
    )
    return list(json.loads(done.stdout)["messages"])


def test_markup_is_valid(errors: list[dict[str, Any]]) -> None:
    faults = [
        f"{error['url'].rpartition('/')[2]}:{error.get('lastLine')}: {error['message']}"
        for error in errors
        if not error["message"].startswith(tuple(UPSTREAM))
    ]
    assert not faults, "\n".join(faults)


def test_faults_of_others_are_still_there(errors: list[dict[str, Any]]) -> None:
    """The list is no longer than it has to be; it tells that the checker ran, too."""
    for beginning in UPSTREAM:
        assert any(error["message"].startswith(beginning) for error in errors), beginning
