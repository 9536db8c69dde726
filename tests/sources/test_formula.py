"""Formulas of data files: mathematics is set, and nothing reaches TeX or MathJax that acts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.profile.model.richtext import Block, Span
from sphinxext.profile.sources.formula import fault, harmless

MATHEMATICS = [
    r"x^2 + \alpha_{ij} \cdot \hat{y}",
    r"\mathcal{O}(n \log n)",
    r"\frac{1}{2}\sum_{i=1}^{n} \left\lVert x_i \right\rVert_2^2",
    r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}",
    r"\operatorname*{arg\,max}_{\theta \in \Theta} \mathbb{E}[\ell(\theta)]",
    r"\text{if } x \neq 0 \textrightarrow 50\,\textmu\mathrm{m} \pm 5\%",
    r"\{a\} \_ \# \& \$",
]


@pytest.mark.parametrize("tex", MATHEMATICS)
def test_mathematics_is_set(tex: str) -> None:
    assert fault(tex) == ""


@pytest.mark.parametrize(
    ("tex", "why"),
    [
        (r"\input{/etc/passwd}", r"\input"),
        (r"\text{\write18{rm}}", r"\write"),
        (r"\href{javascript:hurt()}{x}", r"\href"),
        (r"\style{position:fixed}{x}", r"\style"),
        (r"\csname input\endcsname", r"\csname"),
        (r"\def\a{\a}\a", r"\def"),
        ("^^5cinput{x}", "'^^'"),
        ("a % b", "'%'"),
        ("#1", "'#'"),
        (r"a \) b", r"\\)"),
        ("a } b", "not balanced"),
        ("{a", "not balanced"),
        (r"\begin{filecontents}", "no known part"),
        (r"\begin document", "no known part"),
        (r"\end{equation}", "ends nothing"),
        (r"\begin{cases}", "not balanced"),
    ],
)
def test_what_acts_is_refused(tex: str, why: str) -> None:
    assert why in fault(tex)


def test_a_refused_formula_stands_there_as_code() -> None:
    told: list[str] = []
    text = (
        Block("paragraph", (Span("a "), Span(r"\input{x}", ("strong", "math")), Span("b"))),
        Block("paragraph", (Span("x^2", ("math",)),)),
        Block("math", (Span(r"\input{y}"),)),
        Block("math", (Span("y^2"),)),
    )
    assert harmless(text, told.append) == (
        Block("paragraph", (Span("a "), Span(r"\input{x}", ("strong", "code")), Span("b"))),
        text[1],
        Block("code", (Span(r"\input{y}"),)),
        text[3],
    )
    assert len(told) == 2


@given(st.text(st.sampled_from("\\{}^%#()[]abeginput 5c\n"), max_size=60))
def test_no_command_slips_through(tex: str) -> None:
    if fault(tex) == "":
        names = set(re.findall(r"\\([A-Za-z]+)", tex.replace("\\\\", "")))
        assert not names & {"input", "in\\put", "csname"}
        assert "^^" not in tex
        assert (
            tex.replace("\\{", "").replace("\\}", "").count("{")
            == tex.replace("\\{", "").replace("\\}", "").count("}")
            or "\\\\" in tex
        )
