"""A style file of CSL sets references; what it can't set, the default style does."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sphinxext.profile.model.citation import reference
from sphinxext.profile.model.dates import PartialDate
from sphinxext.profile.model.names import PersonName
from sphinxext.profile.model.publication import Contributor, Publication
from sphinxext.profile.model.richtext import Block, Span, to_markdown
from sphinxext.profile.sources import bibtex
from sphinxext.profile.sources.csl_style import Style, StyleError, html_spans

STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
  <info><title>Invented</title><id>invented</id><updated>2020-01-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="citation-number"/></layout></citation>
  <bibliography>
    <layout suffix=".">
      <text variable="citation-number" prefix="[" suffix="] "/>
      <names variable="author">
        <name and="text" initialize-with=". " name-as-sort-order="all"/>
      </names>
      <date variable="issued" prefix=" (" suffix="). "><date-part name="year"/></date>
      <text variable="title"/>
      <text variable="container-title" font-style="italic" prefix=", "/>
      <text variable="volume" font-weight="bold" prefix=" "/>
    </layout>
  </bibliography>
</style>
"""
SPANS = (Span("Of <b> & "), Span("mRNA", ("nocase",)), Span(" and "), Span("n^2", ("math",)))
PAPER = Publication(
    id="a",
    name="Of <b> & mRNA and n²",
    title_rich=(Block("paragraph", SPANS),),
    type="article-journal",
    authors=(
        Contributor(PersonName("Park", "Ada Bo")),
        Contributor(PersonName("김", "태훈")),
    ),
    issued=PartialDate(2020, 5),
    container_title="Journal & Co",
    volume="9",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "invented.csl"
    found.write_text(STYLE, encoding="utf-8")
    return found


def test_a_style_of_the_users_sets_a_reference(path: Path) -> None:
    text = to_markdown(Style(path).reference(PAPER))
    assert text.startswith("Park, A. B. and 김태훈 (2020). Of <b> & mRNA and n²")
    assert text.endswith("*Journal & Co* **9**.")
    assert "[1]" not in text


def test_the_same_in_any_list(path: Path) -> None:
    style = Style(path)
    first = style.reference(PAPER)
    style.reference(Publication(id="b", name="Other", type="book", issued=PartialDate(2020)))
    assert style.reference(PAPER) == first


def test_each_entry_of_real_patterns_gets_a_reference(path: Path) -> None:
    style = Style(path, "de-DE")
    data = Path(__file__).parent / "data"
    works = [
        work
        for name in ("folio.bib", "biblatex.bib", "exports.bib", "faults.bib")
        for work, _ in bibtex.read(data / name).entries
    ]
    assert len(works) > 25
    assert all(to_markdown(style.reference(work)) for work in works)


def test_what_the_processor_can_not_do_the_default_style_does(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    style = Style(path)

    def fail(publication: Publication) -> None:
        raise KeyError(publication.id)

    monkeypatch.setattr(style, "_set", fail)
    assert style.reference(PAPER) == reference(PAPER)


@pytest.mark.parametrize("text", ["", "<a/>", "no xml", STYLE.replace("bibliography", "other")])
def test_a_file_that_is_no_style_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "bad.csl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(StyleError, match=r"bad\.csl"):
        Style(path)


def test_a_style_names_no_other_file(tmp_path: Path) -> None:
    secret, path = tmp_path / "secret.txt", tmp_path / "bad.csl"
    secret.write_text("what is in it", encoding="utf-8")
    declared = f'<!DOCTYPE style [<!ENTITY secret SYSTEM "{secret.as_uri()}">]>\n<style'
    entity = STYLE.replace("<style", declared, 1).replace(">Invented<", ">&secret;<")
    path.write_text(entity, encoding="utf-8")
    with pytest.raises(StyleError, match="declares a type of document"):
        Style(path)


def test_without_the_processor_the_extra_is_named(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "citeproc", None)
    with pytest.raises(StyleError, match=r"sphinxext-profile\[styles\]"):
        Style(path)


def test_the_tags_of_the_processor_become_marks() -> None:
    assert html_spans(
        'a <i>b <b>c</b></i><script>d</script> <a href="javascript:e">f</a> &amp;'
    ) == (
        Span("a "),
        Span("b ", ("emphasis",)),
        Span("c", ("emphasis", "strong")),
        Span("d f &"),
    )
