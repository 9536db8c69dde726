"""The guide says what the code does: every option, setting and warning is on its page."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from sphinxext.profile.config import Settings
from sphinxext.profile.directives import DIRECTIVES
from sphinxext.profile.directives.listing import QUERY_HELP
from sphinxext.profile.log import Problem
from sphinxext.profile.model.networks import NETWORKS
from tests.support import Build

GUIDE = Path(__file__).parents[2] / "docs" / "guide"
#: Directives that share another's page.
TOGETHER = {"entry": "timeline"}


def literals(site: Build, page: str) -> set[str]:
    """Give what a page's article sets as code."""
    return {code.get_text() for code in site.soup(f"guide/{page}").select(".bd-article code")}


@pytest.mark.parametrize("name", DIRECTIVES)
def test_options(site: Build, name: str) -> None:
    page = TOGETHER.get(name, name)
    assert (GUIDE / f"{page}.md").exists(), f"docs/guide/{page}.md is missing"
    found = literals(site, page) | literals(site, "networks")
    if "listings.html" in site.read(f"guide/{page}.html").partition("bd-article")[2]:
        found |= literals(site, "listings")
    options = {f":{option}:" for option in DIRECTIVES[name].OPTIONS}  # type: ignore[attr-defined]
    assert options
    assert options <= found


def test_settings(site: Build) -> None:
    assert {f"profile_{item.name}" for item in fields(Settings)} <= literals(site, "settings")


def test_warnings(site: Build) -> None:
    assert {f"profile.{problem.value}" for problem in Problem} <= literals(site, "warnings")


def test_networks_and_queries(site: Build) -> None:
    assert {f":{name}:" for name in NETWORKS} <= literals(site, "networks")
    assert {f":{name}:" for name in QUERY_HELP} <= literals(site, "listings")
