"""Queries of any words: read or told, never raised, and the same after a way through JSON."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.profile.domain.query import GROUPINGS, OPTIONS, SORTS, Query, parse

WORDS = st.one_of(
    st.text(),
    st.sampled_from([*SORTS, "-start", "name, -end", "2020", "2020-13", "active", "1", "0", "-1"]),
    st.from_regex(r"\A[\d²٣]{1,6000}\Z"),
)


@given(st.sampled_from(sorted(GROUPINGS)), st.dictionaries(st.sampled_from(OPTIONS), WORDS))
def test_any_words(objtype: str, options: dict[str, str]) -> None:
    query, faults = parse(objtype, options)
    assert {option for option, _ in faults} <= options.keys()
    assert all(message.isprintable() or "\n" not in message for _, message in faults)
    assert Query.loads(query.dumps()) == query
    assert query.limit >= 0


@pytest.mark.parametrize("limit", ["0", "-1", "²", "many", "9" * 5000])
def test_limits_that_are_none(limit: str) -> None:
    query, [(option, message)] = parse("person", {"limit": limit})
    assert (option, query.limit) == ("limit", 0)
    assert "not a whole number" in message
    assert len(message) < 200
