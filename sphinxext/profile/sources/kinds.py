"""Kinds of values: how each is written in words, in a data file, and in its JSON Schema.

A directive's option has words alone.  In a data file a list may also be written as a list, and a
value of several parts as a table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..model.event import KINDS
from ..model.organization import TYPES
from ..model.person import Language
from ..model.project import STATUSES
from ..model.record import Link, Mention, Topic
from . import values
from .values import Convert

Schema = Mapping[str, Any]

_WORDS: Schema = {"type": ["string", "number"]}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value.

    ``words`` reads all of a value, ``item`` one item of a list; without it there may be no list.
    ``parts`` are the values of a table by name, the first of which it must have, and ``make`` puts
    them together; without them there may be no table.  ``keyed`` tells that a table's names are
    data themselves: ``make`` then takes a name and its words.
    """

    words: Convert
    schema: Schema = field(default_factory=lambda: _WORDS)
    item: Convert | None = None
    parts: Mapping[str, Kind] = field(default_factory=dict)
    make: Callable[..., Any] | None = None
    keyed: bool = False

    @property
    def full_schema(self) -> dict[str, Any]:
        """The JSON Schema of a value in a data file."""
        forms: list[dict[str, Any]] = [dict(self.schema)]
        table = self._table_schema()
        if self.item:
            items: list[dict[str, Any]] = [dict(_WORDS), *([table] if table else [])]
            inner = items[0] if len(items) == 1 else {"anyOf": items}
            forms.append({"type": "array", "items": inner})
        elif table:
            forms.append(table)
        if self.keyed:
            forms.append({"type": "object", "additionalProperties": dict(_WORDS)})
        return forms[0] if len(forms) == 1 else {"anyOf": forms}

    def _table_schema(self) -> dict[str, Any]:
        if not self.parts:
            return {}
        return {
            "type": "object",
            "properties": {name: kind.full_schema for name, kind in self.parts.items()},
            "required": [next(iter(self.parts))],
            "additionalProperties": False,
        }


def _named(allowed: tuple[str, ...]) -> Schema:
    return {"type": "string", "enum": [word for word in allowed if word]}


def _topic(name: str, level: str = "", keywords: tuple[str, ...] = ()) -> Topic:
    return Topic(name, level, keywords)


def _mention(id: str, role: str = "") -> Mention:  # noqa: A002 (the name in the file)
    return Mention(id, role)


def _link(url: str, label: str = "", rel: str = "") -> Link:
    return Link(label or url, url, rel)


def account(network: str) -> Kind:
    """Return the kind of an account on a network."""
    return Kind(values.account_on(network))


TEXT = Kind(values.text)
IDENTIFIER = Kind(values.identifier)
IDENTIFIERS = Kind(values.identifiers, item=values.identifier)
URL = Kind(values.url, {"type": "string"})
DATE = Kind(values.date)
FLAG = Kind(values.flag, {"type": ["boolean", "string"]})
EVENT_KIND = Kind(values.kind, _named(tuple(KINDS)))
STATUS = Kind(values.status, _named(STATUSES))
ORGANIZATION_TYPE = Kind(values.organization_type, _named(tuple(TYPES)))
SEVERAL = Kind(values.several, item=values.text)
ORGANIZATIONS = Kind(values.organizations, item=values.text)
NAMES = Kind(values.text, keyed=True, make=lambda language, words: (language, words))
TOPICS = Kind(
    values.topics,
    item=Topic,
    parts={"name": TEXT, "level": TEXT, "keywords": SEVERAL},
    make=_topic,
)
LANGUAGES = Kind(
    values.languages,
    item=values.language,
    parts={"language": TEXT, "fluency": TEXT},
    make=Language,
)
MENTIONS = Kind(
    values.mentions,
    item=values.mention,
    parts={"id": TEXT, "role": TEXT},
    make=_mention,
)
LINKS = Kind(
    values.links,
    item=values.link,
    parts={"url": URL, "label": TEXT, "rel": TEXT},
    make=_link,
)
MARKDOWN = Kind(str, {"type": "string"})
