"""A table of a data file becomes a record; each value that can't be used costs itself alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..log import Problem
from ..model.event import Event
from ..model.languages import LanguageError, language_tag
from ..model.nearest import hint
from ..model.news import News
from ..model.organization import Organization
from ..model.person import Person
from ..model.project import Project
from ..model.quoting import shown
from ..model.record import Image, Link, Record
from ..model.slug import slug
from . import kinds, markdown
from .bounds import too_many
from .build import build, when
from .data_file import Read
from .fields import FIELDS
from .issue import Issue
from .kinds import Kind
from .tree import Items, Node, Scalar, Table, said
from .values import BadValueError, Convert, converted, text

_CLASSES: dict[str, type[Record]] = {
    "person": Person,
    "organization": Organization,
    "project": Project,
    "event": Event,
    "news": News,
}
_NAMED = {"person": "name", "organization": "name"}
_DATED = frozenset({"person", "project", "event"})


@dataclass
class RecordReader:
    """Reads tables into :attr:`found` and tells what is wrong in :attr:`issues`."""

    found: list[Read] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    _event_ids: dict[str, int] = field(default_factory=dict)
    _refused: list[Link] = field(default_factory=list)

    def fault(self, problem: Problem, message: str, node: Node) -> None:
        """Tell of a fault where a value stands."""
        self.issues.append(Issue(problem.value, message, node.line, node.column))

    # -- records ------------------------------------------------------------------------------

    def record(
        self, objtype: str, table: Table, key: Scalar | None = None, person: str = ""
    ) -> None:
        """Read a record; ``key`` is its id where its table has it, ``person`` whose event it is."""
        self._refused = []
        values = self._values(objtype, table)
        found = self._converted(objtype, values)
        if key is not None and "id" not in found:
            found["id"] = self._converted("person", {"id": key}).get("id", "")
        if person and not found.get("person"):
            found["person"] = (person,)
        made = self._made(objtype, found, values, table)
        if made is None:
            return
        places = tuple((name, node.line, node.column) for name, node in values.items())
        self.found.append(Read(made, table.line, table.column, places))
        if objtype == "person":
            self._events_of(made.id, table)

    def _values(self, objtype: str, table: Table) -> dict[str, Node]:
        """Gather the values by field; unknown names and doubles are told and left out."""
        known, values = FIELDS[objtype], dict[str, Node]()
        seen: set[str] = set()
        for key, node in table.entries:
            name = key.text.replace("_", "-")
            if name in seen:
                self.fault(Problem.DATA, f"{name!r} is there twice; the first one counts", key)
                continue
            seen.add(name)
            if name == "events" and objtype == "person":
                continue
            if name.startswith("name.") and "names" in known:
                tag = self._language(key, name.removeprefix("name."))
                if not tag:
                    continue
                name = f"name.{tag}"
            elif name not in known:
                near = hint(name, known) or f"; allowed: {', '.join(known)}"
                self.fault(Problem.OPTION, f"{objtype}: unknown field {shown(key.text)}{near}", key)
                continue
            if not (isinstance(node, Scalar) and node.is_null):
                values[name] = node
        return values

    def _language(self, key: Scalar, tag: str) -> str:
        """Return a language's tag in its usual form, or tell what is wrong and return ``""``."""
        try:
            return language_tag(tag)
        except LanguageError as error:
            self.fault(Problem.OPTION, str(error), key)
            return ""

    def _converted(self, objtype: str, values: Mapping[str, Node]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, node in values.items():
            kind = kinds.TEXT if name.startswith("name.") else FIELDS[objtype][name].kind
            value = self.value(kind, node, name)
            if value is not None:
                found[name] = value
        return found

    def _made(
        self, objtype: str, found: dict[str, Any], values: Mapping[str, Node], table: Table
    ) -> Record | None:
        title = _NAMED.get(objtype, "title")
        name = found.get(title, "")
        if not name:
            name = str(found.get("id", ""))
            message = f"{objtype}: {title!r} is missing" + (
                f"; {name!r} is shown" if name else "; the record is left out"
            )
            self.fault(Problem.MISSING, message, table)
            if not name:
                return None
        common: dict[str, Any] = {"name": name, "body": self._body(values)}
        if objtype in _DATED:
            common |= self._when(objtype, found, values)
        if objtype in {"person", "organization"}:
            common["names"] = _names(found)
        if "image" in found:
            common["image"] = self._image(found, values)
        common["id"] = found.get("id") or self._id(objtype, name, found, common)
        found["links"] = (*found.get("links", ()), *self._refused)
        return build(_CLASSES[objtype], found, **common)

    def _when(
        self, objtype: str, found: Mapping[str, Any], values: Mapping[str, Node]
    ) -> dict[str, Any]:
        read = when(found, objtype)
        if read.fault:
            self.fault(Problem.DATE, read.fault, values[read.field])
        return {"when": read.range, "when_text": read.text}

    def _body(self, values: Mapping[str, Node]) -> Any:
        node = values.get("body")
        if not isinstance(node, Scalar):
            return ()
        return markdown.read(node.text, lambda problem, message: self.fault(problem, message, node))

    def _image(self, found: Mapping[str, Any], values: Mapping[str, Node]) -> Image:
        path = found["image"]
        if "alt" not in values:
            message = (
                f"image: {shown(path)} has no alternative text; add 'alt' (empty for decoration)"
            )
            self.fault(Problem.ALT, message, values["image"])
        return Image(path, found.get("alt", ""))

    def _id(
        self, objtype: str, name: str, found: Mapping[str, Any], common: Mapping[str, Any]
    ) -> str:
        if objtype == "news" and found.get("date"):
            return slug(f"{found['date'].isoformat()} {name}")
        if objtype != "event":
            return slug(name)
        moment = common["when"] and (common["when"].start or common["when"].end)
        begin = moment.isoformat() if moment else common["when_text"]
        made = slug(" ".join((*found.get("person", ())[:1], begin, name)))
        count = self._event_ids[made] = self._event_ids.get(made, 0) + 1
        return made if count == 1 else f"{made}-{count}"

    def _events_of(self, person: str, table: Table) -> None:
        """Read the events that stand in a person's table: they are that person's."""
        for key, node in table.entries:
            if key.text != "events" or (isinstance(node, Scalar) and node.is_null):
                continue
            if not isinstance(node, Items):
                self.fault(Problem.DATA, f"events must be a list, not {said(node)}", node)
                continue
            for item in node.items:
                if isinstance(item, Table):
                    self.record("event", item, person=person)
                else:
                    message = f"each event must be a table, not {said(item)}"
                    self.fault(Problem.DATA, message, item)

    # -- values -------------------------------------------------------------------------------

    def value(self, kind: Kind, node: Node, name: str) -> Any:
        """Read one value, or tell what is wrong and return ``None``."""
        match node:
            case Scalar():
                return self._words(kind.words, node, name)
            case Items() if kind.item is not None and (message := too_many(len(node.items))):
                self.fault(Problem.OPTION, f"{name}: {message}", node)
                return None
            case Items() if kind.item is not None:
                found = [self._item(kind, item, name) for item in node.items]
                return tuple(dict.fromkeys(item for item in found if item is not None))
            case Table() if kind.keyed and kind.make:
                return tuple(self._keyed(kind, node, name))
            case Table() if kind.parts and kind.item:
                made = self._table(kind, node, name)
                return None if made is None else (made,)
        allowed = "a single value" + (", or a list" if kind.item else "")
        message = f"{name}: {said(node)} can't stand here; allowed: {allowed}"
        self.fault(Problem.DATA, message, node)
        return None

    def _words(self, convert: Convert, node: Scalar, name: str) -> Any:
        try:
            return converted(convert, node.text)
        except BadValueError as error:
            self.fault(error.problem, f"{name}: {error}", node)
            if error.problem in {Problem.URL, Problem.IDENTIFIER} and node.text.strip():
                # Words that a page shows in the place of the link they can't be.
                self._refused.append(Link(f"{name}: {text(node.text)}", ""))
            return None

    def _item(self, kind: Kind, node: Node, name: str) -> Any:
        if isinstance(node, Scalar):
            if node.is_null or not node.text.strip() or kind.item is None:
                return None
            return self._words(kind.item, node, name)
        if isinstance(node, Table) and kind.parts:
            return self._table(kind, node, name)
        self.fault(Problem.DATA, f"{name}: {said(node)} can't stand in this list", node)
        return None

    def _table(self, kind: Kind, table: Table, name: str) -> Any:
        """Read a value of several parts."""
        found: dict[str, Any] = {}
        for key, node in table.entries:
            if key.text not in kind.parts:
                near = hint(key.text, kind.parts) or f"; allowed: {', '.join(kind.parts)}"
                self.fault(Problem.OPTION, f"{name}: unknown part {shown(key.text)}{near}", key)
                continue
            if isinstance(node, Scalar) and node.is_null:
                continue
            value = self.value(kind.parts[key.text], node, f"{name}.{key.text}")
            if value is not None:
                found[key.text] = value
        needed = next(iter(kind.parts))
        if needed not in found:
            if not any(key.text == needed for key, _ in table.entries):
                self.fault(Problem.MISSING, f"{name}: {needed!r} is missing", table)
            return None
        return kind.make(**found) if kind.make else None

    def _keyed(self, kind: Kind, table: Table, name: str) -> list[Any]:
        """Read a table whose names are data."""
        out = []
        for key, node in table.entries:
            words = self.value(kinds.TEXT, node, f"{name}.{key.text}")
            language = self._language(key, key.text)
            if words and language and kind.make:
                out.append(kind.make(language, words))
        return out


def _names(found: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Gather the names in further languages from ``names`` and from ``name.LANGUAGE``."""
    given = found.get("names", ())
    pairs = list(given) if isinstance(given, tuple) else []
    pairs += [
        (name.removeprefix("name."), words)
        for name, words in found.items()
        if name.startswith("name.") and words
    ]
    return tuple(dict(pairs).items())
