"""Whatever a file holds, it is read: nothing is raised, and no entry goes without a word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinxext.profile.sources import bibtex

PATH = Path("some.bib")
PIECES = st.sampled_from(
    ["@article{", "@book(", "@string{", "@comment{", "@preamble{", "@misc{k", "@", "{", "}", "(",
     ")", '"', ",", "=", "#", "\n", " ", "a", "title", "title = ", "author = ", " and ", "year=",
     "\\", "%", "2001", "jan", "crossref = {k}", "é", "김", "k,", "\r\n", "\x00", "$", "xdata=k"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join)))
@settings(max_examples=300)
def test_the_reader_never_raises(text: str) -> None:
    file = bibtex.read(PATH, text=text)
    lines = text.count("\n") + text.count("\r") + 1
    assert all(1 <= line <= lines for _, line in file.entries)
    assert all(1 <= issue.line <= lines and issue.message for issue in file.problems)


@given(st.binary())
def test_any_bytes_are_read(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "bytes.bib"
    path.write_bytes(data)
    bibtex.read(path)


VALUES = st.sampled_from(
    ["{fine}", '"fine"', "2001", "{open", '"open', "{close}}", "{a {b} c}", "", "x # "]
)
FIELDS = st.tuples(st.sampled_from(["title", "author", "year", "note", "journal"]), VALUES)
SEPARATORS = st.sampled_from([",\n  ", "\n  ", ", ", ",,\n"])
ENDS = st.sampled_from(["\n}\n\n", "}\n", "\n", "\n}}\n", "\n\nsome words\n"])


@given(
    st.lists(
        st.tuples(
            st.integers(0, 30),
            st.lists(FIELDS, max_size=4),
            SEPARATORS,
            ENDS,
        ),
        max_size=8,
    )
)
@settings(max_examples=300)
def test_every_entry_is_read_or_named(
    blocks: list[tuple[int, list[tuple[str, str]], str, str]],
) -> None:
    text = "".join(
        f"@article{{key{number}," + separator.join(f"{n} = {v}" for n, v in fields) + end
        for number, fields, separator, end in blocks
    )
    file = bibtex.read(PATH, text=text)
    read = {work.id for work, _ in file.entries}
    named = {key for issue in file.problems for key in re.findall(r"\bkey\d+\b", issue.message)}
    assert {f"key{number}" for number, *_ in blocks} <= read | named


@given(st.lists(st.sampled_from(["good", "open", "quote"]), min_size=1, max_size=12))
def test_a_fault_ends_with_its_entry(kinds: list[str]) -> None:
    texts = {
        "good": "@misc{{k{0}, title = {{T{0}}}, year = 2001}}\n",
        "open": "@misc{{k{0}, title = {{T{0}, \n year = 2001}}\n",
        "quote": '@misc{{k{0}, title = "T{0}, \n year = 2001}}\n',
    }
    text = "".join(texts[kind].format(number) for number, kind in enumerate(kinds))
    file = bibtex.read(PATH, text=text)
    assert [(w.id, w.name, w.year) for w, _ in file.entries] == [
        (f"k{number}", f"T{number}", 2001) for number in range(len(kinds))
    ]
    assert len(file.problems) == len(kinds) - kinds.count("good")


@pytest.mark.parametrize(
    "text",
    [
        "@misc{a, title = {" + "{x}" * 300_000 + "}}",
        '@misc{a, title = "' + "{x}" * 300_000 + '"}',
        "@misc{a, title = {" + "x" * 1_000_000 + "}}",
        "@misc{a, title = {" + "x" * 1_000_000,
        "@misc{a, author = {" + " and A B" * 120_000 + "}}",
        "@misc{a, author = {" + "A, " * 300_000 + "}}",
        "@misc{a, " + "x = {y} " * 120_000 + "}",
        "@misc{a, " + "x = { " * 120_000 + "}",
        "@misc{a, title = {" + "\n" * 1_000_000 + "}",
        "@misc{a," * 120_000,
        "@misc(a," * 120_000,
        "@comment{" * 100_000,
        "@" * 1_000_000,
        "{" * 1_000_000,
        "%" * 1_000_000,
        " " * 1_000_000,
        "a = " * 250_000,
        "@misc{a, title = {x}}\n" * 20_000,
        "@string{a = {xx}}\n" + "@string{a = a # a # a}\n" * 60 + "@misc{a, title = a}",
    ],
    ids=lambda text: text[:24].strip() + "...",
)
def test_hostile_files_are_no_trouble(text: str) -> None:
    """A cost that grows with the square of the size would keep this running for an hour."""
    bibtex.read(PATH, text=text)
