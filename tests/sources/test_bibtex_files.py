"""Files as they are met in the wild, rebuilt: each entry is read, each fault has its line."""

from __future__ import annotations

from pathlib import Path

from sphinxext.profile.model.dates import PartialDate
from sphinxext.profile.model.publication import Publication
from sphinxext.profile.model.richtext import Span, plain, to_markdown
from sphinxext.profile.sources import bibtex
from sphinxext.profile.sources.bibtex_file import BibFile

DATA = Path(__file__).parent / "data"


def works(file: BibFile) -> dict[str, Publication]:
    return {work.id: work for work, _ in file.entries}


def told(file: BibFile) -> list[tuple[int, str]]:
    return [(issue.line, issue.problem) for issue in file.problems]


class TestFolio:
    """A papers.bib with front matter, comments and the custom fields of al-folio."""

    FILE = bibtex.read(DATA / "folio.bib")
    WORKS = works(FILE)

    def test_every_entry_is_read_with_its_line(self) -> None:
        assert [(work.id, line) for work, line in self.FILE.entries] == [
            ("1234567", 8),
            ("han2026speech", 26),
            ("mdpi2021", 60),
            ("pre2024", 73),
            ("rev2025", 80),
            ("press2025", 87),
        ]
        assert told(self.FILE) == [(26, "bibtex"), (26, "url")]

    def test_links_of_every_field_in_their_order(self) -> None:
        links = self.WORKS["han2026speech"].links
        assert [link.rel for link in links] == (
            [
                "html",
                "pdf",
                "hal",
                "code",
                "dataset",
                "model",
                "website",
                "video",
                "slides",
                "supp",
                "blog",
            ]
        )
        work = self.WORKS["han2026speech"]
        assert work.link("html") == "https://example.org/papers/7"
        assert work.link("pdf") == "han%202026.pdf"
        assert work.link("hal") == "https://hal.science/hal-01234567"
        assert work.link("video").endswith("?v=a_b-c&t=1")
        assert work.link("poster") == ""

    def test_badges_pictures_and_lists(self) -> None:
        work = self.WORKS["han2026speech"]
        assert (work.abbr, work.award_name) == ("FICTA", "Best Paper")
        assert work.image is not None
        assert work.image.uri == "brownian.gif"
        assert work.people == ("yo-seob-han", "gun-lee")
        assert work.projects == ("faces",)
        assert work.tags == ("speech", "faces")
        assert self.WORKS["1234567"].selected
        assert not work.selected
        assert [
            self.WORKS[key].bibtex_show for key in ("han2026speech", "mdpi2021", "pre2024")
        ] == [
            True,
            False,
            None,
        ]

    def test_free_fields_keep_their_simple_markup(self) -> None:
        work = self.WORKS["han2026speech"]
        assert to_markdown(work.award) == "Given for the **best** idea of the year"
        assert to_markdown(work.additional_info) == (
            ". More is [in this post](https://example.org/post/) and *elsewhere*"
        )
        assert plain(work.annotation) == "* Equal contribution\n+ Corresponding author"
        assert plain(self.WORKS["1234567"].body) == (
            "First we measure. Then we don’t.\nA second paragraph with 40% more & better words."
        )

    def test_signs_on_names_are_marks(self) -> None:
        first = self.WORKS["1234567"].authors
        assert [(a.name.display, a.marks) for a in first] == [
            ("Ida Pang", ("equal",)),
            ("Otto Quist", ()),
            ("Ugo Rossi", ("equal",)),
        ]
        second = self.WORKS["han2026speech"].authors
        assert [a.marks for a in second] == [("equal",), ("equal",), ("corresponding",), ("^",)]
        assert [a.name.family for a in second] == ["Lee", "Oh", "Han", "Yan"]
        assert second[2].name.orcid == "0000-0002-1825-0097"
        assert second[2].is_corresponding
        assert second[0].is_equal

    def test_case_that_braces_protect_is_marked(self) -> None:
        work = self.WORKS["han2026speech"]
        assert work.name == "Watch Your Speech: 3D Faces from BERT"
        assert Span("BERT", ("nocase",)) in work.title_rich[0].spans
        assert self.WORKS["mdpi2021"].title_rich == ()

    def test_where_a_work_stands(self) -> None:
        assert {key: (work.status, work.type) for key, work in self.WORKS.items()} == {
            "1234567": ("published", "article-journal"),
            "han2026speech": ("published", "paper-conference"),
            "mdpi2021": ("published", "article-journal"),
            "pre2024": ("preprint", "article"),
            "rev2025": ("under-review", "manuscript"),
            "press2025": ("in-press", "article-journal"),
        }
        assert self.WORKS["pre2024"].arxiv == "2402.00002"

    def test_numbers_and_identifiers(self) -> None:
        work = self.WORKS["mdpi2021"]
        assert (work.volume, work.issue, work.article_number) == ("21", "4", "1136")
        assert (work.pmid, work.arxiv) == ("33561972", "2101.00001")
        first = self.WORKS["1234567"]
        assert (first.doi, first.issn) == ("10.5555/il.2021.1234567", "1234-567X")
        assert first.issued == PartialDate(2021, 5)
        assert (first.volume, first.keywords) == ("", ())

    def test_the_source_to_copy_has_no_custom_fields(self) -> None:
        assert self.WORKS["mdpi2021"].bibtex == (
            "@article{mdpi2021,\n"
            "  author = {Wu, Benno and Qi, Yang},\n"
            "  title = {Wideband Things},\n"
            "  journal = {Sensoria},\n"
            "  volume = {21},\n"
            "  year = {2021},\n"
            "  number = {4},\n"
            "  article-number = {1136},\n"
            "  pubmedid = {33561972},\n"
            "  eprint = {2101.00001},\n"
            "  archiveprefix = {arXiv},\n"
            "}"
        )
        assert "month = may," in self.WORKS["1234567"].bibtex


class TestMacros:
    """Macros of one file that another uses, and cross-references to later entries."""

    MACROS, FILE = bibtex.read_all([DATA / "macros.bib", DATA / "macros_used.bib"])
    WORKS = works(FILE)

    def test_macros_reach_the_next_file(self) -> None:
        assert self.MACROS.entries == ()
        work = self.WORKS["ParLee2000"]
        assert [a.name.display for a in work.authors] == ["Ada Park", "Bo van der Lee"]
        assert work.authors[1].name.family == "van der Lee"
        assert work.venue == "Annals of Inventions"
        assert work.name == "A Title on Two Lines"
        assert work.keywords == ("one", "two", "three")

    def test_fields_come_from_the_parent(self) -> None:
        chapter = self.WORKS["Par2001"]
        assert chapter.venue == "The Book"
        assert [e.name.family for e in chapter.editors] == ["Quist", "Rossi"]
        assert (chapter.publisher, chapter.year, chapter.series) == (
            "Nowhere Press",
            2001,
            "Inventions",
        )
        assert chapter.doi == ""
        talk = self.WORKS["Lee2002"]
        assert talk.venue == "Proceedings of the Second International Conference on Inventions"
        assert "crossref" not in talk.bibtex
        assert "booktitle = {Proceedings of the Second" in talk.bibtex

    def test_a_lost_parent_costs_nothing_else(self) -> None:
        assert told(self.FILE) == [(28, "bibtex")]
        assert "'proc2003' is no entry; did you mean 'proc2002'" in self.FILE.problems[0].message
        assert self.WORKS["Lost2003"].year == 2003

    def test_an_unknown_macro_is_named_once(self) -> None:
        alone = bibtex.read(DATA / "macros_used.bib")
        named = [issue for issue in alone.problems if "no @string" in issue.message]
        assert [(issue.line, issue.message.split("'")[3]) for issue in named] == [
            (4, "ada"),
            (4, "bo"),
            (7, "AI"),
            (38, "nowhere"),
            (49, "conf"),
        ]


class TestBiblatex:
    """Dates, types, annotations and data that entries share, as in BibLaTeX."""

    FILE = bibtex.read(DATA / "biblatex.bib")
    WORKS = works(FILE)

    def test_types_and_genres(self) -> None:
        assert {key: (work.type, work.genre) for key, work in self.WORKS.items()} == {
            "park:thesis": ("thesis", "Master’s thesis"),
            "lee:article": ("article-journal", ""),
            "quist:part": ("chapter", ""),
            "quist:whole": ("book", ""),
            "tool": ("software", ""),
            "data": ("dataset", ""),
            "patent": ("patent", "U.S. patent"),
            "report": ("report", "Technical report"),
            "page": ("webpage", ""),
            "typo": ("document", ""),
            "loop1": ("document", ""),
            "loop2": ("document", ""),
        }

    def test_dates_keep_what_they_state(self) -> None:
        dates = {key: work.issued for key, work in self.WORKS.items()}
        assert dates["park:thesis"] == PartialDate(2019, 6, 30)
        assert dates["lee:article"] == PartialDate(2014, 3)
        assert dates["quist:whole"] == PartialDate(1999)
        assert dates["data"] == PartialDate(2022)
        assert self.WORKS["park:thesis"].accessed == PartialDate(2020, 1, 2)

    def test_annotations_of_names(self) -> None:
        authors = self.WORKS["lee:article"].authors
        assert [a.marks for a in authors] == [("equal",), ("equal", "corresponding"), ()]
        assert authors[1].name.orcid == "0000-0002-1825-0097"
        thesis = self.WORKS["park:thesis"].authors[0]
        assert thesis.marks == ("corresponding",)
        assert (thesis.name.family, thesis.name.particle) == ("Park", "van der")

    def test_titles_and_venues(self) -> None:
        article = self.WORKS["lee:article"]
        assert article.container_title == "Zeitschrift: Neue Folge"
        assert (article.issue, article.article_number) == ("Spring", "e42")
        assert (article.arxiv, article.arxiv_class) == ("math/0309136", "math.GT")
        assert article.status == "in-press"
        part = self.WORKS["quist:part"]
        assert part.container_title == "The Whole: And Its Parts"
        assert [a.name.display for a in part.authors] == ["Otto Quist"]
        assert (part.publisher, part.place) == ("Nowhere Press", "Somewhere")
        assert self.WORKS["report"].number == "TR-1"

    def test_what_is_told(self) -> None:
        assert told(self.FILE) == [
            (16, "bibtex"),
            (51, "date"),
            (55, "bibtex"),
            (56, "bibtex"),
            (57, "bibtex"),
        ]
        assert "did you mean 'article'?" in self.FILE.problems[2].message
        assert "leads back to itself" in self.FILE.problems[3].message
