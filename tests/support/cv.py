"""A person's records and the CV made of them, without a build."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sphinxext.profile.domain.cv import compose
from sphinxext.profile.domain.cv_plan import plan
from sphinxext.profile.domain.relations import Relations
from sphinxext.profile.domain.select import Answers
from sphinxext.profile.domain.store import Store, state
from sphinxext.profile.model.cv import CV
from sphinxext.profile.model.dates import DateRange
from sphinxext.profile.model.event import Event
from sphinxext.profile.model.person import Person
from sphinxext.profile.model.record import Record

JANE = Person(id="jane-doe", name="Jane Doe")


def event(kind: str, name: str, when: str = "", organization: str = "", **more: Any) -> Event:
    """Make an event of Jane's."""
    return Event(
        id=f"{kind}-{name}".replace(" ", "-").lower(),
        kind=kind,
        name=name,
        when=DateRange.parse(when) if when else None,
        organization=organization,
        people=("jane-doe",),
        **more,
    )


def answers(records: Iterable[Record]) -> Answers:
    """Put records where they can be asked for."""
    store = Store.of(state(record, "index", "index.md", 1) for record in records)
    return Answers(store, Relations(store))


def cv_of(*records: Record, language: str = "en", person: Person = JANE, **variant: Any) -> CV:
    """Make the CV of a person from records, by a variant."""
    made, faults = plan(person.id, "full", variant)
    assert not faults, faults
    found = compose(answers((person, *records)), made, language)
    assert found is not None
    return found
