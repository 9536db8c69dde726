"""Rich text as HTML: every kind of block and mark, and well-formed whatever is in it."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.profile.exporters.html_words import html, paragraph
from sphinxext.profile.model.richtext import Block, RichText, Span
from sphinxext.profile.sources.markdown import read

TEXT = """\
# Head

A **strong**, *soft* `x < 1` $a_1$ [link](https://x.example/?a=1&b="2") and [near](near.html).

> Said.

1. one
   - inner
2. two

   more

```
code & <b>
```

$$
E = mc^2
$$
"""


def nowhere(_ref: tuple[str, str]) -> str:
    return ""


def test_every_block_and_mark() -> None:
    written = html(read(TEXT, lambda _words: None), nowhere)
    soup = BeautifulSoup(written, "html5lib")
    assert soup.select_one("p > strong").get_text() == "Head"
    assert [c.get_text() for c in soup.select("p > code")] == ["x < 1", "a_1", "E = mc^2"]
    assert soup.select_one("em").get_text() == "soft"
    assert [a["href"] for a in soup.select("a")] == ["https://x.example/?a=1&b=%222%22"]
    assert "and near." in soup.get_text()
    assert soup.select_one("blockquote > p").get_text() == "Said."
    assert [li.p.get_text() for li in soup.select("ol > li")] == ["one", "two"]
    assert soup.select_one("ol > li > ul > li").get_text() == "inner"
    assert soup.select_one("pre > code").get_text() == "code & <b>"


def test_what_a_text_refers_to() -> None:
    spans = (Span("Ada", ref=("person", "ada")), Span(" x", ("nocase", "sub")), Span("y", ("sup",)))
    text = (Block("paragraph", spans),)
    linked = html(text, lambda ref: f"https://lab.example/#{ref[1]}")
    assert linked == '<p><a href="https://lab.example/#ada">Ada</a><sub> x</sub><sup>y</sup></p>'
    assert html(text, nowhere) == "<p>Ada<sub> x</sub><sup>y</sup></p>"


def test_plain_words() -> None:
    assert paragraph("a < b") == "<p>a &lt; b</p>"
    assert paragraph("") == ""


SPANS = st.builds(
    Span,
    st.text(),
    st.lists(st.sampled_from(["strong", "emphasis", "code", "math", "sub", "sup"])).map(tuple),
    st.one_of(st.just(""), st.text().map(lambda text: f"https://x.example/{text}")),
)
BLOCKS = st.builds(
    Block,
    st.sampled_from(["paragraph", "item", "code", "math", "quote", "heading"]),
    st.lists(SPANS, max_size=3).map(tuple),
    st.integers(0, 3),
    st.booleans(),
)


@given(st.lists(BLOCKS, max_size=6).map(tuple))
def test_any_text_is_well_formed(text: RichText) -> None:
    ET.fromstring(f"<div>{html(text, nowhere)}</div>")
