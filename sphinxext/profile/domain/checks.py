"""Checks over everything that is known: duplicates, unknown targets, empty listings."""

from __future__ import annotations

from collections.abc import Callable

from ..log import Problem, warn
from ..model.nearest import nearest, suggestion
from .cv_plan import Plan
from .needs import Need
from .query import Query
from .select import Answers
from .store import Store

#: Relations that are checked where they are stated; all others are where a page shows them.
HIDDEN = frozenset(
    {
        ("event", "person"),
        ("event", "projects"),
        ("news", "people"),
        ("news", "projects"),
        ("publication", "projects"),
    }
)


#: Types whose records an author may call by name where the id is wanted.
_CALLED_BY_NAME = frozenset({"person", "organization", "project"})

#: Tells whether another site states a record: ``(objtype, target, docname) -> bool``.
Elsewhere = Callable[[str, str, str], bool]


def check(answers: Answers, needs: dict[str, tuple[Need, ...]], elsewhere: Elsewhere) -> None:
    """Warn of what is wrong across pages and files, in an order that doesn't depend on reading."""
    _duplicates(answers.store)
    _dangling(answers, elsewhere)
    _authors(answers)
    for _docname, wanted in sorted(needs.items()):
        for need in wanted:
            if need.query is not None:
                _query(answers, need.query, need)
            elif need.objtype == "cv":
                _cv(answers, Plan.loads(need.target), need)
            elif need.whole and answers.store.get(need.objtype, need.target) is None:
                message = unknown(answers.store, need.objtype, need.target, "id")
                warn(Problem.REFERENCE, message, location=need.at("id"))


def _duplicates(store: Store) -> None:
    for first, second in store.duplicates:
        message = (
            f"{second.record.objtype} {second.record.id!r} is stated twice; "
            f"the first statement counts: {first.location()}"
        )
        warn(Problem.DUPLICATE, message, location=second.location())


def _dangling(answers: Answers, elsewhere: Elsewhere) -> None:
    told = set()
    for stated, relation in answers.relations.dangling:
        if stated.docname and (stated.record.objtype, relation.field) not in HIDDEN:
            continue
        if elsewhere(relation.objtype, relation.text, stated.docname):
            continue
        message = unknown(answers.store, relation.objtype, relation.text, relation.field)
        location = stated.location(relation.field)
        # The entries of one timeline share its options.
        if (location, message) not in told:
            told.add((location, message))
            warn(Problem.REFERENCE, message, location=location)


def _authors(answers: Answers) -> None:
    for doubt in answers.relations.authorships.doubts:
        stated = doubt.stated
        if doubt.ids:
            may_be = " or ".join(doubt.ids)
            message = (
                f"publication {stated.record.id!r}: {doubt.text!r} may be {may_be}; "
                "name the right one in the field 'people', or give both an ORCID"
            )
            warn(Problem.AMBIGUOUS, message, location=stated.location("author"))
        else:
            message = unknown(answers.store, "person", doubt.text, "people")
            warn(Problem.REFERENCE, message, location=stated.location("people"))


def unknown(store: Store, objtype: str, target: str, field: str = "") -> str:
    """Say that nobody states a record, with the ids that are nearest or whose names are."""
    known = {stated.record.id: stated.record.id for stated in store.all(objtype)}
    if objtype in _CALLED_BY_NAME:
        for stated in store.all(objtype):
            for name in stated.record.all_names:
                known.setdefault(name, stated.record.id)
    found = dict.fromkeys(known[word] for word in nearest(target, known))
    near = suggestion(found) or ("" if known else f"; no {objtype} is stated anywhere")
    return f"{field + ': ' if field else ''}unknown {objtype} {target!r}{near}"


def _cv(answers: Answers, plan: Plan, need: Need) -> None:
    if answers.store.get("person", plan.person) is None:
        message = unknown(answers.store, "person", plan.person, "person")
        warn(Problem.REFERENCE, message, location=need.at("person"))
        return
    for query in plan.queries:
        _query(answers, query, need)


def _query(answers: Answers, query: Query, need: Need) -> None:
    store = answers.store
    asked = (
        *(("person", "person", target) for target in query.person),
        *(("project", "project", target) for target in query.project),
        *(("organization", "organization", target) for target in query.organization),
        *(("funder", "organization", target) for target in query.funder),
        *(("keys", query.objtype, target) for target in query.keys),
    )
    faulty = False
    for option, objtype, target in asked:
        organization = objtype == "organization"
        known = store.organization(target)[1] if organization else store.get(objtype, target)
        if known is None:
            message = unknown(store, objtype, target, option)
            warn(Problem.REFERENCE, message, location=need.at(option))
            faulty = True
    if not faulty and not query.allow_empty and not answers.select(query):
        words = ", ".join(f"{k}={v}" for k, v in _asked(query)) or "no condition"
        message = f"no {query.objtype} matches the query ({words}); nothing is shown"
        warn(Problem.EMPTY, message, location=need.location)


def _asked(query: Query) -> list[tuple[str, str]]:
    names = ("person", "project", "organization", "funder", "group", "kind", "type", "tags")
    asked = [(name, "|".join(getattr(query, name))) for name in (*names, "status")]
    asked += [("since", query.since), ("until", query.until)]
    asked += [("selected", "yes" if query.selected else "")]
    return [(name, value) for name, value in asked if value]
