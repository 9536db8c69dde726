"""The papers that come with the code say what is so."""

from __future__ import annotations

import re
import tomllib

from tests.structure.tree import PACKAGE, ROOT

KINDS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_changelog_reads_as_it_promises() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    versions = re.findall(r"^## (.+)$", text, re.M)
    assert versions
    assert versions[0] == "Unreleased" or re.match(r"\d+\.\d+\.\d+", versions[0])
    for version in versions[1:]:
        assert re.fullmatch(r"\d+\.\d+\.\d+ – \d{4}-\d\d-\d\d", version)
    for part in re.split(r"^## .+$", text, flags=re.M)[1:]:
        kinds = re.findall(r"^### (.+)$", part, re.M)
        assert kinds
        assert set(kinds) <= KINDS
        assert len(kinds) == len(set(kinds))
        lines = [line for line in part.splitlines() if line and not line.startswith("#")]
        assert all(line.startswith(("- ", "  ")) and line.endswith(".") for line in lines)


def test_readme_gives_two_commands_early() -> None:
    lines = (ROOT / "README.md").read_text("utf-8").splitlines()
    commands = [
        (number, line)
        for number, line in enumerate(lines, 1)
        if line.startswith("python -m pip install -e")
    ]
    assert [line.split(" && ")[1].split()[2] for _, line in commands] == ["sphinx", "pytest"]
    assert commands[-1][0] < 25, "the commands aren't in the first screen"


def test_matrix_is_what_the_package_claims() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    pythons = re.findall(r"Python :: (3\.\d+)", "\n".join(project["classifiers"]))
    assert pythons
    chores = (ROOT / "noxfile.py").read_text("utf-8")
    tried = re.search(r"^PYTHONS = \((.*)\)$", chores, re.M)
    assert tried
    assert re.findall(r"[\d.]+", tried[1]) == pythons
    workflow = (ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8")
    listed = re.search(r"^ +python: \[(.*)\]$", workflow, re.M)
    sphinxes = re.search(r"^ +sphinx: \[(.*)\]$", workflow, re.M)
    assert listed
    assert sphinxes
    assert re.findall(r"[\d.]+", listed[1]) == pythons
    named = re.search(r"^SPHINXES = \{(.*)\}$", chores, re.M)
    assert named
    assert re.findall(r"[\d.]+", sphinxes[1]) == re.findall(r'"([\d.]+)":', named[1])


def test_package_is_a_good_neighbour() -> None:
    assert (PACKAGE / "py.typed").exists()
    assert not (ROOT / "sphinxext" / "__init__.py").exists(), "others live in this namespace too"
    assert (ROOT / "LICENSE").read_text("utf-8").startswith("MIT License")
