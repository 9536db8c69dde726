"""Markdown of data files becomes rich text."""

from __future__ import annotations

import pytest

from sphinxext.profile.model.richtext import Block, Span, plain
from sphinxext.profile.sources.markdown import read

TEXT = """\
# Head

Some *text*, **strong _both_** `code` and $x^2$
on [a site](https://example.org "title") ![a picture](x.png).

1. one
   - two

     more of two
2. three

> quoted

```python
print(1)
```

$$
y
$$

<b>no markup</b> &amp; \\*no star\\*
"""


def test_every_block_and_mark() -> None:
    told: list[str] = []
    assert read(TEXT, told.append) == (
        Block("heading", (Span("Head"),)),
        Block(
            "paragraph",
            (
                Span("Some "), Span("text", ("emphasis",)), Span(", "),
                Span("strong ", ("strong",)),
                Span("both", ("strong", "emphasis")), Span(" "), Span("code", ("code",)),
                Span(" and "), Span("x^2", ("math",)), Span(" on "),
                Span("a site", (), "https://example.org"), Span(" a picture."),
            ),
        ),
        Block("item", (Span("one"),), 1, ordered=True),
        Block("item", (Span("two"),), 2),
        Block("paragraph", (Span("more of two"),), 2),
        Block("item", (Span("three"),), 1, ordered=True),
        Block("quote", (Span("quoted"),)),
        Block("code", (Span("print(1)"),)),
        Block("math", (Span("y"),)),
        Block("paragraph", (Span("<b>no markup</b> & *no star*"),)),
    )  # fmt: skip
    assert told == []


def test_an_item_without_words() -> None:
    assert read("- \n- ```\n  x\n  ```", list) == (
        Block("item", (), 1),
        Block("item", (), 1),
        Block("code", (Span("x"),), 1),
    )


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "java&#115;cript:x"])
def test_addresses_that_may_not_stand_in_a_link(url: str) -> None:
    told: list[str] = []
    assert read(f"a [b]({url}) c", lambda _, words: told.append(words)) == (
        Block("paragraph", (Span("a b c"),)),
    )
    assert len(told) == 1
    assert "is not an address" in told[0]


def test_words_below_many_levels_stay() -> None:
    told: list[str] = []
    found = read("> " * 200 + "deep", lambda _, words: told.append(words))
    assert "deep" in plain(found)
    assert len(told) == 1


def test_a_large_text_costs_little() -> None:
    found = read("*a " * 50_000, list)
    assert plain(found).startswith("*a *a")
