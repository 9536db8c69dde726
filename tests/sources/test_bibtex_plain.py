"""Entries that are read without the parser are read as the parser reads them."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinxext.profile.sources import bibtex_blocks
from sphinxext.profile.sources.bibtex_macros import Macros
from sphinxext.profile.sources.bibtex_parser import BlockParser

HERE = Path(__file__).parent
BIBS = sorted((HERE / "data").glob("*.bib"))
HARD = tomllib.loads((HERE / "hard_cases.toml").read_text("utf-8"))["case"]

VALUES = st.sampled_from(
    ["{fine}", "{a {b} c}", "{a\n  b}", '"fine"', '"a {b} c"', '""', "{}", "2001", "jan", "JAN",
     "unknown", '"a" # jan # {b}', "{a} # 12", '# "a"', "12a", "-3", "", "{open", "a.b", "{x}}"]
)  # fmt: skip
NAMES = st.sampled_from(["title", "Year", "date-added", "author+an:default", "x.y", "1st", "a b"])
SIGNS = st.sampled_from([" = ", "=", " =\n ", " "])
ENDS = st.sampled_from([",", ", ", "\n,\n", ",,", "", " # ", "% words\n,"])


def _read(text: str) -> tuple[list[bibtex_blocks.RawEntry], list[tuple[str, int]]]:
    told: list[tuple[str, int]] = []
    entries = bibtex_blocks.read_blocks(text, Macros(), lambda *words: told.append(words))
    return list(entries), told


def _by_parser(text: str) -> tuple[list[bibtex_blocks.RawEntry], list[tuple[str, int]]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bibtex_blocks, "plain_entry", lambda *_: None)
        patch.setattr(bibtex_blocks, "plain_macro", lambda *_: None)
        return _read(text)


@pytest.mark.parametrize(
    "text",
    [*(path.read_bytes().decode("utf-8", "replace") for path in BIBS), *(c["bib"] for c in HARD)],
)
def test_what_people_write_is_read_as_the_parser_reads_it(text: str) -> None:
    assert _read(text) == _by_parser(text)


@given(
    st.sampled_from(["key", "DBLP:conf/a/B+C", "k#1", "", "a b", "김"]),
    st.sampled_from([",", " ,\n", "\n", ",,"]),
    st.lists(st.tuples(NAMES, SIGNS, VALUES, ENDS), max_size=4),
)
@settings(max_examples=300)
def test_any_entry_is_read_as_the_parser_reads_it(
    key: str, comma: str, fields: list[tuple[str, str, str, str]]
) -> None:
    body = "".join("".join(field) for field in fields)
    text = f"@article{{{key}{comma}{body}}}\n@misc{{next, title = {{T}}}}\n"
    assert _read(text) == _by_parser(text)


def test_most_entries_need_no_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BlockParser, "parse_bibliography", lambda _: sys.exit())
    with pytest.raises(SystemExit):
        _read("@misc(a, title = {A})")
    text = '@string{j = jan}@Article{k, title = {T {x}}, month = j # "~1", year = 2001,\n}\n'
    entries, told = _read(text)
    assert not told
    assert entries[0].fields == (("title", "T {x}"), ("month", "January~1"), ("year", "2001"))


@given(
    st.sampled_from(["string", "STRING"]),
    st.lists(st.tuples(NAMES, SIGNS, VALUES, ENDS), min_size=1, max_size=2),
)
@settings(max_examples=300)
def test_any_macro_is_read_as_the_parser_reads_it(
    kind: str, fields: list[tuple[str, str, str, str]]
) -> None:
    body = "".join("".join(field) for field in fields)
    text = f"@{kind}{{{body}}}\n@misc{{next, title = title, year = Year, month = x.y}}\n"
    assert _read(text) == _by_parser(text)
