"""LaTeX becomes words and marks; what is no LaTeX stays as it is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.profile.model.richtext import Span, plain
from sphinxext.profile.sources.field_text import verbatim
from sphinxext.profile.sources.inline_markup import read_inline
from sphinxext.profile.sources.latex_math import math_to_text
from sphinxext.profile.sources.latex_text import to_plain, to_rich, to_spans


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        ("nothing at all", "nothing at all"),
        ("a\n   b\tc", "a b c"),
        (r"caf\'e caf\'{e} caf{\'e} caf{\'{e}}", "café café café café"),
        (r"\'{\i}\'\i{\i}", "ííı"),
        (r"\v{S}koda \c{c} \k{a} \H{o} \u{g} \r{u} \d{s} \b{k} \.z \=a \~n \^o \`e",
         "Škoda ç ą ő ğ ů ṣ ḵ ż ā ñ ô è"),
        (r"\aa ngstr\"om \AA{} \o\O \l \ss{} {\ae}", "ångström Å øØłß æ"),
        (r"\& \% \$ \# \_ \{ \}", "& % $ # _ { }"),
        (r"a--b a---b ``q'' 'x' a~b", "a–b a—b “q” 'x' a\u00a0b"),
        (r"\emph{a} {\em b} {\bf c} \textsc{d} \unknown{e} \relax f", "a b c d e f"),
        (r"\textcolor{red}{hot} \noop{z}2006 {\noop{2002b}}2002", "hot 2006 2002"),
        (r"\url{http://example.org/a_b~c%20} \href{http://example.org/}{here}",
         "http://example.org/a_b~c%20 here"),
        (r"\LaTeX{} and \TeX", "LaTeX and TeX"),
        ("$x^2$ and \\(y_1\\) cost $5", "x² and y₁ cost $5"),
        (r"\ensuremath{\alpha}-helix", "α-helix"),
        ("{{{{One}}}} {Two", "One Two"),
        ("a } b", "a b"),
        (r"\apj", "Astrophysical Journal"),
        (r"\nosuchjournal", "nosuchjournal"),
        (r"\'", ""),
    ],
)  # fmt: skip
def test_plain(latex: str, text: str) -> None:
    assert to_plain(latex) == text


@pytest.mark.parametrize(
    ("latex", "spans"),
    [
        ("plain", (Span("plain"),)),
        ("", ()),
        ("The {BERT} of $n^2$", (
            Span("The "), Span("BERT", ("nocase",)), Span(" of "), Span("n^2", ("math",)))),
        (r"{\'E}va", (Span("Éva"),)),
        (r"\textit{a \textbf{b}} c", (
            Span("a ", ("emphasis",)), Span("b", ("emphasis", "strong")), Span(" c"))),
        (r"\href{https://example.org/?a\_b}{t $x$}", (
            Span("t ", (), "https://example.org/?a_b"),
            Span("x", ("math",), "https://example.org/?a_b"))),
        (r"\href{javascript:x}{t}", (Span("t"),)),
        ("H<sub>2</sub>O &amp; <i>x</i> < y", (
            Span("H"), Span("2", ("sub",)), Span("O & "), Span("x", ("emphasis",)), Span(" < y"))),
        ("<i>open", (Span("<i>open"),)),
        (r"\emph{a }  b", (Span("a ", ("emphasis",)), Span("b"))),
        ("10\\textsuperscript{th} \\texttt{x}", (
            Span("10"), Span("th", ("sup",)), Span(" "), Span("x", ("code",)))),
    ],
)  # fmt: skip
def test_spans(latex: str, spans: tuple[Span, ...]) -> None:
    assert to_spans(latex) == spans


def test_blank_lines_part_paragraphs() -> None:
    assert plain(to_rich("a\nb\n\n  c \\par d")) == "a b\nc\nd"
    assert to_rich(" \n ") == ()


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        ("O(n^2)", "O(n²)"),
        ("x_{ij}", "xᵢⱼ"),
        (r"\mathcal{L}_1", "L₁"),
        (r"\alpha\beta", "αβ"),
        (r"\sqrt{x}", "x"),
        ("a^{bc}", "a^bc"),
        ("^{1,*}", "¹,*"),
        (r"^\dagger", "†"),
        (r"90^\circ", "90°"),
    ],
)
def test_formulas_as_text(tex: str, text: str) -> None:
    assert math_to_text(tex) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (" https://example.org/a_b ", "https://example.org/a_b"),
        (r"\url{https://example.org/a\_b\%20\&c}", "https://example.org/a_b%20&c"),
        (r"https://example.org/\~{}ada/\textasciitilde{}x", "https://example.org/~ada/~x"),
        ("10.1002/(SICI)1097<1::AID>3.0.CO;2-X", "10.1002/(SICI)1097<1::AID>3.0.CO;2-X"),
        ("{10.5555/a--b}", "10.5555/a--b"),
    ],
)
def test_addresses_are_verbatim(value: str, text: str) -> None:
    assert verbatim(value) == text


def test_free_fields_take_markdown_but_no_bad_link() -> None:
    (block,) = read_inline("* a **b** `c` [d](javascript:e) [f](https://example.org) g*h*i")
    assert block.spans == (
        Span("* a "),
        Span("b", ("strong",)),
        Span(" "),
        Span("c", ("code",)),
        Span(" "),
        Span("[d](javascript:e)"),
        Span(" "),
        Span("f", (), "https://example.org"),
        Span(" g*h*i"),
    )
    assert plain(read_inline("one<br/>two")) == "one\ntwo"


@given(st.text(alphabet=st.characters(exclude_characters="\\{}$~-`'<&", exclude_categories=["C"])))
def test_text_without_latex_only_loses_spaces(text: str) -> None:
    def visible(words: str) -> str:
        return "".join(words.replace("\n", " ").split())

    assert visible(to_plain(text)) == visible(text)


@given(st.text(alphabet="abé\\{}$~-`'\"^_ \n<i>/&;()[]uvHlo", max_size=60))
def test_anything_is_read(text: str) -> None:
    for spans in (to_spans(text), *(block.spans for block in to_rich(text))):
        assert all(span.text for span in spans)
    assert "\n" not in to_plain(text)


@given(st.sampled_from("`'^~=.\"uvHcdbrk"), st.sampled_from("aeiouAEIOUnscz"))
def test_accents_compose(accent: str, letter: str) -> None:
    forms = {to_plain(f"\\{accent}{{{letter}}}"), to_plain(f"{{\\{accent} {letter}}}")}
    (composed,) = forms
    assert unicodedata.normalize("NFD", composed).startswith(letter)
    assert composed != letter


@pytest.mark.parametrize(
    "piece",
    ["{a}", "\\'e", "$", "{", "}", "\\", "$a", "\\(", "\\[", "\\emph", "\\url{", "-", "<i>", "a ",
     "\n", "~", "\\href{"],
)  # fmt: skip
def test_a_field_of_a_megabyte_is_no_trouble(piece: str) -> None:
    """Each of these took minutes once, or might, where the end is looked for again and again."""
    value = piece * (1_000_000 // len(piece))
    to_plain(value)
    to_rich(value)
