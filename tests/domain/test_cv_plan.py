"""Plans of CVs: variants read value by value."""

from __future__ import annotations

import pytest

from sphinxext.profile.domain.cv_plan import BUILT_IN, DOWNLOADS, Plan, plan
from sphinxext.profile.model.cv import SECTIONS


def test_full_asks_for_every_section() -> None:
    made, faults = plan("jane-doe", "full", BUILT_IN["full"])
    assert faults == []
    assert [part.name for part in made.parts] == list(SECTIONS)
    assert made.downloads == tuple(DOWNLOADS)


def test_short_limits_sections() -> None:
    made, faults = plan("jane-doe", "short", BUILT_IN["short"])
    assert faults == []
    limits = {part.name: part.query.limit for part in made.parts if part.query}
    assert limits["publications"] == 5
    assert limits["work"] == 0


def test_a_plan_survives_being_written() -> None:
    variant = {
        "title": "Résumé",
        "sections": ["work", {"section": "publications", "type": ["book"], "limit": 3}],
        "titles": {"work": "Posts"},
        "downloads": ["pdf"],
        "photo": True,
    }
    made, _ = plan("jane-doe", "mine", variant)
    assert Plan.loads(made.dumps()) == made
    assert made.parts[1].query is not None
    assert made.parts[1].query.type == ("book",)
    assert made.parts[0].title == "Posts"


def test_words_for_sections_are_understood() -> None:
    made, faults = plan("jane-doe", "x", {"sections": ["Experience", "summary", "AWARDS"]})
    assert faults == []
    assert [part.name for part in made.parts] == ["work", "profile", "award"]


@pytest.mark.parametrize(
    ("variant", "key", "words"),
    [
        ({"sectoins": []}, "sectoins", "did you mean 'sections'"),
        ({"sections": ["wrok"]}, "sections", "unknown section 'wrok'; did you mean 'work'"),
        ({"sections": "work"}, "sections", "not a list"),
        ({"sections": [3]}, "sections", "neither the name"),
        ({"sections": [{"section": "work", "limmit": 3}]}, "sections", "did you mean 'limit'"),
        ({"sections": [{"section": "work", "limit": "x"}]}, "limit", "not a whole number"),
        ({"sections": [{"section": "work", "since": "soon"}]}, "sections", "soon"),
        ({"limits": {"publication": 0}}, "limits", "not a whole number above 0"),
        ({"limits": {"papers": 1}}, "limits", "unknown section 'papers'"),
        ({"limits": 5}, "limits", "not a dictionary"),
        ({"titles": {"work": 5}}, "titles", "not a string"),
        ({"design": "clasic"}, "design", "did you mean 'classic'"),
        ({"page": "A5"}, "page", "allowed: a4, letter"),
        ({"downloads": ["pdff"]}, "downloads", "did you mean 'pdf'"),
    ],
)
def test_one_fault_costs_one_value(variant: dict[str, object], key: str, words: str) -> None:
    made, faults = plan("jane-doe", "x", {"title": "Kept", **variant})
    assert made.heading == "Kept"
    assert [(found, words in message) for found, message in faults] == [(key, True)]


def test_no_files_when_none_is_said() -> None:
    made, faults = plan("jane-doe", "x", {"downloads": ["none"]})
    assert (made.downloads, faults) == ((), [])
