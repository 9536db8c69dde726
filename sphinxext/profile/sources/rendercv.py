"""RenderCV 2 becomes records: the file of https://rendercv.com, of which ``cv`` is read.

Sections are known by their titles and by the type of their entries; a section that is none of
ours is kept under its title.  Words are Markdown on one line, as RenderCV takes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..log import Problem
from ..model.cv import SECTIONS, section_name
from ..model.cv_formats import FREE_KEYS, RENDERCV_NETWORKS
from ..model.networks import NETWORKS
from ..model.person import (
    Account,
    FreeSection,
    FreeStyle,
    Language,
    Person,
    Place,
    Testimonial,
)
from ..model.record import Link, Topic
from ..model.richtext import RichText
from ..model.slug import slug
from .data_file import Read
from .foreign import Maker, Taking, checked, contacts, folded, picture, profile
from .issue import Issue
from .rendercv_entries import Entries, is_marked, markdown_body, plain_words
from .tree import Items, Node, Scalar, Table, said

_KNOWN = {folded(label): name for name, (label, _) in RENDERCV_NETWORKS.items() if name in NETWORKS}
_PREFIXES = {folded(label): (name, url) for name, (label, url) in RENDERCV_NETWORKS.items()}
_STYLES: dict[str, FreeStyle] = {key: style for style, key in FREE_KEYS.items()}
#: Words that RenderCV leaves in lower case in a title.
_LOWER = frozenset(
    (
        *("a", "an", "and", "as", "at", "but", "by", "for", "from", "if", "in", "into", "like"),
        *("near", "nor", "of", "off", "on", "onto", "or", "over", "so", "than", "that", "to"),
        *("upon", "when", "with", "yet"),
    )
)

FreeItem = tuple[str, RichText]


def fits(root: Table) -> bool:
    """Tell whether a table is a RenderCV file: it has ``cv``."""
    return any(key.text == "cv" and isinstance(node, Table) for key, node in root.entries)


def read(root: Table, stem: str, issues: list[Issue]) -> list[Read]:
    """Read a CV; ``stem`` names a person who has no name, and faults go to ``issues``."""
    return _Cv(root, stem, issues).read()


def _heading(key: str) -> str:
    """Return the title of a section from its key, as RenderCV does: ``selected_honors``."""
    if " " in key or any(letter.isupper() for letter in key):
        return key
    words = key.replace("_", " ").split(" ")
    return " ".join(word if word in _LOWER else word.capitalize() for word in words)


class _Cv:
    def __init__(self, root: Table, stem: str, issues: list[Issue]) -> None:
        self.issues = issues
        self.top = Taking(root, "RenderCV", issues)
        (self.cv,) = self.top.parts("cv") or (Taking(root, "cv", issues),)
        self.name = plain_words(self.cv, "name")
        if not self.name:
            self.name = stem
            self.cv.fault(Problem.MISSING, f"cv: 'name' is missing; {stem!r} is shown")
        self.maker = Maker(slug(self.name))
        self.entries = Entries(self.maker)
        self.body: RichText = ()
        self.body_title = ""
        self.topics: dict[str, list[Topic]] = {"skills": [], "interests": []}
        self.languages: list[Language] = []
        self.testimonials: list[Testimonial] = []
        self.free: list[FreeSection] = []

    def read(self) -> list[Read]:
        for key, node in self.cv.named("sections"):
            self._section(_heading(key.text), key, node)
        self.maker.found.insert(0, self._person())
        self.cv.rest()
        self.top.rest()
        return self.maker.found

    # -- the header ---------------------------------------------------------------------------

    def _person(self) -> Read:
        cv = self.cv
        found: list[Account | Link | None] = [
            *contacts(cv, "email", "email"),
            *contacts(cv, "phone", "phone"),
            *contacts(cv, "url", "website"),
            *map(self._network, cv.parts("social_networks", bare="network")),
            *map(self._connection, cv.parts("custom_connections", bare="placeholder")),
        ]
        image, pictures = picture(cv, self.name, "photo")
        own = [name for name in self.entries.own_names if name != self.name]
        person = Person(
            id=self.maker.person,
            name=self.name,
            aliases=tuple(dict.fromkeys(own)),
            role=plain_words(cv, "headline", "label"),
            body=self.body,
            section=self.body_title,
            image=image,
            place=Place(city=cv.words("location")),
            accounts=tuple(each for each in found if isinstance(each, Account)),
            links=(*(each for each in found if isinstance(each, Link)), *pictures),
            interests=tuple(self.topics["interests"]),
            skills=tuple(self.topics["skills"]),
            languages=tuple(self.languages),
            testimonials=tuple(self.testimonials),
            free_sections=tuple(self.free),
        )
        return Read(person, cv.table.line, cv.table.column)

    def _network(self, item: Taking) -> Account | Link | None:
        label, value = item.words("network"), item.words("username")
        name, address = _PREFIXES.get(folded(label), ("", ""))
        found = profile(label, value, "", _KNOWN)
        # Accounts that our checks refuse, or of networks that only RenderCV knows.
        if isinstance(found, Account) and address and found.network not in NETWORKS:
            found = replace(found, network=name, url=f"{address}{value.removeprefix('@')}")
        if found is None:
            item.fault(Problem.MISSING, f"social_networks: {label!r} has no 'username'")
        item.rest()
        return found

    def _connection(self, item: Taking) -> Account | Link | None:
        words, url = plain_words(item, "placeholder"), item.url("url")
        icon = item.words("fontawesome_icon")
        item.rest()
        if icon == "phone" and not url and (number := checked("phone", words)):
            return number
        return Link(words or url, url, "" if icon == "link" else icon) if words or url else None

    # -- sections -----------------------------------------------------------------------------

    def _section(self, title: str, key: Scalar, node: Node) -> None:
        if not isinstance(node, Items):
            if not (isinstance(node, Scalar) and node.is_null):
                message = f"sections: {key.text!r} is {said(node)} and not a list; it is left out"
                self.cv.fault(Problem.LOSS, message, node)
            return
        name = section_name(title)
        texts = [item for item in node.items if isinstance(item, Scalar) and item.text.strip()]
        if texts:
            self._texts(name, title, texts)
        items: dict[FreeStyle, list[FreeItem]] = {}
        lines: list[Taking] = []
        for table in (item for item in node.items if isinstance(item, Table)):
            item = Taking(table, title, self.issues)
            if style := next((s for k, s in _STYLES.items() if item.has(k)), None):
                items.setdefault(style, []).append(("", markdown_body(item, FREE_KEYS[style])))
            elif item.has("label") or (item.has("details") and item.has("name")):
                lines.append(item)
                continue
            elif name == "references" and item.has("name"):
                self._reference(item)
            else:
                self.entries.read(item, name, title)
            item.rest()
        self._lines(name, lines, items)
        self.free += [FreeSection(title, style, tuple(found)) for style, found in items.items()]
        for inner in (inner for inner in node.items if isinstance(inner, Items)):
            message = f"{title}: {said(inner)} can't stand in a section; it is left out"
            self.cv.fault(Problem.LOSS, message, inner)

    def _texts(self, name: str, title: str, texts: Sequence[Scalar]) -> None:
        """Read a section of texts: the profile, topics in a word each, or one of its own."""
        plain = not any(is_marked(text.text) for text in texts)
        if name == "profile" and not self.body:
            self.body = self._prose(texts)
            self.body_title = "" if title == SECTIONS[name] else title
        elif title == SECTIONS.get(name) and name in self.topics and plain:
            self.topics[name] += [Topic(" ".join(text.text.split())) for text in texts]
        elif title == SECTIONS.get(name) and name == "languages" and plain:
            self.languages += [Language(" ".join(text.text.split())) for text in texts]
        else:
            items = tuple(("", self._prose([text])) for text in texts)
            self.free.append(FreeSection(title, "text", items))

    def _prose(self, texts: Sequence[Scalar]) -> RichText:
        key = Scalar("text", 0, 0)
        taken = (Taking(Table(((key, t),), t.line, t.column), "", self.issues) for t in texts)
        return tuple(block for item in taken for block in markdown_body(item, "text"))

    def _lines(
        self, name: str, lines: Sequence[Taking], items: dict[FreeStyle, list[FreeItem]]
    ) -> None:
        """Read entries of a label and details: topics, languages, or facts of any kind."""
        topics = [_topic(item) for item in lines] if name in self.topics else []
        if topics and all(topics):
            self.topics[name] += [topic for topic in topics if topic]
        for item in lines:
            if name == "languages":
                language, fluency = plain_words(item, "label", "name"), plain_words(item, "details")
                self.languages.append(Language(language, fluency))
            elif not (topics and all(topics)):
                label = plain_words(item, "label", "name")
                items.setdefault("facts", []).append((label, markdown_body(item, "details")))
            item.rest()

    def _reference(self, item: Taking) -> None:
        name = plain_words(item, "name")
        self.testimonials.append(Testimonial(name, markdown_body(item, "summary", "highlights")))


def _topic(item: Taking) -> Topic | None:
    """Read ``Python (expert)`` and ``a, b``; ``None`` where the words would not come out again."""
    label, details = item.words("label", "name"), item.words("details")
    keywords = tuple(part.strip() for part in details.split(",") if part.strip())
    if is_marked(label) or is_marked(details) or ", ".join(keywords) != details:
        return None
    name, sign, level = label.removesuffix(")").rpartition(" (")
    return (
        Topic(name, level, keywords) if sign and label.endswith(")") else Topic(label, "", keywords)
    )
