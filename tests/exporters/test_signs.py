"""What may stand in files for machines: no sign that breaks them, no direction that runs on."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.profile.exporters.signs import clean, json_text, line

#: Texts in which the signs that matter are frequent.
TEXTS = st.text(
    st.one_of(
        st.characters(), st.sampled_from("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    )
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("plain", "plain"),
        ("a\x00b\x07c\x85d\ud800e\uffffﾟ", "abcdeﾟ"),
        ("a\tb\nc\rd", "a\tb\nc\rd"),
        ("\u202eevil", "\u202eevil\u202c"),
        ("\u2067a\u202eb", "\u2067a\u202eb\u202c\u2069"),
        ("\u2067a\u202eb\u2069c", "\u2067a\u202eb\u2069c"),
        ("a\u2069b\u202cc", "abc"),
        ("\u2067a\u202cb\u2069", "\u2067ab\u2069"),
        ("\u200fשלום\u200f", "\u200fשלום\u200f"),
    ],
)
def test_clean(text: str, wanted: str) -> None:
    assert clean(text) == wanted
    assert clean(wanted) == wanted


def test_a_line_has_no_ends() -> None:
    assert line(" a\r\nb\u2028c\x00  d ") == "a b c d"


@given(TEXTS)
def test_any_text_is_read_back_from_xml_and_json(text: str) -> None:
    kept = clean(text)
    assert clean(kept) == kept
    element = ET.Element("a")
    element.text = kept
    read = ET.fromstring(ET.tostring(element, encoding="unicode")).text or ""
    assert read == kept.replace("\r\n", "\n").replace("\r", "\n")
    value = {"a": kept, "b": [kept, {"c": kept}]}
    written = json_text(value)
    assert json.loads(written) == value
    assert not set("<>&\u2028\u2029") & set(written)
    written.encode()


@given(TEXTS)
def test_no_direction_runs_on(text: str) -> None:
    signs = [
        sign
        for sign in clean(text)
        if "\u202a" <= sign <= "\u202e" or sign in "\u2066\u2067\u2068\u2069"
    ]
    open_: list[str] = []
    for sign in signs:
        if sign in "\u202c\u2069":
            assert open_, "it closes what it didn't open"
            while open_.pop() != sign:
                assert sign == "\u2069", "it closes an isolate that it is in"
        else:
            open_.append("\u2069" if sign >= "\u2066" else "\u202c")
    assert not open_
