"""``profile``: who somebody is, in HTML and as a record."""

from __future__ import annotations

from collections.abc import Callable

from sphinxext.profile.domain.profile_domain import ProfileDomain
from tests.support import Lab

FULL = """\
# People

:::{organization} Example Lab
:id: lab
:short: EL
:type: lab
:parent: Example University
:founded: 2020
:city: Seoul
:name.ko: 보기 연구실
:url: https://example.org/
:::

:::{profile} Ada Example
:id: ada
:name.ko: 김보기
:pronouns: she/her
:role: Professor
:group: faculty
:affiliation: School of Examples, Example University; Example Lab
:member-of: lab
:interests: logic, engines
:skills: Python
:city: Seoul
:country-code: KR
:start: 2020-03
:destination: Example Corp.
:tags: founder
:aliases: A. Example
:github: ada
:links: Home <https://example.org/ada>, Talk <https://example.org/talk>

She *works* on `engines`.
:::

:::{timeline} Career
:kind: work
:person: ada
:durations:

2020-03 – present
: **Professor**, Example University

2018 – 2020
: **Lecturer**, Example University

  With {math}`x^2`.
:::
"""


def test_every_option_is_shown(lab: Callable[..., Lab]) -> None:
    built = lab({"index.md": FULL}).build().assert_clean()
    card = built.soup().select_one("article.profile-person")
    assert card is not None
    assert card["id"] == "person-ada"
    text = " ".join(card.get_text(" ").split())
    for words in (
        "김보기",
        "she/her",
        "Professor",
        "School of Examples, Example University",
        "Seoul",
        "logic",
        "Python",
        "founder",
        "Example Corp.",
        "GitHub",
        "Home",
        "Talk",
        "Mar 2020",
        "engines",
    ):
        assert words in text
    assert card.select_one("bdi[lang=ko]").get_text() == "김보기"
    assert {a["href"] for a in card.select("a")} >= {
        "https://github.com/ada",
        "https://example.org/ada",
        "#organization-lab",
    }


def test_initials_are_drawn_and_hidden_from_readers(lab: Callable[..., Lab]) -> None:
    built = lab({"index.md": FULL}).build()
    drawn = built.soup().select_one(".profile-portrait svg")
    assert drawn.get_text() == "AE"
    assert drawn["aria-hidden"] == "true"
    assert "AE" not in lab({"index.md": FULL}).build("text").words()


def test_the_record_holds_what_was_written(lab: Callable[..., Lab]) -> None:
    built = lab({"index.md": FULL}).build()
    stated = ProfileDomain.of(built.app.env).store.get("person", "ada")
    person = stated.record
    assert person.all_names == ("Ada Example", "김보기", "A. Example")
    assert [topic.name for topic in person.interests] == ["logic", "engines"]
    assert person.account("github") == "ada"
    # Who has a place they went to is no longer here, though nobody wrote until when.
    assert person.when.isoformat() == "2020-03"
    assert [span.marks for span in person.body[0].spans] == [
        (),
        ("emphasis",),
        (),
        ("code",),
        (),
    ]


def test_a_name_that_the_page_has_already_stands_once(lab: Callable[..., Lab]) -> None:
    page = "# Ada Example\n\n:::{profile} Ada Example\n:role: Professor\n:::\n"
    soup = lab({"index.md": page}).build().assert_clean().soup()
    assert len(soup.select("article.profile-person .profile-title")) == 0
    assert soup.select_one("h1").get_text(strip=True).startswith("Ada Example")


def test_several_roles_at_one_place_are_one_block(lab: Callable[..., Lab]) -> None:
    soup = lab({"index.md": FULL}).build().soup()
    [outer] = soup.select("ol.profile-timeline:not(.profile-roles) > li")
    assert [li.select_one("strong").get_text() for li in outer.select("ol > li")] == [
        "Professor",
        "Lecturer",
    ]
    assert outer.select_one(".profile-duration").get_text() == "(8 years)"


def test_both_markups_say_the_same(lab: Callable[..., Lab]) -> None:
    rst = """\
People
======

.. profile:: Ada Example
   :id: ada
   :name.ko: 김보기
   :role: Professor
   :links:
      Home <https://example.org/ada>
      Talk <https://example.org/talk>

   She *works* here.
"""
    words = lab({"index.rst": rst}).build().assert_clean().text()
    for expected in ("김보기", "Professor", "Home", "Talk", "She works here."):
        assert expected in words


def test_two_ids_that_make_one_anchor_get_one_each(lab: Callable[..., Lab]) -> None:
    block = ":::{{profile}} {0}\n:id: {1}\n:::\n\n"
    page = f"# Lab\n\n{block.format('Ada', 'a:b')}{block.format('Bo', 'a/b')}"
    soup = lab({"index.md": page}).build().assert_clean().soup()
    found = [str(article["id"]) for article in soup.select("article")]
    assert found == ["person-a-b", "person-a-b-2"]
