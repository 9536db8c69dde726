"""What the readers of other formats share: values are taken from a table by any of their names.

What nobody took is told, with its place: whatever a format has and a record hasn't is named in a
warning and never lost in silence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ..log import Problem
from ..model.cv_formats import PICTURE
from ..model.dates import DateError, DateRange, PartialDate
from ..model.identifiers import IdentifierError, parse_doi
from ..model.names import PersonName
from ..model.networks import AccountError, account, account_link
from ..model.person import Account
from ..model.record import Image, Link, Record
from ..model.slug import slug
from ..model.urls import UrlError, is_external, safe_url
from .bibtex_names import read_name
from .build import when
from .data_file import Read
from .issue import Issue
from .tree import Items, Node, Scalar, Table, said


def folded(name: str) -> str:
    """Return the form in which ``startDate``, ``start_date`` and ``Start-Date`` are one name."""
    return name.replace("_", "").replace("-", "").replace(" ", "").casefold()


@dataclass
class Taking:
    """A table whose values are taken one by one; ``what`` names it in messages."""

    table: Table
    what: str
    issues: list[Issue]
    _taken: set[int] = field(default_factory=set)

    def fault(self, problem: Problem, message: str, node: Node | None = None) -> None:
        """Tell of a fault, at the table's place unless another is given."""
        place = node or self.table
        self.issues.append(Issue(problem.value, message, place.line, place.column))

    def node(self, *names: str) -> Node | None:
        """Take the first value that says something, of those with one of the names."""
        wanted = {folded(name) for name in names}
        found: Node | None = None
        for at, (key, node) in enumerate(self.table.entries):
            if folded(key.text) not in wanted:
                continue
            if _is_empty(node) or found is None or _says_the_same(node, found):
                self._taken.add(at)
                found = found if _is_empty(node) else found or node
        return found

    def place(self, *names: str) -> Node | None:
        """Return the value that :meth:`node` takes for these names, without taking it."""
        wanted = {folded(name) for name in names}
        values = (node for key, node in self.table.entries if folded(key.text) in wanted)
        return next((node for node in values if not _is_empty(node)), None)

    def has(self, name: str) -> bool:
        """Tell whether a value says something, without taking it."""
        wanted = folded(name)
        entries = self.table.entries
        return any(folded(key.text) == wanted and not _is_empty(node) for key, node in entries)

    def text(self, *names: str) -> str:
        """Take a value with its line ends."""
        node = self.node(*names)
        if node is None:
            return ""
        if isinstance(node, Scalar):
            return node.text.strip()
        self.fault(
            Problem.LOSS,
            f"{self.what}: {names[0]!r} is {said(node)} and not a single value; it is left out",
            node,
        )
        return ""

    def words(self, *names: str) -> str:
        """Take a value on one line."""
        return " ".join(self.text(*names).split())

    def several(self, *names: str) -> tuple[str, ...]:
        """Take a list of words, or one value as a list of it."""
        return tuple(" ".join(text.split()) for text in self.texts(*names))

    def texts(self, *names: str) -> list[str]:
        """Take a list of texts, or one value as a list of it."""
        node = self.node(*names)
        found = []
        for item in node.items if isinstance(node, Items) else [node] if node else []:
            if isinstance(item, Scalar):
                found += [item.text.strip()] if item.text.strip() and not item.is_null else []
            else:
                message = f"{self.what}: {said(item)} can't stand in {names[0]!r}; it is left out"
                self.fault(Problem.LOSS, message, item)
        return found

    def parts(self, *names: str, bare: str = "name") -> list[Taking]:
        """Take a list of tables; words without a table are its value under ``bare``."""
        node = self.node(*names)
        found = []
        for item in node.items if isinstance(node, Items) else [node] if node else []:
            table = item
            if isinstance(item, Scalar):
                entry = (Scalar(bare, item.line, item.column), item)
                table = Table((entry,), item.line, item.column)
            if isinstance(table, Table):
                found.append(Taking(table, names[0], self.issues))
            else:
                message = f"{names[0]}: {said(item)} can't stand in this list; it is left out"
                self.fault(Problem.LOSS, message, item)
        return [part for part in found if part.table.entries]

    def pairs(self, *names: str) -> tuple[tuple[str, str], ...]:
        """Take words by their names."""
        found = ((key.text, node) for key, node in self.named(*names))
        return tuple((key, node.text) for key, node in found if isinstance(node, Scalar))

    def named(self, *names: str) -> list[tuple[Scalar, Node]]:
        """Take a table whose names are words themselves."""
        node = self.node(*names)
        if node is not None and not isinstance(node, Table):
            message = f"{self.what}: {names[0]!r} is {said(node)} and not a table; it is left out"
            self.fault(Problem.LOSS, message, node)
        return list(node.entries) if isinstance(node, Table) else []

    def url(self, *names: str) -> str:
        """Take an address; one that is none is told."""
        node = self.node(*names)
        if not isinstance(node, Scalar):
            return ""
        try:
            return safe_url(node.text.strip())
        except UrlError as error:
            self.fault(Problem.URL, f"{self.what}: {names[0]}: {error}", node)
            return ""

    def doi(self) -> str:
        """Take a DOI; one that is none is told."""
        words = self.words("doi")
        try:
            return parse_doi(words) if words else ""
        except IdentifierError as error:
            self.fault(Problem.IDENTIFIER, f"{self.what}: {error}", self.place("doi"))
            return ""

    def date(self, *names: str) -> PartialDate | None:
        """Take one date; one that is none is told."""
        words = self.words(*names)
        try:
            return PartialDate.parse(words) if words else None
        except DateError as error:
            self.fault(Problem.DATE, f"{self.what}: {names[0]}: {error}", self.place(*names))
            return None

    def links(self) -> tuple[Link, ...]:
        """Take further links: a label and an address each."""
        found = []
        for part in self.parts("links", bare="url"):
            label, url = part.words("label"), part.url("url")
            found.append(Link(label or url, url))
            part.rest()
        return tuple(link for link in found if link.label)

    def when(
        self, start: str, end: str, day: str, *, free: bool = False
    ) -> tuple[DateRange | None, str]:
        """Take dates; words that are none stay words, told unless the format allows them."""
        names = {"start": start, "end": end, "date": day}
        read = when({which: self.words(name) for which, name in names.items()}, "")
        if read.fault and not (free and read.field == "date"):
            name = names[read.field]
            self.fault(Problem.DATE, f"{self.what}: {name}: {read.fault}", self.place(name))
        return read.range, read.text

    def take_all(self) -> None:
        """Take everything, where the whole table has been told to be left out."""
        self._taken.update(range(len(self.table.entries)))

    def rest(self, *known: str) -> None:
        """Tell what was not taken; ``known`` are names of which nothing need be told."""
        silent = {folded(name) for name in known}
        for at, (key, node) in enumerate(self.table.entries):
            if at in self._taken or _is_empty(node) or folded(key.text) in silent:
                continue
            message = f"{self.what}: there is no place for {key.text!r}; it is left out"
            self.fault(Problem.LOSS, message, key)


def _is_empty(node: Node) -> bool:
    match node:
        case Scalar():
            return node.is_null or not node.text.strip()
        case Items():
            return not node.items
        case Table():
            return not node.entries


def _says_the_same(one: Node, other: Node) -> bool:
    return isinstance(one, Scalar) and isinstance(other, Scalar) and one.text == other.text


@dataclass
class Maker:
    """Gathers the records of one person's file, each with an id and its place."""

    person: str
    found: list[Read] = field(default_factory=list)
    _ids: dict[str, int] = field(default_factory=dict)

    def id_of(self, *parts: str) -> str:
        """Return an id made of the person and of words; doubles are numbered."""
        made = slug(" ".join((self.person, *(part for part in parts if part))))
        count = self._ids[made] = self._ids.get(made, 0) + 1
        return made if count == 1 else f"{made}-{count}"

    def add(self, record: Record, place: Taking) -> None:
        """Note a record where its table stands."""
        self.found.append(Read(record, place.table.line, place.table.column))


def begin(when: DateRange | None, words: str) -> str:
    """Return the date that stands in the id of an entry."""
    moment = when and (when.start or when.end)
    return moment.isoformat() if moment else words


def author_name(text: str) -> PersonName:
    """Read an author's name; one that would be shown otherwise than it is written stays whole."""
    read = read_name(text).name
    return read if read.display == text else PersonName(literal=text)


def profile(label: str, value: str, url: str, known: Mapping[str, str]) -> Account | Link | None:
    """Read an account from the network's name, the account's name and its address.

    ``known`` are networks by their folded names.  What a network doesn't know is kept as it was
    written; ``None`` if there is nothing to keep.
    """
    name = known.get(folded(label), "")
    if name and (found := checked(name, value or url)):
        same = not url or account_link(found).url == url or checked(name, url) == found
        return found if same else Account(name, found.value, label, url)
    if not value:
        return Link(label or url, url) if url else None
    own = slug(label)
    return Account("" if folded(label) in known and not url else own, value, label, url)


def checked(name: str, text: str) -> Account | None:
    """Read an account on a known network; ``None`` where it is none."""
    try:
        return account(name, text)
    except (AccountError, UrlError):
        return None


def contacts(place: Taking, network: str, *names: str) -> Iterator[Account | Link]:
    """Read e-mail addresses, numbers or web addresses; one that is none stays words."""
    for words in place.several(*names):
        try:
            yield account(network, words)
        except (AccountError, UrlError) as error:
            message = f"{place.what}: {names[0]}: {error}"
            place.fault(Problem.IDENTIFIER, message, place.place(*names))
            yield Link(f"{names[0]}: {words}", "")


def picture(place: Taking, alt: str, *names: str) -> tuple[Image | None, tuple[Link, ...]]:
    """Read a picture: a file beside this one, or one on another host, which is linked to."""
    words = place.text(*names)
    if not words:
        return None, ()
    if not is_external(words):
        return Image(words, alt), ()
    try:
        return None, (Link("Picture", safe_url(words), PICTURE),)
    except UrlError as error:
        place.fault(Problem.URL, f"{place.what}: {names[0]}: {error}", place.place(*names))
        return None, ()
