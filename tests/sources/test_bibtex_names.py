"""Names are taken apart as BibTeX does it, and more kindly where people write otherwise."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pybtex.database import Person

from sphinxext.profile.model.names import PersonName
from sphinxext.profile.sources.bibtex_names import read_name, read_names, split_names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada Park", PersonName("Park", "Ada")),
        ("Park, Ada", PersonName("Park", "Ada")),
        ("Park", PersonName("Park")),
        ("Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin",
         PersonName("Vallée Poussin", "Charles Louis Xavier Joseph", "de la")),
        ("de la Vall{\\'e}e Poussin, C. L.", PersonName("Vallée Poussin", "C. L.", "de la")),
        ("{\\'E}va Nu\\~nez", PersonName("Nuñez", "Éva")),
        ("{von}, Ada", PersonName("von", "Ada")),
        ("King, Jr., Martin Luther", PersonName("King", "Martin Luther", suffix="Jr.")),
        ("King Jr., Martin Luther", PersonName("King", "Martin Luther", suffix="Jr.")),
        ("Martin Luther King Jr.", PersonName("King", "Martin Luther", suffix="Jr.")),
        ("Davis, Sammy, Jr.", PersonName("Davis", "Sammy", suffix="Jr.")),
        ("Ada V", PersonName("V", "Ada")),
        ("{Society for Dots and Dashes}", PersonName(literal="Society for Dots and Dashes")),
        ("{{Nowhere, Inc.}}", PersonName(literal="Nowhere, Inc.")),
        ("{Ada} {Park}", PersonName("Park", "Ada")),
        ("family=Park, given={Ada, Bo}, prefix=van", PersonName("Park", "Ada, Bo", "van")),
        ("김, 태훈", PersonName("김", "태훈")),
        ("김태훈", PersonName("김태훈")),
        ("Ada~Bo Park", PersonName("Park", "Ada Bo")),
        ("Jean-Paul {Mac Arthur}", PersonName("Mac Arthur", "Jean-Paul")),
        ("Ortega y Gasset, José", PersonName("Ortega y Gasset", "José")),
        ("Ada Park 0002", PersonName("Park", "Ada")),
    ],
)  # fmt: skip
def test_a_name_is_taken_apart(text: str, name: PersonName) -> None:
    assert read_name(text).name == name


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Park*, Ada", ("*",)),
        ("*Park, Ada", ("*",)),
        ("Ada Park*†", ("*", "†")),
        ("Park$^*$, Ada", ("*",)),
        ("Park\\textsuperscript{$\\dagger$}, Ada", ("†",)),
        ("Ada Park$^{1,*}$", ("1", "*")),
        ("∗Park, Ada", ("*",)),
        ("Ada Park", ()),
    ],
)
def test_signs_come_off_the_name(text: str, signs: tuple[str, ...]) -> None:
    found = read_name(text)
    assert found.name == PersonName("Park", "Ada")
    assert found.signs == signs


def test_lists_are_parted_at_and_alone() -> None:
    assert split_names("Anders Sand\n and\tFerdinand {and} Andy {A and B} AND C, and D") == [
        "Anders Sand",
        "Ferdinand {and} Andy {A and B}",
        "C",
        "D",
    ]
    assert split_names(" and and ") == []
    assert split_names("A and and {B}") == ["A", "{B}"]


@pytest.mark.parametrize("end", ["others", "et al.", "et al"])
def test_a_list_may_go_on(end: str) -> None:
    found = read_names(f"Ada Park and {end}")
    assert found.et_al
    assert len(found.names) == 1


def test_a_list_without_and_is_a_fault() -> None:
    found = read_name("Park, Ada, Lee, Bo, Quist, Otto")
    assert found.name.literal == "Park, Ada, Lee, Bo, Quist, Otto"
    assert "parted by 'and'" in found.fault


WORDS = st.sampled_from(["Ada", "Bo", "van", "de", "la", "Park", "{von}", "Lee", "Ido-Bo", "O'Dea"])
PART = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)


@given(st.lists(PART, min_size=1, max_size=3).map(", ".join))
def test_pybtex_takes_names_apart_in_the_same_way(text: str) -> None:
    family = text.split(", ", maxsplit=1)[0].split(" ") if ", " in text else []
    # BibTeX takes "Ortega y Gasset, José" for a Gasset with a particle; we don't.
    assume(
        not family
        or (family[0].islower() and family[0][0] != "{")
        or not any(word.islower() for word in family)
    )
    theirs = Person(text)
    ours = read_name(text).name

    def bare(words: list[str]) -> str:
        return " ".join(words).replace("{", "").replace("}", "")

    parts = {
        "given": bare(theirs.first_names + theirs.middle_names),
        "particle": bare(theirs.prelast_names),
        "family": bare(theirs.last_names),
        "suffix": bare(theirs.lineage_names),
    }
    if parts["family"] and not ours.literal:
        assert {name: getattr(ours, name) for name in parts} == parts


@pytest.mark.parametrize(
    "value",
    [
        "Ada" + " " * 300_000 + "Kim",
        "{Ada}" + " " * 300_000 + "Kim",
        "family=Kim, given=Ada," + " " * 300_000 + "suffix=Jr.",
        "family=Kim, given=" + "a" * 300_000,
        "Ada Kim" + "*" * 300_000 + "c",
    ],
)
def test_an_endless_run_of_one_sign_is_no_trouble(value: str) -> None:
    """Looked at again from each of its signs, it would take hours."""
    (found,) = read_names(value).names
    assert found.name.display
