"""BibTeX, RIS and CSL-JSON: nothing an author wrote breaks the format, and BibTeX comes back."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.profile.exporters.bibtex import entry, escape, made_entry, to_bibtex
from sphinxext.profile.exporters.csl_json import to_csl_json
from sphinxext.profile.exporters.ris import record, to_ris
from sphinxext.profile.model.dates import PartialDate
from sphinxext.profile.model.names import PersonName
from sphinxext.profile.model.publication import TYPES, Contributor, Publication
from sphinxext.profile.model.record import Link
from sphinxext.profile.model.richtext import Block, Span, from_plain
from sphinxext.profile.sources import bibtex
from sphinxext.profile.sources.latex_text import to_plain

DATA = Path(__file__).parents[1] / "sources" / "data"
FILES = [DATA / name for name in ("folio.bib", "biblatex.bib", "exports.bib", "faults.bib")]
WORKS = [work for path in FILES for work, _ in bibtex.read(path).entries]

#: What BibTeX has no field for, and what is left out on purpose.
LEFT_OUT: dict[str, Any] = {
    "bibtex": "", "links": (), "body": (), "image": None, "tags": (), "people": (), "projects": (),
    "selected": False, "abbr": "", "award": (), "award_name": "", "additional_info": (),
    "annotation": (), "keywords": (), "bibtex_show": None,
}  # fmt: skip


def bare(work: Publication) -> Publication:
    def people(found: tuple[Contributor, ...]) -> tuple[Contributor, ...]:
        return tuple(Contributor(replace(person.name, orcid="")) for person in found)

    return replace(work, **LEFT_OUT, authors=people(work.authors), editors=people(work.editors))


def read_back(text: str) -> Publication:
    file = bibtex.read(Path("back.bib"), text=text)
    ((work, _),) = file.entries
    assert {issue.problem for issue in file.problems} <= {"missing"}
    return bare(work)


def test_there_are_works() -> None:
    assert len(WORKS) > 25


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.id)
def test_the_authors_source_comes_back(work: Publication) -> None:
    if work.id not in {"typo", "bad-values", "data"}:  # their source is as wrong as it was
        assert read_back(entry(work)) == bare(work)


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.id)
def test_a_made_entry_comes_back(work: Publication) -> None:
    assert read_back(made_entry(work)) == bare(work)


TEXT = st.text(
    st.one_of(
        st.sampled_from("{}\\$&%#_~^<>-`'\" :;,.()[]@=+éß–“”"),
        st.characters(exclude_categories=["C", "Z"]),
    ),
    max_size=20,
).map(lambda text: re.sub(r"\s+", " ", text).strip())
WORD = st.from_regex(r"[A-ZÉÖ][a-zéö'-]{1,8}", fullmatch=True)
FAMILY = st.one_of(
    WORD, st.builds("{} {}".format, WORD, WORD), st.just("de la Cruz"), st.just("김")
)
GIVEN = st.one_of(st.just(""), WORD, st.builds("{} {}.".format, WORD, st.sampled_from("ABZ")))
NAME = st.one_of(
    st.builds(
        PersonName,
        FAMILY,
        GIVEN.filter(bool),
        st.sampled_from(["", "van", "von der"]),
        suffix=st.sampled_from(["", "Jr.", "III"]),
    ),
    TEXT.filter(lambda text: any(map(str.isalnum, text))).map(
        lambda text: PersonName(literal=text)
    ),
)


@given(TEXT)
def test_any_text_comes_back_from_latex(text: str) -> None:
    assert to_plain(escape(text)) == text
    assert escape(text).count("{") == escape(text).count("}")


@given(title=TEXT.filter(bool), venue=TEXT, note=TEXT, names=st.lists(NAME, max_size=3))
def test_any_record_comes_back(title: str, venue: str, note: str, names: list[PersonName]) -> None:
    work = Publication(
        id="key",
        name=title,
        type="paper-conference",
        authors=tuple(map(Contributor, names)),
        container_title=venue,
        publisher=note,
        issued=PartialDate(2020, 5, 3),
    )
    back = read_back(made_entry(work))
    assert (back.name, back.container_title, back.publisher) == (title, venue, note)
    assert back.authors == work.authors


def test_rich_titles_come_back() -> None:
    spans = (
        Span("A {B} & "),
        Span("C", ("nocase",)),
        Span(" of "),
        Span("x_1", ("math",)),
        Span(" and "),
        Span("d", ("emphasis",)),
        Span("2", ("sup",)),
        Span(" in "),
        Span("e", (), "https://example.org/a_b%20c"),
    )
    work = Publication(
        id="key", name="A {B} & C of x₁ and d2 in e", title_rich=(Block("paragraph", spans),)
    )
    assert read_back(made_entry(work)) == work


def test_a_file_holds_one_entry_for_each_work() -> None:
    sound = [work for work in WORKS if work.id not in {"typo", "bad-values", "no-title", "empty"}]
    file = bibtex.read(Path("all.bib"), text=to_bibtex(sound))
    assert [work.id for work, _ in file.entries] == [work.id for work in sound]


def test_keys_that_bibtex_can_not_hold_are_mended() -> None:
    assert made_entry(Publication(id="a b,{c}", name="T")).startswith("@misc{a-b-c-,\n")


# -- RIS ---------------------------------------------------------------------------------------

PAPER = Publication(
    id="park2020",
    name="A Title\nER  - ",
    type="article-journal",
    authors=(
        Contributor(PersonName("Park", "Ada", "van", suffix="Jr.")),
        Contributor(PersonName(literal="Nowhere, Inc.")),
    ),
    editors=(Contributor(PersonName("김", "태훈")),),
    issued=PartialDate(2020, 5),
    container_title="Journal",
    volume="9",
    issue="5",
    pages="1–12",
    doi="10.5555/x",
    arxiv="2006.00001",
    keywords=("one", "two"),
    body=from_plain("First.\n\nSecond."),
    links=(Link("PDF", "https://example.org/x.pdf", "pdf"), Link("HTML", "local.html", "html")),
)


def test_ris_has_each_value_on_a_line_of_its_own() -> None:
    assert record(PAPER).split("\r\n") == [
        "TY  - JOUR",
        "ID  - park2020",
        "AU  - van Park, Ada, Jr.",
        "AU  - Nowhere, Inc.,",
        "A2  - 김, 태훈",
        "TI  - A Title ER -",
        "PY  - 2020",
        "DA  - 2020/05//",
        "T2  - Journal",
        "JO  - Journal",
        "VL  - 9",
        "IS  - 5",
        "SP  - 1",
        "EP  - 12",
        "DO  - 10.5555/x",
        "AN  - arXiv:2006.00001",
        "L1  - https://example.org/x.pdf",
        "AB  - First. Second.",
        "KW  - one",
        "KW  - two",
        "ER  - ",
        "",
    ]


@given(st.text(), st.text())
def test_no_text_breaks_ris(title: str, note: str) -> None:
    lines = to_ris([replace(PAPER, name=title, note=note)] * 2).split("\r\n")
    assert sum(line.startswith("TY  - ") for line in lines) == 2
    assert sum(line == "ER  - " for line in lines) == 2
    assert all(line == "" or re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines)
    assert not any(char in "\n\r\x85\u2028" for line in lines for char in line)


# -- CSL-JSON ----------------------------------------------------------------------------------

#: The variables of csl-data.json (CSL 1.0.2) that we write, with the type of each.
STRINGS = {
    "id", "type", "title", "title-short", "container-title", "container-title-short",
    "collection-title", "event-title", "volume", "issue", "page", "number", "chapter-number",
    "edition", "version", "publisher", "publisher-place", "genre", "language", "status", "note",
    "abstract", "keyword", "DOI", "PMID", "ISBN", "ISSN", "URL",
}  # fmt: skip
NAME_PARTS = {
    "family", "given", "non-dropping-particle", "dropping-particle", "suffix", "literal",
}  # fmt: skip


def check(item: dict[str, Any]) -> None:
    """Hold an item against the schema's rules: no field but known ones, each of its type."""
    assert {"id", "type"} <= item.keys()
    assert item["type"] in TYPES
    assert item.keys() <= STRINGS | {"author", "editor", "issued", "accessed"}
    for name, value in item.items():
        if name in STRINGS:
            assert isinstance(value, str)
        elif name in {"author", "editor"}:
            assert all(person.keys() <= NAME_PARTS for person in value)
            assert all(isinstance(text, str) for person in value for text in person.values())
        else:
            assert value.keys() <= {"date-parts", "season"}
            ((*parts,),) = value["date-parts"]
            assert 1 <= len(parts) <= 3
            assert all(isinstance(part, int) for part in parts)


def test_csl_json_holds_to_the_schema() -> None:
    items = json.loads(to_csl_json([*WORKS, PAPER]))
    assert [item["id"] for item in items] == [work.id for work in [*WORKS, PAPER]]
    for item in items:
        check(item)


def test_csl_json_of_a_paper() -> None:
    (item,) = json.loads(to_csl_json([replace(PAPER, name="A Title", arxiv="", links=())]))
    assert item == {
        "id": "park2020",
        "type": "article-journal",
        "title": "A Title",
        "author": [
            {"family": "Park", "given": "Ada", "non-dropping-particle": "van", "suffix": "Jr."},
            {"literal": "Nowhere, Inc."},
        ],
        "editor": [{"family": "김", "given": "태훈"}],
        "issued": {"date-parts": [[2020, 5]]},
        "container-title": "Journal",
        "volume": "9",
        "issue": "5",
        "page": "1-12",
        "abstract": "First.\nSecond.",
        "keyword": "one, two",
        "DOI": "10.5555/x",
    }


def test_csl_json_of_seasons_preprints_and_markup() -> None:
    spans = (Span("CO"), Span("2", ("sub",)), Span(" "), Span("BERT", ("nocase",)))
    work = Publication(
        id="x",
        name="CO2 BERT",
        type="article",
        status="preprint",
        title_rich=(Block("paragraph", spans),),
        issued=PartialDate(2020, season="spring"),
        arxiv="2006.00001",
        language="ngerman",
        links=(Link("arXiv", "https://arxiv.org/abs/2006.00001", "arxiv"),),
    )
    (item,) = json.loads(to_csl_json([work]))
    assert item["title"] == 'CO<sub>2</sub> <span class="nocase">BERT</span>'
    assert item["issued"] == {"date-parts": [[2020]], "season": 1}
    assert (item["number"], item["publisher"], item["language"]) == (
        "arXiv:2006.00001",
        "arXiv",
        "de",
    )
    assert item["URL"] == "https://arxiv.org/abs/2006.00001"
