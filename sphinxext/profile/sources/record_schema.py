"""The JSON Schema of data files, made from the fields of the records.

``python -m sphinxext.profile.sources.record_schema`` prints it; the file that is shipped is
``schemas/records.schema.json``.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from .fields import FIELDS, LISTS, Field

#: The schema as it is shipped.
SHIPPED = Path(__file__).parents[1] / "schemas" / "records.schema.json"

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """Make the schema: one list of each type, or one of them alone."""
    lists = {name: _list(objtype) for name, objtype in LISTS.items()}
    return {
        "$schema": _DIALECT,
        "title": "Records of sphinxext-profile",
        "description": "People, organizations, projects, events and news of a lab.",
        "anyOf": [
            {
                "type": "object",
                "properties": {"$schema": {"type": "string"}, **lists},
                "patternProperties": {"^x-": True},
                "additionalProperties": False,
            },
            *(_list(objtype) for objtype in LISTS.values()),
        ],
        "$defs": {objtype: _record(objtype) for objtype in LISTS.values()},
    }


def _list(objtype: str) -> dict[str, Any]:
    return {
        "description": f"A list of {objtype} records, or a table of them by their ids.",
        "type": ["array", "object", "null"],
        "items": {"$ref": f"#/$defs/{objtype}"},
        "additionalProperties": {"$ref": f"#/$defs/{objtype}"},
    }


def _record(objtype: str) -> dict[str, Any]:
    properties = {field.name: _field(field) for field in FIELDS[objtype].values()}
    found: dict[str, Any] = {"type": "object", "properties": properties}
    if "names" in properties:
        name = {"type": "string", "description": "The name in another language."}
        found["patternProperties"] = {"^name[.]": name}
    if objtype == "person":
        properties["events"] = {
            "description": "What happened to the person.",
            "type": ["array", "null"],
            "items": {"$ref": "#/$defs/event"},
        }
    return {**found, "additionalProperties": False}


def _field(field: Field) -> dict[str, Any]:
    """Describe a field, whose value may also be left empty."""
    form = field.kind.full_schema
    if "anyOf" in form:
        form = {"anyOf": [*form["anyOf"], {"type": "null"}]}
    elif "enum" in form:
        form = {"enum": [*form["enum"], None]}
    else:
        kinds = form["type"] if isinstance(form["type"], list) else [form["type"]]
        form = {**form, "type": [*kinds, "null"]}
    return {"description": field.help, **form}


def dumps() -> str:
    """Write the schema as it is shipped."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(dumps())
