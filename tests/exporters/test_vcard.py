"""vCard 4.0, read back by a parser."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.profile.exporters.vcard import vcard
from sphinxext.profile.model import person as people
from sphinxext.profile.model.record import Image, Link, Topic
from sphinxext.profile.model.richtext import from_plain
from tests.support.cv import JANE, cv_of

vobject = pytest.importorskip("vobject")


def read(text: str) -> object:
    return vobject.readOne(text)


def test_what_an_address_book_wants() -> None:
    jane = people.Person(
        id="jane-doe",
        name="Jane Doe",
        names=(("ko", "제인 도"),),
        aliases=("J. Doe", "Doe, Jane"),
        role="Professor; Head",
        affiliation=("Lab, Example University",),
        accounts=(
            people.Account("email", "jane@example.org"),
            people.Account("phone", "+82 2 123 4567"),
            people.Account("url", "https://example.org"),
            people.Account("scholar", "abcdefghijkl"),
        ),
        links=(Link("Blog", "https://example.org/blog"),),
        image=Image("https://example.org/jane.jpg"),
        interests=(Topic("a, b"), Topic("c")),
        place=people.Place("Seoul", "", "KR", "04107", "35 Road"),
        body=from_plain("First; with, signs\\.\n\nSecond."),
    )
    text = vcard(cv_of(person=jane))
    card = read(text)
    assert card.version.value == "4.0"
    assert [(item.value, item.params.get("LANGUAGE")) for item in card.fn_list] == [
        ("Jane Doe", None),
        ("제인 도", ["ko"]),
    ]
    assert card.title.value == "Professor; Head"
    assert card.org.value == ["Lab, Example University"]
    assert card.email.value == "jane@example.org"
    assert card.tel.value == "tel:+8221234567"
    assert [item.value for item in card.url_list] == [
        "https://example.org",
        "https://example.org/blog",
    ]
    assert card.socialprofile.value == "https://scholar.google.com/citations?user=abcdefghijkl"
    assert card.socialprofile.params["SERVICE-TYPE"] == ["Google Scholar"]
    assert card.note.value == "First; with, signs\\."
    assert "ADR:;;35 Road;Seoul;;04107;KR\r\n" in text
    assert "NICKNAME:J. Doe,Doe\\, Jane\r\n" in text
    assert "CATEGORIES:a\\, b,c\r\n" in text


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200)


@given(WORDS, WORDS)
def test_any_words_come_back(name: str, role: str) -> None:
    jane = people.Person(id="jane-doe", name=f"x{name}x", role=f"x{role}x")
    text = vcard(cv_of(person=jane))
    lines = text.split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    # Lines end at CR LF alone; the parser takes other characters for line ends as well.
    whole = text.replace("\r\n ", "")
    found = dict(line.split(":", 1) for line in whole.split("\r\n") if line)
    assert unescaped(found["FN"]) == f"x{name}x"
    assert unescaped(found["TITLE"]) == f"x{role}x"
    assert found["VERSION"] == "4.0"


def unescaped(text: str) -> str:
    out, signs = "", iter(text)
    for sign in signs:
        out += {"n": "\n"}.get(after := next(signs), after) if sign == "\\" else sign
    return out


def test_line_ends_in_words_add_no_property() -> None:
    jane = people.Person(id="jane-doe", name="Jane\r\nTEL:1", role="x\nEND:VCARD\x00")
    text = vcard(cv_of(person=jane))
    assert [line.split(":")[0] for line in text.split("\r\n")] == [
        *("BEGIN", "VERSION", "KIND", "FN", "TITLE", "END", ""),
    ]


def test_signs_of_a_parameter_add_no_other() -> None:
    account = people.Account("other", "x", 'A;TYPE="b":c,d', "https://example.org/x")
    text = vcard(cv_of(person=replace(JANE, accounts=(account,))))
    line = next(line for line in text.splitlines() if line.startswith("SOCIALPROFILE"))
    service = "\"A;TYPE=^'b^':c,d\""
    assert line == f"SOCIALPROFILE;SERVICE-TYPE={service};VALUE=uri:https://example.org/x"[:75]


def test_least() -> None:
    assert vcard(cv_of(person=JANE)) == (
        "BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:individual\r\nFN:Jane Doe\r\nEND:VCARD\r\n"
    )
