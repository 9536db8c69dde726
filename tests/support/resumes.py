"""CVs of other formats: read without a build, and written again."""

from __future__ import annotations

from pathlib import Path

from sphinxext.profile.domain.cv import compose
from sphinxext.profile.domain.cv_plan import plan
from sphinxext.profile.model.cv import CV
from sphinxext.profile.model.person import Person
from sphinxext.profile.sources.records import DataFile, read

from .cv import answers

DATA = Path(__file__).parents[1] / "data"


def read_text(text: str, name: str = "resume.json") -> DataFile:
    """Read a data file from its text."""
    return read(name, text.encode())


def faults(found: DataFile) -> list[tuple[str, int, str]]:
    """List what is wrong: subtype, line, words."""
    return [(issue.problem, issue.line, issue.message) for issue in found.problems]


def whole_cv(found: DataFile) -> CV:
    """Make the full CV of the person a file is about."""
    records = [item.record for item in found.records]
    person = records[0]
    assert isinstance(person, Person)
    made = compose(answers(records), plan(person.id, "full", {})[0], "en")
    assert made is not None
    return made
