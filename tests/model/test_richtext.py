"""Rich text: reading it from words and nodes, writing it as words, Markdown and nodes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sphinxext.profile.domain.profile_domain import ProfileDomain
from sphinxext.profile.model.richtext import (
    Block,
    Span,
    first_block,
    from_plain,
    items,
    joined,
    plain,
    summary,
    to_markdown,
)
from tests.support import Lab

BODY = """\
Plain, **bold**, *leaning*, `code`, [a link](https://example.org/).

- one
  - inner
- two

  more of two

1. first

> said

```python
print(1)
```

$$
x
$$
"""


@pytest.fixture(scope="module")
def body(shared_lab: Callable[..., Lab]) -> tuple[Block, ...]:
    page = f"# P\n\n::::{{profile}} Ada\n\n{BODY}\n::::\n"
    made = shared_lab({"index.md": page}, myst_enable_extensions=["dollarmath"])
    built = made.build("dummy").assert_clean()
    return ProfileDomain.of(built.app.env).store.get("person", "ada").record.body


def test_nodes_are_read_block_by_block(body: tuple[Block, ...]) -> None:
    assert [(b.kind, b.level, b.ordered) for b in body] == [
        ("paragraph", 0, False),
        ("item", 1, False),
        ("item", 2, False),
        ("item", 1, False),
        ("paragraph", 1, False),
        ("item", 1, True),
        ("quote", 0, False),
        ("code", 0, False),
        ("math", 0, False),
    ]
    assert Span("a link", (), "https://example.org/") in body[0].spans
    assert Span("bold", ("strong",)) in body[0].spans


def test_markdown_is_written_back(body: tuple[Block, ...]) -> None:
    text = to_markdown(body)
    for piece in (
        "**bold**",
        "*leaning*",
        "`code`",
        "[a link](https://example.org/)",
        "- one\n  - inner\n- two",
        "1. first",
        "> said",
        "```\nprint(1)\n```",
        "$$\nx\n$$",
    ):
        assert piece in text


def test_small_readers(body: tuple[Block, ...]) -> None:
    assert [b.text for b in items(body)] == ["one", "inner", "two", "first"]
    assert first_block(body) == body[:1]
    assert plain(from_plain("a  b\n\nc\r\n\r\n")) == "a b\nc"
    assert joined([from_plain("a"), from_plain("b")]) == from_plain("a\n\nb")
    assert summary(()) == ""


@pytest.mark.parametrize(
    ("limit", "words"), [(0, "one two three"), (13, "one two three"), (9, "one two…")]
)
def test_a_summary_is_cut_at_a_word(limit: int, words: str) -> None:
    assert summary(from_plain("one two three\n\nfour"), limit) == words


def test_a_body_is_the_same_in_a_listing(lab: Callable[..., Lab]) -> None:
    card = f"::::{{project-card}} Engines\n\n{BODY}\n::::\n"
    files = {
        "index.md": "# L\n\n```{toctree}\np\n```\n\n:::{projects}\n:layout: list\n:::\n",
        "p.md": f"# P\n\n{card}",
    }
    made = lab(files, myst_enable_extensions=["dollarmath"])
    built = made.build("text").assert_clean()
    words = built.words()
    for piece in ("inner", "more of two", "said", "print(1)"):
        assert words.count(piece) == 2, piece
