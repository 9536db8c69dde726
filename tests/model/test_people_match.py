"""An author is a person of the lab by ORCID, by what the entry says or by exact name."""

from __future__ import annotations

import pytest

from sphinxext.profile.model.names import PersonName
from sphinxext.profile.model.people_match import Ambiguous, PeopleIndex, match_author
from sphinxext.profile.model.person import Account, Person

ORCID = "0000-0002-1825-0097"
OTHER_ORCID = "0000-0001-5109-3700"

PEOPLE = PeopleIndex.of(
    [
        Person(
            id="ada-park",
            name="Ada Park",
            names=(("ko", "박아다"),),
            aliases=("A. B. Park",),
            accounts=(Account("orcid", ORCID),),
        ),
        Person(id="bo-lee", name="Bo Lee"),
        Person(id="bo-lee-2", name="Bo Lee", aliases=("Bo Lee the Younger",)),
        Person(id="ivo-horn", name="Ivo Jan Horn"),
    ]
)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        (PersonName("Park", "Ada"), "ada-park"),
        (PersonName("박", "아다"), "ada-park"),
        (PersonName("Park", "A. B."), "ada-park"),
        (PersonName("Park", "A."), None),
        (PersonName("Somebody", "Else", orcid=ORCID), "ada-park"),
        (PersonName("Park", "Ada", orcid=OTHER_ORCID), None),
        (PersonName("Horn", "Ivo Jan", orcid=OTHER_ORCID), "ivo-horn"),
        (PersonName("Lee", "Bo"), Ambiguous(("bo-lee", "bo-lee-2"))),
        (PersonName("Nobody", "Known"), None),
    ],
)
def test_an_author_is_found_without_guessing(
    name: PersonName, found: str | Ambiguous | None
) -> None:
    assert match_author(name, PEOPLE) == found


@pytest.mark.parametrize(
    ("name", "stated", "found"),
    [
        (PersonName("Lee", "Bo"), ("bo-lee-2",), "bo-lee-2"),
        (PersonName("Lee", "Bo"), ("bo-lee", "bo-lee-2"), Ambiguous(("bo-lee", "bo-lee-2"))),
        (PersonName("Lee", "B."), ("bo-lee",), "bo-lee"),
        (PersonName("Horn", "I. J."), ("ivo-horn", "ada-park"), "ivo-horn"),
        (PersonName("Horn", "I."), ("ivo-horn",), "ivo-horn"),
        (PersonName("Horn", "X."), ("ivo-horn",), None),
        (PersonName("Park", "Ada"), ("ivo-horn",), "ada-park"),
    ],
)
def test_the_people_field_decides(
    name: PersonName, stated: tuple[str, ...], found: str | Ambiguous | None
) -> None:
    assert match_author(name, PEOPLE, stated=stated) == found


def test_an_orcid_that_two_people_claim_decides_nothing() -> None:
    twins = PeopleIndex.of(
        Person(id=id_, name=f"{id_} Twin", accounts=(Account("orcid", ORCID),)) for id_ in "ab"
    )
    assert match_author(PersonName("Third", "C", orcid=ORCID), twins) is None


def test_the_people_field_may_hold_names() -> None:
    assert PEOPLE.resolve("ada-park") == "ada-park"
    assert PEOPLE.resolve("Park, Ada") == "ada-park"
    assert PEOPLE.resolve("Bo Lee") == Ambiguous(("bo-lee", "bo-lee-2"))
    assert PEOPLE.resolve("Nobody") is None
