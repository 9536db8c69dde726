"""What is installed: pinned with hashes for development, few and with free licences for sites."""

from __future__ import annotations

import re
from importlib.metadata import version

import pytest

from tests.support.lab import ROOT
from tests.support.licences import licence, packages, row, written

LOCK = (ROOT / ".github" / "requirements.txt").read_text("utf-8")
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def test_every_pin_has_hashes() -> None:
    pins = re.split(r"\n(?=\S)", LOCK.strip())
    assert len(pins) > 60
    for pin in pins:
        assert re.match(r"[\w.-]+==\S+", pin), pin
        assert "--hash=sha256:" in pin, pin


def test_workflows_install_what_is_pinned() -> None:
    assert WORKFLOWS
    for path in WORKFLOWS:
        for line in re.findall(r"pip install.*", path.read_text("utf-8")):
            assert line == "pip install --require-hashes -r .github/requirements.txt"


def test_actions_are_pinned() -> None:
    """A tag may be moved to other code; the hash of a commit can't."""
    lines = [line for path in WORKFLOWS for line in path.read_text("utf-8").splitlines()]
    used = [line.partition("- ")[2] for line in lines if "uses: " in line]
    assert used
    for line in used:
        assert re.fullmatch(r"uses: [\w./-]+@[0-9a-f]{40} # v[\d.]+", line), line


def test_no_token_is_kept() -> None:
    release = (ROOT / ".github" / "workflows" / "release.yml").read_text("utf-8")
    assert "id-token: write" in release
    assert "secrets." not in "".join(path.read_text("utf-8") for path in WORKFLOWS)


@pytest.mark.parametrize("package", sorted(packages()))
def test_the_licence_is_the_one_that_is_told(package: str) -> None:
    """Releases say the same in different words: the pinned one's are compared."""
    (line,) = [line for line in written().splitlines() if line.startswith(f"| {package} | ")]
    assert line.split(" | ")[2].strip(" |")
    if licence(package) and f"\n{package}=={version(package)} " in LOCK:
        assert line == row(package, packages()[package])


def test_few_packages_are_always_needed() -> None:
    assert len([name for name, used in packages().items() if used == "always"]) <= 10
