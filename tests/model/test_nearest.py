"""The known words that are nearest."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sphinxext.profile.model.nearest import MOST, did_you_mean, hint, nearest

KINDS = ("work", "education", "award", "talk", "teaching", "service", "grant", "Membership")


def test_names_the_nearest_first() -> None:
    assert nearest("eduction", KINDS) == ["education"]
    assert nearest("tech", ["teaching", "tec", "tech"])[0] == "tech"
    assert nearest("xyz", KINDS) == []
    assert nearest("", KINDS) == []
    assert nearest("work", []) == []


def test_case_and_order_do_not_count() -> None:
    assert nearest(" WORK ", KINDS) == ["work"]
    assert nearest("membership", KINDS) == ["Membership"]
    assert nearest("tal", KINDS) == nearest("tal", reversed(KINDS))


def test_sentences() -> None:
    assert did_you_mean("wrok", KINDS) == "did you mean 'work'?"
    assert did_you_mean("ab", ["abc", "abd"]) == "did you mean 'abd' or 'abc'?"
    assert did_you_mean("ab", ["abc", "abd", "abe"]) == "did you mean 'abe', 'abd' or 'abc'?"
    assert did_you_mean("xyz", KINDS) == ""
    assert hint("wrok", KINDS) == "; did you mean 'work'?"
    assert hint("xyz", KINDS) == ""


def test_long_words_are_like_none() -> None:
    assert nearest("w" * 1_000_000, KINDS) == []
    assert nearest("work", ["work" * 100_000, "work"]) == ["work"]


def test_many_known_words() -> None:
    known = [f"person-{number}" for number in range(20_000)]
    assert nearest("person-12345", known)[0] == "person-12345"


@given(st.text(), st.lists(st.text()))
def test_only_known_words_are_named(word: str, known: list[str]) -> None:
    found = nearest(word, known)
    assert set(found) <= set(known)
    assert len(found) <= MOST
    assert bool(found) == bool(did_you_mean(word, known))
