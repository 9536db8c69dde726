"""Fixtures for every test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.support import BUILDERS, Lab

pytest_plugins = ["sphinx.testing.fixtures"]

# The same examples on every run, so that a change is what makes a test fail; `--hypothesis-profile
# explore` looks for new ones.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("explore", max_examples=2000, deadline=None)
settings.load_profile("steady")

TODAY = "1767225600"
"""1 January 2026, in seconds since 1970: what "today" is for every test."""


@pytest.fixture(scope="session", autouse=True)
def _today() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", TODAY)
        yield


@pytest.fixture
def lab(tmp_path: Path) -> Callable[..., Lab]:
    """Make a lab: `lab({"index.md": "# Lab"}, profile_x=1).build("html")`."""
    return Lab(tmp_path / "lab").write


@pytest.fixture(scope="session")
def shared_lab(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Lab]:
    """Make a lab that outlives a test: for module- and session-scoped fixtures."""

    def make(files: dict[str, str | bytes], **conf: object) -> Lab:
        return Lab(tmp_path_factory.mktemp("lab")).write(files, **conf)

    return make


@pytest.fixture(params=BUILDERS)
def builder(request: pytest.FixtureRequest) -> str:
    """Run the test once for each builder."""
    return str(request.param)
