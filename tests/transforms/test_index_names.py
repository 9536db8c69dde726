"""References to the indices read well in every format, and lead nowhere that isn't there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support import Lab

PAGE = """\
# Lab

See {ref}`profile-people` and {ref}`the tags <profile-tags>`.

:::{profile} Ada
:tags: speech
:::
"""


@pytest.mark.parametrize("builder", ["latex", "text", "man", "texinfo", "singlehtml", "xml"])
def test_an_index_is_named_where_it_is_no_page(lab: Callable[..., Lab], builder: str) -> None:
    """Fails where the label is shown, or a link to a page that isn't there."""
    build = lab({"index.md": PAGE}).build(builder).assert_clean()
    words = " ".join(build.words().split())
    assert "See Index of people and the tags." in words
    assert "profile-people.html" not in words
    assert "<>" not in words


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_an_index_is_linked_to_where_it_is_a_page(lab: Callable[..., Lab], builder: str) -> None:
    build = lab({"index.md": PAGE}).build(builder).assert_clean()
    link = build.soup().find("a", string="Index of people")
    page = "profile-people.html" if builder == "html" else "profile-people/"
    assert link["href"] == page


def test_the_printed_book_has_the_indices(lab: Callable[..., Lab]) -> None:
    build = lab({"index.md": PAGE}).build("latex").assert_clean()
    (tex,) = build.outdir.glob("*.tex")
    book = tex.read_text("utf-8")
    for name in ("people", "tags"):
        assert rf"\renewcommand{{\indexname}}{{Index of {name}}}" in book
    assert book.count(r"\sphinxstyleindexentry{Ada}") == 2
