"""Ids and file names from words of any script."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.profile.model.slug import LONGEST, ascii_slug, slug

SLUGS = {
    "Taehoon Kim": "taehoon-kim",
    "김태훈": "김태훈",
    "김 태훈": "김-태훈",
    "José Núñez": "josé-núñez",
    "Jose\u0301": "josé",
    "Ph.D. (M.S. integrated)": "ph-d-m-s-integrated",
    "Large Multimodal Model (LMM)": "large-multimodal-model-lmm",
    "StatAssist & GradBoost": "statassist-gradboost",
    "  a  --  b_c ": "a-b-c",
    "अनिल कुमार": "अनिल-कुमार",
    "Łukasz O’Brien": "łukasz-o-brien",
    "Ölçüm İş": "ölçüm-i̇ş",
    "数字2024": "数字2024",
    "<script>": "script",
    "\u0301abc": "abc",
}


@pytest.mark.parametrize(("text", "expected"), SLUGS.items())
def test_keeps_the_letters_of_any_script(text: str, expected: str) -> None:
    assert slug(text) == unicodedata.normalize("NFC", expected)


@pytest.mark.parametrize("text", ["", " ", "!!!", "—", "🙂", "\u0301"])
def test_is_never_empty(text: str) -> None:
    assert re.fullmatch(r"id-[0-9a-f]{8}", slug(text))
    assert slug(text) == slug(text)


def test_texts_without_letters_differ() -> None:
    assert slug("!!!") != slug("???")


def test_a_long_text_is_cut_and_stays_its_own() -> None:
    one, two = "word " * 200 + "one", "word " * 200 + "two"
    assert len(slug(one)) <= LONGEST
    assert slug(one) != slug(two)
    assert slug(one).startswith("word-word-")


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("Taehoon Kim", r"taehoon-kim"),
        ("it's.md", r"it-s-md"),
        ("José", r"jose-[0-9a-f]{8}"),
        ("김태훈", r"id-[0-9a-f]{8}"),
        ("김태훈 2024", r"2024-[0-9a-f]{8}"),
        ("!!!", r"id-[0-9a-f]{8}"),
        ("CON", r"con-[0-9a-f]{8}"),
        ("lpt1", r"lpt1-[0-9a-f]{8}"),
        ("console", r"console"),
    ],
)
def test_file_names(text: str, pattern: str) -> None:
    assert re.fullmatch(pattern, ascii_slug(text))


def test_file_names_differ_where_letters_are_lost() -> None:
    names = ["Jose", "José", "Josè", "김태훈", "김태현", "金泰勳", "!!!", "???"]
    assert len({ascii_slug(name) for name in names}) == len(names)


@given(st.text())
def test_is_safe_and_its_own_slug(text: str) -> None:
    made = slug(text)
    assert made
    assert slug(made) == made
    assert not re.search(r"[\s\"'<>&#?/\\%:]", made)
    assert len(made) <= LONGEST
    for form in ("NFC", "NFD"):
        assert slug(unicodedata.normalize(form, text)) == made


@given(st.text())
def test_file_names_are_ascii(text: str) -> None:
    made = ascii_slug(text)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", made)
    assert ascii_slug(made) == made


@given(st.text(), st.text())
def test_file_names_are_the_same_only_for_equal_slugs(one: str, two: str) -> None:
    assert (ascii_slug(one) == ascii_slug(two)) == (slug(one) == slug(two))


def test_every_character_has_a_slug_of_its_own() -> None:
    for code in range(0x30000):
        made = slug(chr(code))
        assert slug(made) == made, hex(code)
