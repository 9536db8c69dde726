"""People of the lab behind publications: matched by rule, related both ways, never guessed."""

from __future__ import annotations

from sphinxext.profile.domain.query import Query
from sphinxext.profile.domain.relations import Relations
from sphinxext.profile.domain.select import Answers
from sphinxext.profile.domain.store import Store, state
from sphinxext.profile.model.names import PersonName
from sphinxext.profile.model.person import Account, Person
from sphinxext.profile.model.project import Project
from sphinxext.profile.model.publication import Contributor, Publication
from sphinxext.profile.model.record import Record

ORCID = "0000-0002-1825-0097"


def answers(*records: Record) -> Answers:
    store = Store.of(state(record, "page", "papers.bib", 3) for record in records)
    return Answers(store, Relations(store))


def paper(key: str, *authors: PersonName, people: tuple[str, ...] = ()) -> Publication:
    found = tuple(Contributor(name) for name in authors)
    return Publication(id=key, name=f"Paper {key}", authors=found, people=people)


def named(given: str, family: str, orcid: str = "") -> PersonName:
    return PersonName(given=given, family=family, orcid=orcid)


ADA = Person(id="ada", name="Ada Kim", aliases=("Kim, A.", "김아다"))
BO = Person(id="bo", name="Bo Kim", accounts=(Account("orcid", ORCID),))


def test_names_aliases_and_orcid_relate_both_ways() -> None:
    found = answers(
        ADA,
        BO,
        paper("a", named("Ada", "Kim"), named("Eve", "Doe")),
        paper("b", named("A.", "Kim")),
        paper("c", named("Robert", "Kim", ORCID)),
    )
    assert found.relations.authorships.get("a").authors == ("ada", "")
    assert found.relations.authorships.get("c").authors == ("bo",)
    keys = [s.record.id for s in found.select(Query("publication", person=("ada",), sort=("id",)))]
    assert keys == ["a", "b"]
    assert [link.key for link in found.relations.of(("publication", "c"), "person")] == [
        ("person", "bo")
    ]


def test_two_people_of_one_name_are_told_apart_or_doubted() -> None:
    twin = Person(id="ada-2", name="Ada Kim")
    found = answers(
        ADA,
        twin,
        paper("a", named("Ada", "Kim")),
        paper("b", named("Ada", "Kim"), people=("ada-2",)),
    )
    assert found.relations.authorships.get("a").people == ()
    assert found.relations.authorships.get("b").authors == ("ada-2",)
    (doubt,) = found.relations.authorships.doubts
    assert (doubt.stated.record.id, doubt.text, doubt.ids) == ("a", "Ada Kim", ("ada", "ada-2"))


def test_people_field_names_those_who_are_no_authors() -> None:
    found = answers(ADA, paper("a", named("Eve", "Doe"), people=("ada", "nobody")))
    assert found.relations.authorships.get("a").people == ("ada",)
    (doubt,) = found.relations.authorships.doubts
    assert (doubt.text, doubt.ids) == ("nobody", ())


def test_projects_are_related_from_either_end() -> None:
    found = answers(
        Project(id="lmm", name="LMM", publications=("a",)),
        paper("a"),
        Publication(id="b", name="B", projects=("lmm",)),
        paper("c"),
    )
    keys = [s.record.id for s in found.select(Query("publication", project=("lmm",), sort=("id",)))]
    assert keys == ["a", "b"]
    groups = found.groups(Query("publication", group_by="project", sort=("id",)))
    assert [(g.key, [s.record.id for s in g.items]) for g in groups] == [
        ("lmm", ["a", "b"]),
        ("", ["c"]),
    ]
