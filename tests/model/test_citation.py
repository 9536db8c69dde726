"""References and short forms, as the default style writes them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sphinxext.profile.model.citation import (
    author_list,
    enumerated,
    parenthetical,
    reference,
    short_authors,
    textual,
    year_letters,
)
from sphinxext.profile.model.citation_words import Words
from sphinxext.profile.model.dates import PartialDate
from sphinxext.profile.model.names import PersonName
from sphinxext.profile.model.publication import Contributor, Publication
from sphinxext.profile.model.richtext import Block, Span, to_markdown

ADA, BO, IDA = (
    Contributor(name)
    for name in (
        PersonName("Park", "Ada"),
        PersonName("Lee", "Bo", "van der"),
        PersonName("Ito", "Ida"),
    )
)
PAPER = Publication(
    id="a",
    name="A Title",
    type="article-journal",
    authors=(ADA, BO, IDA),
    issued=PartialDate(2020, 5),
    container_title="Journal",
    volume="9",
    issue="5",
    pages="1–12",
)


@pytest.mark.parametrize(
    ("work", "text"),
    [
        (PAPER, "Ada Park, Bo van der Lee, and Ida Ito. A Title. *Journal* 9(5), 1–12, 2020."),
        (replace(PAPER, pages="", article_number="e7"),
         "Ada Park, Bo van der Lee, and Ida Ito. A Title. *Journal* 9(5), article e7, 2020."),
        (replace(PAPER, authors=(ADA,), volume="", issue="", pages="3", status="in-press"),
         "Ada Park. A Title. *Journal*, p. 3, in press, 2020."),
        (Publication(id="b", name="Why?", type="paper-conference", authors=(ADA, BO),
                     container_title="Meeting", series="Notes", volume="3", pages="1–2",
                     issued=PartialDate(2001)),
         "Ada Park and Bo van der Lee. Why? In *Meeting*, Notes 3, pp. 1–2, 2001."),
        (Publication(id="b", name="Part", type="chapter", authors=(ADA,), editors=(BO, IDA),
                     container_title="Whole", publisher="Press", issued=PartialDate(2001)),
         "Ada Park. Part. In Bo van der Lee and Ida Ito (eds.), *Whole*, Press, 2001."),
        (Publication(id="b", name="Whole", type="book", editors=(BO,), edition="2",
                     publisher="Press", issued=PartialDate(2001)),
         "Bo van der Lee (ed.). Whole. Edition 2, Press, 2001."),
        (Publication(id="b", name="T", type="thesis", authors=(ADA,), school="University",
                     genre="PhD thesis", issued=PartialDate(2001)),
         "Ada Park. T. PhD thesis, University, 2001."),
        (Publication(id="b", name="T", type="article", authors=(ADA,), arxiv="2006.00001",
                     arxiv_class="cs.LG", status="preprint", issued=PartialDate(2020)),
         "Ada Park. T. arXiv:2006.00001 [cs.LG], 2020."),
        (Publication(id="b", name="T", type="article", authors=(ADA,), status="preprint"),
         "Ada Park. T. Preprint."),
        (Publication(id="b", name="T", type="manuscript", authors=(ADA,), status="under-review",
                     note="Under review", issued=PartialDate(2025)),
         "Ada Park. T. Under review, 2025."),
        (Publication(id="b", name="T", type="report", genre="Report", number="7",
                     publisher="Institute"),
         "T. Report 7, Institute."),
        (Publication(id="b", name="T", type="software", version="1.2"), "T. Version 1.2."),
        (Publication(id="b", name="T", note="A note"), "T. A note."),
        (Publication(id="b", name="T"), "T."),
    ],
)  # fmt: skip
def test_reference(work: Publication, text: str) -> None:
    assert to_markdown(reference(work)) == text


def test_the_markup_of_the_title_stays() -> None:
    title = (Span("On "), Span("Homo", ("emphasis",)))
    work = replace(PAPER, title_rich=(Block("paragraph", title),))
    spans = reference(work)[0].spans
    assert Span("Homo", ("emphasis",)) in spans


def test_long_lists_are_cut_where_that_is_asked_for() -> None:
    assert author_list(PAPER, most=2) == "Ada Park, Bo van der Lee et al."
    assert author_list(PAPER, most=3) == "Ada Park, Bo van der Lee, and Ida Ito"
    assert author_list(replace(PAPER, et_al=True, authors=(ADA,))) == "Ada Park et al."


KOREAN = Words(comma=", ", two="{0}, {1}", last="{0}, {1}", et_al="{0} 외", within="",
               pages="{0}쪽", textual="{0}({1})", date=lambda date: f"{date.year}년")  # fmt: skip


def test_words_of_another_language() -> None:
    kim = Contributor(PersonName("김", "태훈"))
    work = replace(PAPER, authors=(kim, ADA), container_title="학회지", volume="", issue="")
    assert (
        to_markdown(reference(work, KOREAN))
        == "김태훈, Ada Park. A Title. *학회지*, 1–12쪽, 2020년."
    )
    assert textual(replace(work, authors=(kim, ADA, BO)), KOREAN) == "김태훈 외(2020)"
    assert enumerated(["a", "b", "c"], KOREAN) == "a, b, c"


@pytest.mark.parametrize(
    ("authors", "text"),
    [
        ((ADA,), "Park"),
        ((BO,), "van der Lee"),
        ((ADA, BO), "Park and van der Lee"),
        ((ADA, BO, IDA), "Park et al."),
        ((Contributor(PersonName("김", "태훈")),), "김태훈"),
        ((Contributor(PersonName(literal="Makers")),), "Makers"),
    ],
)
def test_short_forms(authors: tuple[Contributor, ...], text: str) -> None:
    work = replace(PAPER, authors=authors)
    assert short_authors(work) == text
    assert textual(work) == f"{text} (2020)"
    assert parenthetical(work, letter="b") == f"{text}, 2020b"


def test_short_forms_of_works_without_people_or_date() -> None:
    assert textual(Publication(id="x", name="Long Title", short_title="Short")) == "Short (n.d.)"
    assert textual(Publication(id="x", name="T", status="in-press")) == "T (in press)"


def test_letters_tell_works_of_one_year_apart_whatever_their_order() -> None:
    second = replace(PAPER, id="second", name="B")
    first = replace(PAPER, id="first", name="A", issued=PartialDate(2020, 12))
    other = replace(PAPER, id="other", issued=PartialDate(2019))
    expected = {"first": "a", "second": "b"}
    assert year_letters([second, other, first, second]) == expected
    assert year_letters([first, second, other]) == expected
    assert year_letters([first, first, other]) == {}
    many = [replace(PAPER, id=f"{n:02}") for n in range(28)]
    assert list(year_letters(many).values())[25:] == ["z", "aa", "ab"]
