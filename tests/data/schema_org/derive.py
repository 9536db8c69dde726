"""Derive ``vocabulary.json`` from the types of the npm package schema-dts: ``nox -s vocabulary``.

The package is made from schema.org's own definition.  Of each type its parents are kept, of each
property the types that have it and those that its values may have.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

_INTERFACE = re.compile(r"^interface (\w+?)Base extends [\w, <>]+ \{(.*?)^\}", re.M | re.S)
_KINDS = re.compile(r"^export type (\w+?)(?:<TContent[^=]*= never[^=]*= never>)? = (.*);$", re.M)
_PROPERTY = re.compile(r'(/\*\*(?:(?!\*/).)*\*/)?\s*"(\w+)"\?: SchemaValue<(.*?), "\w+">;', re.S)


def derive(text: str, version: str) -> dict[str, Any]:
    """Read the declarations of types."""
    kinds = {name: re.findall(r"\b[A-Za-z]\w*", union) for name, union in _KINDS.findall(text)}
    # Types of other vocabularies, which schema.org's are equal to, have their addresses as names.
    things = {name for name, words in kinds.items() if f"{name}Leaf" in words and "_" not in name}
    parents: dict[str, list[str]] = {name: [] for name in things}
    for name in sorted(things):
        for below in things.intersection(kinds[name]):
            parents[below].append(name)
    properties: dict[str, dict[str, Any]] = {}
    for name, body in _INTERFACE.findall(text):
        for comment, word, values in _PROPERTY.findall(body):
            found = properties.setdefault(word, {"on": [], "of": []})
            found["on"].append(name.lstrip("_"))
            found["of"] = sorted({*found["of"], *values.split(" | ")} - {"IdReference"})
            if "@deprecated" in comment:
                found["old"] = True
    return {
        "package": f"schema-dts {version}",
        "types": dict(sorted(parents.items())),
        "properties": dict(sorted(properties.items())),
    }


def dumps(vocabulary: dict[str, Any]) -> str:
    """Write it with a type or property a line, so that a renewal can be read."""
    parts = [f'"package": {json.dumps(vocabulary["package"])}']
    for part in ("types", "properties"):
        lines = (f"{json.dumps(k)}: {json.dumps(v)}" for k, v in vocabulary[part].items())
        parts.append(f'"{part}": {{\n' + ",\n".join(lines) + "\n}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


if __name__ == "__main__":
    package = Path(sys.argv[1])
    declared = (package / "dist" / "schema.d.ts").read_text("utf-8")
    release = json.loads((package / "package.json").read_text("utf-8"))["version"]
    target = Path(__file__).with_name("vocabulary.json")
    target.write_text(dumps(derive(declared, release)), "utf-8")
