"""Show formulas as MathML: browsers draw it themselves, so that no script has to be loaded."""

from __future__ import annotations

from html import escape
from typing import Any

from docutils import nodes
from docutils.utils.math import MathError
from docutils.utils.math.latex2mathml import tex2mathml
from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_html_math_renderer("mathml", (visit_math, None), (visit_math_block, None))
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def visit_math(translator: Any, node: nodes.math) -> None:
    translator.body.append(mathml(node.astext(), as_block=False))
    raise nodes.SkipNode


def visit_math_block(translator: Any, node: nodes.math_block) -> None:
    translator.body.append(
        translator.starttag(node, "div", "", CLASS="math")
        + mathml(node.astext(), as_block=True)
        + "</div>\n"
    )
    raise nodes.SkipNode


def mathml(tex: str, *, as_block: bool) -> str:
    """Write a formula; what docutils can't read is shown as it was typed."""
    try:
        return str(tex2mathml(tex, as_block=as_block))
    except MathError:
        return f"<code>{escape(tex)}</code>"
