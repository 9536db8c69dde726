"""The JSON Schema that is shipped is made from the fields, and says what the reader reads."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import jsonschema
import pytest
import yaml

from sphinxext.profile.directives import DIRECTIVES
from sphinxext.profile.sources.fields import FIELDS
from sphinxext.profile.sources.record_schema import SHIPPED, dumps, schema
from tests.sources.test_records import FULL

VALIDATOR = jsonschema.Draft202012Validator(schema())


def test_the_shipped_schema_is_up_to_date() -> None:
    assert SHIPPED.read_text("utf-8") == dumps(), f"print it again into {SHIPPED.name}"


def test_the_module_prints_it() -> None:
    command = [sys.executable, "-m", "sphinxext.profile.sources.record_schema"]
    assert subprocess.run(command, capture_output=True, check=True).stdout.decode() == dumps()


def test_it_is_a_schema_and_takes_what_the_reader_takes() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    data = yaml.load(FULL, Loader=yaml.BaseLoader)
    VALIDATOR.validate(json.loads(json.dumps(data)))


@pytest.mark.parametrize(
    "data",
    [
        {"peple": []},
        {"people": [{"name": "A", "imgae": "b"}]},
        {"people": [{"name": ["A"]}]},
        {"people": "words"},
        {"projects": [{"title": "A", "status": "activ"}]},
        {"projects": [{"title": "A", "people": [{"role": "Lead"}]}]},
        {"events": [{"title": "A", "kind": "tlak"}]},
        {"news": [{"title": "A", "draft": []}]},
    ],
)
def test_it_refuses_what_the_reader_warns_of(data: Any) -> None:
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(data)


def test_directives_have_the_same_fields() -> None:
    pairs = {
        "person": "profile",
        "organization": "organization",
        "project": "project-card",
        "event": "entry",
        "news": "news",
    }
    assert set(pairs) == set(FIELDS)
    for objtype, name in pairs.items():
        options: set[str] = set(DIRECTIVES[name].OPTIONS)  # type: ignore[attr-defined]
        shared = {field.name for field in FIELDS[objtype].values() if not field.data_only}
        # A directive's argument is the name, its content the body; "hidden" is about the page.
        assert options - {"hidden"} == shared
