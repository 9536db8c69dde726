r"""Formulas of data files: only what sets mathematics, and nothing that a program obeys.

A formula goes to LaTeX, or to MathJax in a reader's browser, as it was written.  There ``\input``
reads a file, ``\href`` of MathJax runs a script, and ``^^5c`` is a backslash.  So commands come
from a list: the symbols that docutils knows and the commands below.  Formulas of pages are not
asked: a page is its author's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from docutils.utils.math import tex2unichar

from ..model.quoting import shown
from ..model.richtext import Block, RichText, Span
from .latex_math import MATH_SYMBOLS

_SYMBOLS = frozenset(
    name
    for table in (
        *("mathaccent", "mathalpha", "mathbin", "mathclose", "mathfence", "mathop", "mathopen"),
        *("mathord", "mathover", "mathpunct", "mathradical", "mathrel", "mathunder", "space"),
    )
    for name in getattr(tex2unichar, table, {})
)
_COMMANDS = _SYMBOLS | MATH_SYMBOLS.keys() | {
    "frac", "dfrac", "tfrac", "cfrac", "binom", "dbinom", "tbinom", "sqrt", "root", "over",
    "atop", "choose", "left", "right", "middle", "big", "Big", "bigg", "Bigg", "bigl", "bigr",
    "bigm", "Bigl", "Bigr", "Bigm", "biggl", "biggr", "Biggl", "Biggr", "begin", "end", "text",
    "textrm", "textit", "textbf", "textsf", "texttt", "textsc", "textnormal", "textup", "textsl",
    "emph", "mbox", "mathrm", "mathit", "mathbf", "mathsf", "mathtt", "mathcal", "mathbb",
    "mathfrak", "mathscr", "mathnormal", "boldsymbol", "bm", "pmb", "rm", "it", "bf", "sf", "tt",
    "cal", "operatorname", "operatornamewithlimits", "limits", "nolimits", "displaystyle",
    "textstyle", "scriptstyle", "scriptscriptstyle", "overline", "underline", "overset",
    "underset", "stackrel", "overbrace", "underbrace", "overrightarrow", "overleftarrow",
    "widehat", "widetilde", "xrightarrow", "xleftarrow", "substack", "phantom", "hphantom",
    "vphantom", "smash", "mathop", "mathrel", "mathbin", "mathord", "mathopen", "mathclose",
    "mathpunct", "mathinner", "quad", "qquad", "thinspace", "hspace", "cr", "nonumber", "notag",
    "hline", "boxed", "cancel", "not", "pmod", "bmod", "mod", "pod", "arccos", "arcsin", "arctan",
    "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "det", "dim", "exp", "gcd", "hom", "inf",
    "ker", "lg", "lim", "liminf", "limsup", "ln", "log", "max", "min", "Pr", "sec", "sin", "sinh",
    "sup", "tan", "tanh", "injlim", "projlim", "varinjlim", "varprojlim", "varliminf",
    "varlimsup", "colon", "dots", "dotsb", "dotsc", "dotsi", "dotsm", "dotso", "ldots", "cdots",
    "vdots", "ddots", "lvert", "rvert", "lVert", "rVert", "vert", "Vert", "to", "le", "ge", "ne",
    "land", "lor", "lnot", "iff", "implies", "impliedby", "gets", "owns", "ensuremath", "relax",
    "ell", "hbar", "hslash", "AA", "S", "P", "dag", "ddag", "textsuperscript", "textsubscript",
    "lbrack", "rbrack", "backslash", "degree", "textdegree", "textmu", "varnothing", "mathring",
}  # fmt: skip
_ENVIRONMENTS = {
    "matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix", "smallmatrix", "array",
    "cases", "aligned", "alignedat", "gathered", "split", "align", "align*", "gather", "gather*",
    "multline", "multline*", "equation", "equation*",
}  # fmt: skip
_COMMAND = re.compile(r"\\([A-Za-z@]+)|\\(.)|([{}%#])|(\^\^)", re.DOTALL)
_NAMED = re.compile(r"\s*\{([A-Za-z]+\*?)\}")


def fault(tex: str) -> str:
    """Say what a formula may not hold, or return ``""`` for one that only sets mathematics."""
    braces = 0
    opened: list[str] = []
    for match in _COMMAND.finditer(tex):
        name, sign, special, hidden = match.groups()
        if hidden or special in {"%", "#"} or sign in {"(", ")", "[", "]"}:
            return f"{match[0]!r} has no place in it"
        if special:
            braces += 1 if special == "{" else -1
            if braces < 0:
                break
        elif name in {"begin", "end"}:
            found = _NAMED.match(tex, match.end())
            if not found or found[1] not in _ENVIRONMENTS:
                return f"\\{name} names no known part of a formula"
            if name == "begin":
                opened.append(found[1])
            elif not opened or opened.pop() != found[1]:
                return f"\\end{{{found[1]}}} ends nothing"
        elif name and name not in _COMMANDS:
            return f"the command \\{name[:40]} is not read"
    return "its braces are not balanced" if braces or opened else ""


def harmless(text: RichText, refuse: Callable[[str], None]) -> RichText:
    """Return a text whose formulas only set mathematics; others stand there as code.

    ``refuse`` is told of each of those.
    """
    return tuple(_block(block, refuse) for block in text)


def _block(block: Block, refuse: Callable[[str], None]) -> Block:
    if block.kind == "math":
        return replace(block, kind="code") if _refused(block.text, refuse) else block
    if not any("math" in span.marks for span in block.spans):
        return block
    return replace(block, spans=tuple(_span(span, refuse) for span in block.spans))


def _span(span: Span, refuse: Callable[[str], None]) -> Span:
    if "math" not in span.marks or not _refused(span.text, refuse):
        return span
    marks = dict.fromkeys("code" if mark == "math" else mark for mark in span.marks)
    return replace(span, marks=tuple(marks))


def _refused(tex: str, refuse: Callable[[str], None]) -> bool:
    words = fault(tex)
    if words:
        refuse(f"the formula {shown(tex)} is shown as it was typed: {words}")
    return bool(words)
