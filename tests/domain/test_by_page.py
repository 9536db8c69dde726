"""What pages state is packed once, handed over as bytes, and unpacked when it is asked for."""

from __future__ import annotations

import pickle
from collections.abc import Callable

import pytest

from sphinxext.profile.domain import by_page
from sphinxext.profile.domain.by_page import ByPage
from sphinxext.profile.domain.profile_domain import ProfileDomain
from tests.support import Lab


def stored(found: ByPage[tuple[str, ...]]) -> ByPage[tuple[str, ...]]:
    """Return it as the next process sees it."""
    return pickle.loads(pickle.dumps(found))  # type: ignore[no-any-return]


def made(**values: tuple[str, ...]) -> ByPage[tuple[str, ...]]:
    found: ByPage[tuple[str, ...]] = ByPage()
    found.update(values)
    return found


def test_it_is_a_mapping() -> None:
    found = stored(made(b=("x",), a=("y",)))
    assert (list(found), len(found), "a" in found, "c" in found) == (["b", "a"], 2, True, False)
    assert found["a"] is found["a"]
    assert (found["b"], found.get("c")) == (("x",), None)
    del found["b"]
    assert dict(stored(found)) == {"a": ("y",)}
    with pytest.raises(KeyError):
        found["b"]


def test_a_value_in_place_of_another_is_packed() -> None:
    found = stored(made(a=("old",)))
    assert found["a"] == ("old",)
    found["a"] = ("new",)
    assert found["a"] == ("new",)
    assert stored(found)["a"] == ("new",)


def test_values_of_another_process_are_taken_over() -> None:
    found, other = stored(made(a=("old",), b=("kept",))), made(a=("new",), c=("not asked for",))
    assert found["a"] == ("old",)
    for docname in ("a", "b"):
        found.take(docname, other)
    assert dict(stored(found)) == dict(found) == {"a": ("new",), "b": ("kept",)}


def test_nothing_is_unpacked_or_packed_again_on_its_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fails where values rather than bytes are handed over."""
    first = stored(made(a=("x",), b=("y",)))
    called: list[object] = []

    with monkeypatch.context() as patch:
        patch.setattr(by_page, "pack", called.append)
        patch.setattr(by_page, "unpack", called.append)
        second = stored(first)
        second.take("a", first)
        third = stored(second)
    assert called == []
    assert dict(third) == {"a": ("x",), "b": ("y",)}


def test_records_stay_packed_where_nothing_has_changed(lab: Callable[..., Lab]) -> None:
    """Fails where a build looks through what pages show before it knows."""
    page = "# Lab\n\n:::{profile} Jane Doe\n:::\n\n:::{people}\n:::\n"
    site = lab({"index.md": page})
    site.build()
    build = site.build()
    assert build.app
    data = ProfileDomain.of(build.app.env).data
    assert len(data["stated"]) == len(data["needs"]) == 1
    assert data["stated"]._values == data["needs"]._values == {}
