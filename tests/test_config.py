"""Settings: a value that can't be used is told and costs itself alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support import Lab


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("profile_bare_names", 3, "profile_bare_names = 3: expected True or False"),
        ("profile_data", "people.yml", "expected a list of strings"),
        ("profile_cv_variants", {"x": 3}, "expected a dictionary of dictionaries"),
        ("profile_cv_design", "clasic", "expected one of 'classic', 'modern'"),
    ],
)
def test_bad_value_is_told_once(
    lab: Callable[..., Lab], name: str, value: object, words: str
) -> None:
    found = lab({"index.md": "# Lab\n"}, **{name: value}).build().warning_lines
    assert len(found) == 1, found
    assert words in found[0]
    assert "[profile.setting]" in found[0]
