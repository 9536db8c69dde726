"""Names are shown, sorted and compared as their scripts and particles ask."""

from __future__ import annotations

import pytest

from sphinxext.profile.model.names import PersonName, fold, is_east_asian, name_key

BEETHOVEN = PersonName("Beethoven", "Ludwig", "van")
DAVIS = PersonName("Davis", "Sammy", suffix="Jr.")
FONTAINE = PersonName("Fontaine", "Jean", "La", dropping_particle="de")
KIM = PersonName("김", "태훈")
BODY = PersonName(literal="Consortium for Invented Data, Inc.")


@pytest.mark.parametrize(
    ("name", "display", "inverted"),
    [
        (BEETHOVEN, "Ludwig van Beethoven", "van Beethoven, Ludwig"),
        (DAVIS, "Sammy Davis, Jr.", "Davis, Jr., Sammy"),
        (FONTAINE, "Jean de La Fontaine", "La Fontaine, Jean de"),
        (KIM, "김태훈", "김, 태훈"),
        (BODY, "Consortium for Invented Data, Inc.", "Consortium for Invented Data, Inc."),
        (PersonName(given="Plato"), "Plato", "Plato"),
        (PersonName("Plato"), "Plato", "Plato"),
    ],
)
def test_a_name_is_shown_in_both_orders(name: PersonName, display: str, inverted: str) -> None:
    assert name.display == display
    assert name.inverted == inverted


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (BEETHOVEN, "Ludwig van Beethoven"),
        (BEETHOVEN, "van Beethoven, Ludwig"),
        (BEETHOVEN, "LUDWIG  VAN BEETHOVEN"),
        (DAVIS, "Sammy Davis, Jr."),
        (DAVIS, "Davis, Jr, Sammy"),
        (DAVIS, "Sammy Davis Jr"),
        (KIM, "김태훈"),
        (KIM, "김 태훈"),
        (KIM, "김, 태훈"),
        (BODY, "Consortium for Invented Data, Inc."),
        (PersonName("Yang", "J."), "J Yang"),
        (PersonName("O’Neil", "Ann"), "Ann O'Neil"),
        (PersonName("Nuñez", "Ana"), "Ana Nun\u0303ez"),
        (PersonName("Park", "Seo‐yeon"), "Seo-yeon Park"),
    ],
)
def test_two_spellings_of_one_name_match(name: PersonName, text: str) -> None:
    assert name.matches(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (BEETHOVEN, "Ludwig Beethoven"),
        (BEETHOVEN, "L. van Beethoven"),
        (DAVIS, "Sammy Davis"),
        (PersonName("Nuñez", "Ana"), "Ana Nunez"),
        (PersonName("Park", "Seo-yeon"), "Seoyeon Park"),
        (KIM, "Taehoon Kim"),
        (KIM, ""),
    ],
)
def test_a_guess_is_no_match(name: PersonName, text: str) -> None:
    assert not name.matches(text)


def test_names_sort_by_family_then_given_whatever_the_accents() -> None:
    names = [PersonName("Özil", "A"), PersonName("Zed", "A"), BEETHOVEN, PersonName("oz", "B")]
    assert [name.family for name in sorted(names, key=lambda name: name.sort_key)] == [
        "Beethoven",
        "oz",
        "Özil",
        "Zed",
    ]


@pytest.mark.parametrize(
    ("given", "initials"),
    [
        ("Jean-Paul Marie", "J.-P. M."),
        ("Éric", "É."),
        ("T. Q.", "T. Q."),
        ("태훈", "태훈"),
        ("", ""),
    ],
)
def test_given_names_shrink_to_initials(given: str, initials: str) -> None:
    assert PersonName("Family", given).initials == initials


def test_folding_keeps_accents_and_words() -> None:
    assert fold("  Zoë  K. ") == "zoë k"
    assert fold("Zoe K") != fold("Zoë K")
    assert name_key("Kim, Taehoon") == name_key("taehoon kim")
    assert is_east_asian("山田 太郎")
    assert not is_east_asian("Kim 태훈")
