"""Numbers that authors write."""

from __future__ import annotations

import pytest

from sphinxext.profile.model.numbers import whole_number


@pytest.mark.parametrize(("text", "number"), [("1", 1), (" 20 ", 20), ("٣", 3), ("0007", 7)])
def test_numbers(text: str, number: int) -> None:
    assert whole_number(text) == number


@pytest.mark.parametrize("text", ["", "0", "-1", "1.5", "²", "½", "1e3", "many", "9" * 5000])
def test_no_numbers(text: str) -> None:
    with pytest.raises(ValueError, match="not a whole number above 0"):
        whole_number(text)
