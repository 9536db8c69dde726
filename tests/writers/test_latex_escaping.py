"""LaTeX with any text: what a reader of LaTeX gets out is what was put in, and no other command.

Sphinx escapes words; what is ours is that every word reaches its writer as a word, and the labels.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from docutils import nodes
from docutils.utils import new_document
from hypothesis import given
from hypothesis import strategies as st
from sphinx.builders.latex import LaTeXBuilder
from sphinx.util import texescape

from sphinxext.profile import nodes as own
from sphinxext.profile.domain.store import anchor
from sphinxext.profile.sources.text import clean
from tests.exporters.test_escaping import TEXTS
from tests.support import Lab

#: What Sphinx writes -> the sign it stands for; signs that share what is written are left out.
_TABLE = [*texescape.tex_replacements, *texescape.ascii_tex_replacements]
_SIGNS = {written: sign for sign, written in _TABLE if len(written) > 1 and sign not in "⎽\ufeff"}
_WRITTEN = re.compile("|".join(map(re.escape, sorted(_SIGNS, key=len, reverse=True))))
_SHARED = "⎽ℯⅈ\ufeff" + "".join(sign for sign, _ in texescape.unicode_tex_replacements)
_OTHERS = dict.fromkeys(map(ord, _SHARED))

Write = Callable[[nodes.Element], str]


@pytest.fixture(scope="module")
def write(shared_lab: Callable[..., Lab]) -> Write:
    """Give a function that writes one node as LaTeX."""
    app = shared_lab({"index.md": "# Lab\n"}).build("latex").app
    assert app is not None
    builder = app.builder
    assert isinstance(builder, LaTeXBuilder)
    settings = app.env.get_doctree("index").settings
    for name in ("author", "title", "contentsname", "docname", "docclass"):
        setattr(settings, name, "manual" if name == "docclass" else "")

    def written(node: nodes.Element) -> str:
        document = new_document("index", settings)
        document += node
        translator = builder.create_translator(document, builder, builder.themes.get("manual"))
        translator.curfilestack.append("index")
        node.walkabout(translator)
        return "".join(translator.body)

    return written


def person(words: str) -> nodes.Element:
    """Show words as a name, as a heading and in a list's item, in a record's block."""
    name = own.profile_name("", words)
    item = own.profile_item("", nodes.paragraph("", "", nodes.Text("<"), name, nodes.Text(">")))
    item["ids"] = [anchor("event", words)]
    block = own.profile_person("", own.profile_list("", item))
    block["ids"] = [anchor("person", words)]
    return block


@given(TEXTS.map(clean).map(lambda text: text.translate(_OTHERS)))
def test_any_words_come_back(write: Write, text: str) -> None:
    latex = write(person(text))
    shown = latex.partition(r"\textless{}")[2].rpartition(r"\textgreater{}")[0]
    assert _WRITTEN.sub(lambda match: _SIGNS[match[0]], shown) == text
    # What is left of the words when all that Sphinx writes for signs is taken out means nothing.
    assert not re.search(r"[\\{}$%&#^~]", _WRITTEN.sub("", shown))


@given(TEXTS | st.text("\\{}%#&$^~_", max_size=8))
def test_any_id_makes_a_label(write: Write, text: str) -> None:
    latex = write(person(text))
    labels = re.findall(r"\\label\{\\detokenize\{([^{}]*)\}\}", latex)
    assert len(labels) == latex.count(r"\label") == 2
    assert not [label for label in labels if re.search(r"[\\%#&$^~\s]", label)]
