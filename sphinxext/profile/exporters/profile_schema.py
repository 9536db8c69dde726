"""The JSON Schema of ``profile.json``, made from the model.

``python -m sphinxext.profile.exporters.profile_schema`` prints it; the file that is shipped is
``schemas/profile.schema.json``.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from .profile_forms import DEFINITIONS, form
from .profile_json import LISTS, VERSION

_KEY = f"^({'|'.join(kind.objtype for kind in LISTS.values())})/."


def schema() -> dict[str, Any]:
    """Make the schema of the file."""
    string = {"type": "string"}
    lists = {
        name: {"type": "array", "items": {"$ref": f"#/$defs/{kind.objtype}"}}
        for name, kind in LISTS.items()
    }
    relation = {
        "type": "object",
        "description": "What one record says of another: each is its type, / and its id.",
        "properties": {
            "from": {"type": "string", "pattern": _KEY},
            "to": {"type": "string", "pattern": _KEY},
            "field": {"description": "The field that says so.", **string},
            "role": {"description": "What the other one does here.", **string},
        },
        "required": ["from", "to", "field"],
        "additionalProperties": False,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "profile.json of sphinxext-profile",
        "description": "Who is who on a site, what they did, and how that is related.",
        "type": "object",
        "properties": {
            "$schema": string,
            "version": {"const": VERSION},
            "site": {
                "type": "object",
                "properties": {"title": string, "url": string, "language": string},
                "additionalProperties": False,
            },
            **lists,
            "relations": {"type": "array", "items": relation},
        },
        "required": ["$schema", "version", "site", *lists, "relations"],
        "additionalProperties": False,
        "$defs": {**DEFINITIONS, **{kind.objtype: form(kind).schema for kind in LISTS.values()}},
    }


def dumps() -> str:
    """Write the schema as it is shipped."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(dumps())
