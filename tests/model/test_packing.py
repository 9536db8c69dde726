"""Stored values: records and plain values come back, and nothing else is loaded."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from datetime import date

import pytest

from sphinxext.profile.model.names import PersonName
from sphinxext.profile.model.packing import pack, unpack
from sphinxext.profile.model.slug import slug


def test_records_and_plain_values_come_back() -> None:
    value = {"a": [PersonName("Lee", "Bo"), date(2024, 5, 6), frozenset({1}), None]}
    assert unpack(pack(value)) == value


class Call:
    """Is stored as a call of a function."""

    def __init__(self, function: Callable[..., object], *given: object) -> None:
        self.call = (function, given)

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return self.call


@pytest.mark.parametrize(
    "call",
    [Call(os.getcwd), Call(slug, "a"), Call(unpack, pack(1)), Call(getattr, PersonName, "x")],
)
def test_nothing_is_called(call: Call) -> None:
    with pytest.raises(pickle.UnpicklingError, match="is no record and no plain value"):
        unpack(pickle.dumps(call))
