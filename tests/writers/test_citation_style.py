"""References in a style of CSL that ``conf.py`` names, in every format."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support import Lab

STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
  <info><title>Invented</title><id>invented</id><updated>2020-01-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography>
    <layout suffix=".">
      <names variable="author"><name initialize-with="."/></names>
      <text variable="title" prefix=" SAID "/>
      <text variable="container-title" font-style="italic" prefix=" AT "/>
    </layout>
  </bibliography>
</style>
"""
PAGES = {
    "index.md": """\
        # Papers

        :::{publications}
        :::
        """,
    "papers.bib": """\
        @article{one, title={Zebras & Others}, author={Kim, Ada and Doe, Eve}, year=2024,
          journal={Imaginary Letters}, doi={10.5555/one}}
        """,
    "invented.csl": STYLE,
}
CONF = {"profile_bibliography": ["papers.bib"], "profile_citation_style": "invented.csl"}


@pytest.mark.builders
@pytest.mark.parametrize("builder", ["html", "text", "latex"])
def test_references_are_set_in_the_style(lab: Callable[..., Lab], builder: str) -> None:
    build = lab(PAGES, **CONF).build(builder).assert_clean()
    # Files for machines have references of their own.
    words = build.text() if builder == "html" else " ".join(build.words().split())
    assert "A. Kim, E. Doe" in words
    assert "SAID Zebras" in words
    assert "Ada Kim" not in words


@pytest.mark.builders
def test_the_title_of_a_reference_leads_on(lab: Callable[..., Lab]) -> None:
    soup = lab(PAGES, **CONF).build("html").assert_clean().soup("index")
    reference = soup.select_one("p.profile-reference")
    assert reference is not None
    link = reference.select_one("a.u-url")
    assert link is not None
    assert link.get_text() == "Zebras & Others"
    assert link["href"] == "https://doi.org/10.5555/one"
    assert "AT Imaginary Letters" in reference.get_text()


@pytest.mark.builders
@pytest.mark.parametrize(
    ("files", "fault"),
    [({"invented.csl": "<a/>"}, "no style of CSL"), ({"invented.csl": None}, "no file")],
)
def test_a_bad_style_costs_itself_alone(
    lab: Callable[..., Lab], files: dict[str, str | None], fault: str
) -> None:
    pages = {name: text for name, text in {**PAGES, **files}.items() if text is not None}
    build = lab(pages, **CONF).build("html")
    (warning,) = build.warning_lines
    assert fault in warning
    assert "profile.setting" in warning
    assert "Ada Kim" in build.text("index")


@pytest.mark.builders
def test_an_edit_of_the_style_is_followed(lab: Callable[..., Lab]) -> None:
    """Fails where pages are written again for records alone."""
    tree = lab(PAGES, **CONF)
    tree.build().assert_clean()
    edited = tree.write({"invented.csl": STYLE.replace("SAID", "WROTE")}).build().assert_clean()
    assert "WROTE Zebras" in edited.text()
