"""``organization``: what is shown of it, and by which of its names it is linked to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support import Lab

PAGE = """\
# Organizations

:::{organization} Example University
:id: eu
:short: EU
:name.ko: 예시대학교
:aliases: The University
:type: university
:city: Example City
:founded: 1900
:url: https://example.org
:tags: teaching

A university that exists in **examples** alone.
:::

:::{organization} Example Unit
:parent: EU
:hidden:
:::
"""


def test_all_that_is_stated_is_shown(lab: Callable[..., Lab]) -> None:
    build = lab({"index.md": PAGE}).build().assert_clean()
    words = build.text(selector="#organization-eu")
    for said in ("Example University", "(EU)", "예시대학교", "Example City", "1900", "Website"):
        assert said in words
    assert build.soup().select_one("#organization-eu strong").get_text() == "examples"
    assert "The University" not in words


def test_a_hidden_one_is_stated_and_not_shown(lab: Callable[..., Lab]) -> None:
    build = lab({"index.md": PAGE + "\n{org}`example-unit`\n"}).build().assert_clean()
    soup = build.soup()
    assert soup.find("a", string="Example Unit")["href"] == "#organization-example-unit"
    assert soup.find(id="organization-example-unit")
    assert len(soup.select(".profile-organization")) == 1
    assert "Example Unit" in build.text("profile-organizations")


@pytest.mark.parametrize(
    "words", ["Example University", "EU", "eu", "The University", "Vision Lab, Example University"]
)
def test_any_of_its_names_leads_to_it(lab: Callable[..., Lab], words: str) -> None:
    person = f"\n:::{{profile}} Ada\n:affiliation: {words}\n:::\n"
    soup = lab({"index.md": PAGE + person}).build().assert_clean().soup()
    link = soup.select_one(".profile-affiliation a")
    assert link["href"] == "#organization-eu"
    assert link.get_text() in {words, words.rpartition(", ")[2], "Example University"}
