"""Files of reference managers and files with faults, rebuilt: what is read and what is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinxext.profile.model.dates import PartialDate
from sphinxext.profile.model.publication import Publication
from sphinxext.profile.model.richtext import Span, plain
from sphinxext.profile.sources import bibtex, bibtex_file
from sphinxext.profile.sources.bibtex_file import BibFile

DATA = Path(__file__).parent / "data"


def works(file: BibFile) -> dict[str, Publication]:
    return {work.id: work for work, _ in file.entries}


def told(file: BibFile) -> list[tuple[int, str]]:
    return [(issue.line, issue.problem) for issue in file.problems]


class TestExports:
    """What reference managers and search engines write: no fault, a lot of clutter."""

    FILE = bibtex.read(DATA / "exports.bib")
    WORKS = works(FILE)

    def test_a_mark_carriage_returns_and_notes_are_no_faults(self) -> None:
        assert (DATA / "exports.bib").read_bytes().startswith(b"\xef\xbb\xbfThis")
        assert b"\r\n" in (DATA / "exports.bib").read_bytes()
        assert self.FILE.problems == ()
        assert [line for _, line in self.FILE.entries] == [4, 21, 39, 47, 63, 73]

    def test_names(self) -> None:
        names = {key: [a.name.display for a in work.authors] for key, work in self.WORKS.items()}
        assert names["Garcia2018"] == [
            "José García",
            "Hans J. Müller-Lüdenscheidt",
            "Åse Østby",
            "Karel Čapek",
        ]
        assert names["DBLP:conf/mirage/LeeP19"] == ["Bo Lee", "Ada Park", "Otto Quist"]
        assert names["2015Inv...123..456Q"] == [
            "O. Quist",
            "P. van der Meer",
            "Invention Collaboration",
        ]
        assert self.WORKS["corr2020"].et_al

    def test_titles_with_html_and_mathematics(self) -> None:
        assert self.WORKS["Garcia2018"].name == "The Effect of $n$ on CO2 in Homo fictus & Others"
        assert Span("2", ("nocase", "sub")) in self.WORKS["Garcia2018"].title_rich[0].spans
        measured = self.WORKS["2015Inv...123..456Q"]
        assert measured.name == "A measurement of Ω_m at z ∼ 1"
        assert Span("\\Omega_m", ("nocase", "math")) in measured.title_rich[0].spans

    def test_addresses_are_verbatim_and_told_once(self) -> None:
        assert self.WORKS["Garcia2018"].url == (
            "http://linkinghub.example.org/retrieve/pii/S0_1?a=1&b=%7B2%7D"
        )
        assert self.WORKS["park_web_nodate"].url == "http://example.org/~ada/100%25/"
        assert self.WORKS["quist1999"].url == "https://www.example.org/thesis"
        assert [link.rel for link in self.WORKS["DBLP:conf/mirage/LeeP19"].links] == ["doi"]

    def test_preprints_are_told_by_their_journal(self) -> None:
        work = self.WORKS["corr2020"]
        assert (work.type, work.status, work.arxiv) == ("article", "preprint", "2006.00003")

    def test_an_unknown_journal_macro_keeps_its_name(self) -> None:
        assert self.WORKS["2015Inv...123..456Q"].venue == "invj"

    def test_dates(self) -> None:
        assert self.WORKS["quist1999"].issued == PartialDate(1999, 6, 12)
        assert self.WORKS["2015Inv...123..456Q"].issued == PartialDate(2015, 3)
        assert self.WORKS["park_web_nodate"].issued is None
        assert self.WORKS["park_web_nodate"].accessed == PartialDate(2020, 5, 6)

    def test_clutter_is_not_copied(self) -> None:
        assert "file = " not in self.WORKS["Garcia2018"].bibtex
        assert "timestamp" not in self.WORKS["DBLP:conf/mirage/LeeP19"].bibtex


class TestFaults:
    """Each fault costs as little as can be, and is named with its line."""

    FILE = bibtex.read(DATA / "faults.bib")
    WORKS = works(FILE)

    def test_no_entry_is_lost(self) -> None:
        assert [(work.id, work.name, line) for work, line in self.FILE.entries] == [
            ("missing-comma", "One", 1),
            ("open-brace", "Two never closed", 7),
            ("open-quote", "Three is open", 13),
            ("extra-brace", "Four", 19),
            ("fine", "Five", 26),
            ("bad-values", "Six", 30),
            ("same-doi", "Seven", 43),
            ("same-doi-2", "Eight", 44),
            ("no-title", "no-title", 45),
            ("empty", "empty", 47),
            ("unfinished", "Nine", 48),
        ]

    def test_the_fields_behind_a_fault_are_read(self) -> None:
        for key, year in (
            ("missing-comma", 2001),
            ("open-brace", 2002),
            ("open-quote", 2003),
            ("extra-brace", 2004),
        ):
            assert self.WORKS[key].year == year
        assert plain(self.WORKS["unfinished"].body) == "and then the disk was full"

    def test_bad_values_cost_themselves_alone(self) -> None:
        work = self.WORKS["bad-values"]
        assert (work.doi, work.url, work.arxiv, work.isbn, work.links) == ("", "", "", "", ())
        assert [a.name.display for a in work.authors] == ["Park, Ada, Lee, Bo, Quist, Otto"]

    def test_what_is_told(self) -> None:
        assert told(self.FILE) == [
            (4, "bibtex"),
            (7, "bibtex"),
            (17, "bibtex"),
            (20, "bibtex"),
            (28, "bibtex"),
            *[(30, problem) for problem in ("bibtex", "date", "identifier", "identifier")],
            (30, "identifier"),
            (30, "url"),
            (30, "url"),
            (42, "duplicate"),
            (44, "duplicate"),
            (45, "missing"),
            (46, "bibtex"),
            (47, "missing"),
            (48, "bibtex"),
        ]
        text = "\n".join(issue.message for issue in self.FILE.problems)
        assert "a comma between two fields or the closing brace is missing" in text
        assert "'fine' is there twice; the one in line 26 counts" in text
        assert "'same-doi-2' has the DOI 10.5555/one of 'same-doi' (line 43)" in text
        assert "year = 'twenty' holds no year" in text


def test_a_file_in_another_encoding_is_read_and_named(tmp_path: Path) -> None:
    path = tmp_path / "latin.bib"
    path.write_bytes("% café\n@misc{a, title = {Übung}}".encode("latin-1"))
    file = bibtex.read(path)
    assert file.entries[0][0].name == "Übung"
    assert told(file) == [(1, "bibtex")]
    assert "0xE9" in file.problems[0].message


def test_utf_16_is_read(tmp_path: Path) -> None:
    path = tmp_path / "wide.bib"
    path.write_bytes("@misc{a, title = {넓은}}".encode("utf-16"))
    assert bibtex.read(path).entries[0][0].name == "넓은"


def test_duplicates_of_two_files_name_both_places() -> None:
    one = bibtex.read(Path("one.bib"), text="@misc{a, title={A}, doi={10.5555/1}}")
    two = bibtex.read(
        Path("two.bib"), text="\n@misc{a, title={B}}\n@misc{b, title={C}, doi={10.5555/1}}"
    )
    assert [
        (name, issue.line, issue.problem, issue.message)
        for name, issue in bibtex_file.duplicates([("one.bib", one), ("two.bib", two)])
    ] == [
        ("two.bib", 2, "duplicate", "entry 'a' is there twice; the one of one.bib:1 counts"),
        ("two.bib", 3, "duplicate", "entry 'b' has the DOI 10.5555/1 of 'a' (one.bib:1)"),
    ]


def _copied(fields: str) -> str:
    ((work, _),) = bibtex.read(Path("x.bib"), text=f"@article{{k, {fields}}}").entries
    return work.bibtex


@pytest.mark.parametrize(
    ("typed", "copied"),
    [
        ("Doe*†, A. and Roe∗, B.*", "Doe, A. and Roe, B."),
        ("*Doe, Ann and †Roe, Bo, Jr.‡", "Doe, Ann and Roe, Bo, Jr."),
        ("{The * Makers} and Wei{\\ss}*, J.", "{The * Makers} and Wei{\\ss}, J."),
        ("A. O'Doe and C# Makers", "A. O'Doe and C# Makers"),
    ],
)
def test_signs_on_names_are_not_copied(typed: str, copied: str) -> None:
    assert f"author = {{{copied}}}" in _copied(f"title = {{T}}, author = {{{typed}}}")


@pytest.mark.parametrize(
    ("url", "labels"),
    [
        ("http://link.example.org/doi/10.5555/ABC(1)2", ["DOI"]),
        ("https://publisher.example/10.5555%2Fabc(1)2", ["DOI"]),
        ("https://publisher.example/other", ["DOI", "Link"]),
    ],
)
def test_an_address_that_is_the_doi_has_no_button_of_its_own(url: str, labels: list[str]) -> None:
    text = f"@article{{k, title = {{T}}, doi = {{10.5555/abc(1)2}}, url = {{{url}}}}}"
    ((work, _),) = bibtex.read(Path("x.bib"), text=text).entries
    assert [link.label for link in work.links] == labels


WILD = """---
---
% A hand-written file: front matter, shouted fields, old exports, odd spots between entries.
@ARTICLE {MR0000001,
    AUTHOR = {Doe, Jane and Roe, Ra{\\'u}l},
     TITLE = {On {$p$}-adic {D}oodles, {II}},
   JOURNAL = {Ann. of Inv. (2)},
  FJOURNAL = {Annals of Inventions. Second Series},
    VOLUME = {7}, YEAR = {1999}, NUMBER = {1--2}, PAGES = {1--1},
   MRCLASS = {00A00 (00A99)}, MRNUMBER = {MR0000001 (2001a:00001)},
}
words between two entries, as they are in old files
@inproceedings{doe-roe-2020-doodles,
    title = "[A+] Doodles \\& {D}iagrams: a ``survey\'\'",
    author = "Doe, Jane  and
      Roe, Ra{\\'u}l and {\\relax Ch}en, Bo",
    booktitle = "Proceedings of the 1st Meeting on Doodles",
    month = dec, year = "2020", address = "Online",
    url = "https://example.org/doodles.1", pages = "1275–1284",
}
@set{both, entryset = {MR0000001, doe-roe-2020-doodles}}
@article{Roe2021, author = {Roe, R. and {Doodle Group, The}}, title = {{Sketching in the Dark}},
  doi = {https://doi.org/10.5555/null}, file = {:home/roe/Dark.pdf:pdf}, mendeley-groups = {A/B},
  month = {sep}, year = {2021}, abstract = {}, number = {April}, issn = {12345678}}
"""


def test_patterns_of_public_files() -> None:
    file = bibtex.read(Path("wild.bib"), text=WILD)
    first, second, third = (work for work, _ in file.entries)
    assert (first.name, first.pages, first.issue) == ("On p-adic Doodles, II", "1", "1–2")
    assert [author.name.display for author in first.authors] == ["Jane Doe", "Raúl Roe"]
    assert second.name == "[A+] Doodles & Diagrams: a “survey”"
    assert [author.name.family for author in second.authors] == ["Doe", "Roe", "Chen"]
    assert (second.pages, second.place, second.issued) == (
        *("1275–1284", "Online"),
        PartialDate(2020, 12),
    )
    assert (third.doi, third.issn, third.issue) == ("10.5555/null", "1234-5678", "April")
    assert third.authors[1].name.literal == "Doodle Group, The"
    assert "file" not in third.bibtex
    assert told(file) == [(21, "bibtex")]
    assert file.problems[0].message.startswith("entry 'both' is a @set of others")


def test_a_comma_that_is_missing_behind_the_key_is_told_and_costs_nothing() -> None:
    text = "@misc{good, title={A}}\n\n@misc{bare\n  title = {B},\n  year = 2020}\n@misc{alone}\n"
    found = bibtex.read(Path("papers.bib"), text=text)
    assert works(found)["bare"].name == "B"
    assert [issue.line for issue in found.problems if "no comma" in issue.message] == [3]


def test_a_macro_that_is_cut_is_told() -> None:
    lines = ['@string{a0 = "0123456789"}']
    lines += [f"@string{{a{n} = {' # '.join([f'a{n - 1}'] * 10)}}}" for n in range(1, 6)]
    found = bibtex.read(Path("papers.bib"), text="\n".join(lines))
    assert told(found) == [(6, "bibtex")]
    assert "'a5' is cut behind its first 100000 characters" in found.problems[0].message


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("pages", "1" + "~" * 200_000 + "2"),
        ("keywords", "a" + "~" * 200_000 + "b"),
        ("author+an", "1" * 200_000),
        ("author+orcid", "a" + " " * 200_000 + "b"),
    ],
)
def test_an_endless_run_of_one_sign_is_no_trouble(tmp_path: Path, field: str, value: str) -> None:
    """Looked at again from each of its signs, it would take hours."""
    path = tmp_path / "endless.bib"
    path.write_text(f"@article{{a, title={{T}}, author={{A B}}, {field}={{{value}}}}}", "utf-8")
    assert len(bibtex.read(path).entries) == 1
