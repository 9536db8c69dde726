"""Content lines of calendars and cards: escaped, folded between characters, read back whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sphinxext.profile.exporters.content_lines import WIDTH, document, escape, fold


def unfold(text: str) -> str:
    return text.replace("\r\n ", "")


def unescape(text: str) -> str:
    out, rest = "", iter(text)
    for sign in rest:
        escaped = next(rest) if sign == "\\" else ""
        out += "\n" if escaped == "n" else escaped or sign
    return out


def test_what_has_a_meaning_is_escaped() -> None:
    assert escape("a\\b, c; d\ne\r\nf\rg") == r"a\\b\, c\; d\ne\nf\ng"


def test_controls_and_half_pairs_go() -> None:
    assert escape("a\x00b\x1bc\x7fd\x85e\ud800f\tg") == "abcdef\tg"


@given(st.text())
def test_a_folded_line_is_read_back(text: str) -> None:
    value = escape(text)
    folded = fold(f"NOTE:{value}")
    assert unfold(folded) == f"NOTE:{value}"
    assert all(len(line.encode()) <= WIDTH for line in folded.split("\r\n"))
    wanted = text.replace("\r\n", "\n").replace("\r", "\n")
    wanted = "".join(c for c in wanted if c in "\n\t" or (c >= " " and c not in _UNWANTED))
    assert unescape(value) == wanted


_UNWANTED = {*map(chr, range(0x7F, 0xA0)), *map(chr, range(0xD800, 0xE000))}


def test_hangul_is_not_cut() -> None:
    lines = fold("SUMMARY:" + "김태훈" * 30).split("\r\n")
    assert len(lines) > 3
    assert all(line.encode().decode() for line in lines)
    assert {line[0] for line in lines[1:]} == {" "}


def test_every_line_of_a_document_ends() -> None:
    assert document(["BEGIN:VCARD", "END:VCARD"]) == "BEGIN:VCARD\r\nEND:VCARD\r\n"
