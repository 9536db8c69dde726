"""What all directives share: open options that cost one value each, places, words as records."""

from __future__ import annotations

import linecache
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective
from sphinx.util.matching import patmatch

from ..config import Settings
from ..domain.profile_domain import ProfileDomain
from ..domain.store import Stated, free_anchor, state
from ..log import Problem, warn
from ..model.dates import DateRange
from ..model.languages import LanguageError, language_tag
from ..model.nearest import hint
from ..model.quoting import shown
from ..model.record import Image, Record
from ..model.richtext import RichText
from ..model.slug import slug
from ..nodes import profile_listing, profile_words
from ..render.common import refused
from ..sources.build import when
from ..sources.node_text import richtext
from ..sources.text import clean
from . import options
from .content import DEEPEST, as_typed, parsed, too_deep
from .option_lines import lines_in_file, option_lines
from .options import BadValueError, Option, converted
from .pictures import source_file

#: Options that set something and say nothing to a reader; ``image`` has its words in ``alt``.
_SETTINGS = frozenset({"durations", "group", "id", "image", "kind", "layout", "order", "type"})


def _says_something_empty(name: str, option: Option) -> bool:
    """Tell whether an option without a value means something; the others were left blank."""
    return name in {"alt", "end"} or option.convert is options.flag


def plain_words(found: Sequence[nodes.Node]) -> str:
    """Return the words of inline nodes on one line."""
    return options.text("".join(node.astext() for node in found))


class RecordDirective(SphinxDirective):
    """A directive whose options are read one by one.

    :attr:`OPTIONS` names them; :meth:`read` converts, warns of what can't be used with the line of
    the option, and gathers refused words in :attr:`refused` so that they are still shown.
    """

    OPTIONS: ClassVar[Mapping[str, Option]] = {}
    #: Other names of options.
    SYNONYMS: ClassVar[Mapping[str, str]] = {}
    #: What stands before the language in options such as ``name.ko``, or ``""``.
    PREFIX: ClassVar[str] = ""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.option_spec = options.OpenOptions(dict.fromkeys(cls.OPTIONS, directives.unchanged))

    # -- options ------------------------------------------------------------------------------

    def read(self) -> dict[str, Any]:
        """Convert all options that are given and can be used, by name; empty ones say nothing."""
        self.refused: list[tuple[str, str]] = []
        found: dict[str, Any] = {}
        for name, given in self.options.items():
            words = clean(given or "")
            option = self._option(name)
            if option is None:
                self._refuse_unknown(name, words)
                continue
            if len(self._lines.get(name.lower(), ())) > 1:
                message = f"{name}: the option is given twice; the last one counts"
                self.warn(Problem.OPTION, message, name)
            if not words.strip() and not _says_something_empty(name, option):
                continue
            try:
                found[self._key(name)] = converted(option.convert, words)
            except BadValueError as error:
                self.refuse(name, words, error)
        return found

    def _option(self, name: str) -> Option | None:
        if self.PREFIX and name.startswith(self.PREFIX):
            return Option(options.text, "The name in another language.")
        return self.OPTIONS.get(name) or self.OPTIONS.get(self.SYNONYMS.get(name, ""))

    def _key(self, name: str) -> str:
        """Return the name under which a value is kept; a language in it gets its usual form."""
        if not (self.PREFIX and name.startswith(self.PREFIX)):
            return self.SYNONYMS.get(name, name)
        try:
            return self.PREFIX + language_tag(name.removeprefix(self.PREFIX))
        except LanguageError as error:
            raise BadValueError(Problem.OPTION, str(error)) from None

    def _refuse_unknown(self, name: str, words: str) -> None:
        """Warn of an option that the directive doesn't have, and keep its words."""
        near = hint(name, (*self.OPTIONS, *self.SYNONYMS))
        near = near or f"; allowed: {', '.join(self.OPTIONS)}"
        self.warn(Problem.OPTION, f"{self.name}: unknown option {shown(name)}{near}", name)
        if words.strip():
            self.refused.append((name, words))

    def refuse(self, name: str, words: str, error: BadValueError) -> None:
        """Warn of a value and keep its words if they say something to a reader."""
        self.warn(error.problem, f"{name}: {error}", name)
        if words.strip() and name not in _SETTINGS:
            self.refused.append((name, words))

    # -- places -------------------------------------------------------------------------------

    @cached_property
    def place(self) -> tuple[str, int]:
        """The file as warnings name it, and the directive's line."""
        source, line = self.state_machine.get_source_and_line(self.lineno)
        return source or self.env.docname, self._opening(source or "", line or self.lineno)

    def _opening(self, source: str, line: int) -> int:
        """Return the line on which the directive opens.

        MyST-Parser 5 puts an empty line in front of a fence that begins the content of another, so
        that what stands deeper is counted one line too low for each.
        """
        linecache.checkcache(source)
        for candidate in range(line, max(line - 4, 0), -1):
            words = linecache.getline(source, candidate)
            if f"{{{self.name}}}" in words or f"{self.name}::" in words:
                return candidate
        return line

    @cached_property
    def _lines(self) -> dict[str, list[int]]:
        found = option_lines(self.block_text)
        return found if found or not self.options else lines_in_file(*self.place)

    def option_line(self, name: str) -> int:
        """Return the line of an option, or the directive's."""
        return self.place[1] + self._lines.get(name.lower(), [0])[-1]

    def at(self, name: str = "") -> str:
        """Return ``file:line`` of an option, or of the directive."""
        return f"{self.place[0]}:{self.option_line(name)}"

    def warn(self, problem: Problem, message: str, name: str = "") -> None:
        """Warn at an option, or at the directive."""
        warn(problem, message, location=self.at(name))

    @staticmethod
    def warn_at(problem: Problem, message: str, location: str) -> None:
        """Warn at a place inside the body."""
        warn(problem, message, location=location)

    # -- records ------------------------------------------------------------------------------

    @property
    def domain(self) -> ProfileDomain:
        """The profile domain of this build."""
        return ProfileDomain.of(self.env)

    @property
    def language(self) -> str:
        """The site's language."""
        return str(self.config.language or "en")

    @property
    def heading(self) -> str:
        """The directive's argument on one line: the name or title."""
        return options.text(clean(self.arguments[0])) if self.arguments else ""

    def heading_nodes(self) -> list[nodes.Node]:
        """Parse the directive's argument as words with markup, one message for translators."""
        if not self.heading:
            return []
        found = self.parse_inline(self.heading)[0]
        return [profile_words(self.heading, "", *found, translatable=True)]

    def named(self, what: str, name: str | None = None) -> str:
        """Return the argument (or what it says), or warn that it is missing and take the id.

        A record that has neither is shown and not kept: nobody could refer to it.
        """
        name = self.heading if name is None else name
        if not name:
            self.warn(Problem.MISSING, f"{self.name}: {what} is missing after the directive's name")
        return name or str(self.options.get("id") or "").strip()

    def identify(self, found: Mapping[str, Any], name: str) -> str:
        """Return the id that is given, or one made of the name."""
        return str(found.get("id") or slug(name))

    def note(
        self, record: Record, line: int = 0, lines: Sequence[tuple[str, int]] | None = None
    ) -> Stated:
        """Keep the record as stated here, at an anchor that the page doesn't have yet."""
        source, own_line = self.place
        line = line or own_line
        if lines is None:
            lines = [(name, self.option_line(name)) for name in self.options]
        if not record.name:
            return replace(state(record, self.env.docname, source, line, lines), anchor="")
        taken = self.state.document.ids
        anchor = free_anchor(record, taken)
        taken[anchor] = nodes.target("", "", ids=[anchor])
        patterns = Settings.of(self.config).unlisted if self.config.profile_unlisted else ()
        listed = not any(patmatch(self.env.docname, pattern) for pattern in patterns)
        return self.domain.note(record, source, line, lines, listed=listed, html_id=anchor)

    def content_nodes(self) -> list[nodes.Node]:
        """Parse the body; one that stands too deep in blocks of ours stays words."""
        if not too_deep(self):
            return parsed(self) if self.content else []
        message = f"{self.name}: more than {DEEPEST} blocks stand in one another"
        self.warn(Problem.STRUCTURE, f"{message}; this one's body is shown as it was typed")
        return as_typed(self)

    @staticmethod
    def words_of(found: Sequence[nodes.Node]) -> RichText:
        """Read parsed nodes as rich text."""
        return richtext(found)

    def located(self, node: nodes.Element) -> nodes.Element:
        """Give a block and its parts their place, for warnings, translation and references."""
        source, line = self.place
        for part in node.findall(nodes.Element):
            if part.source is None:
                field = part.get("profile-field", "")
                part.source, part.line = source, self.option_line(field) if field else line
            for identifier in part["ids"]:
                self.state.document.ids[identifier] = part
        return node

    def in_place(self, node: nodes.Element) -> list[nodes.Node]:
        """Return a record's block, wrapped as a grid's item where a sphinx-design grid holds it."""
        self.located(node)
        parent = getattr(self.state_machine, "node", None)
        if parent is None or parent.get("design_component") != "grid-row":
            return [node]
        classes = ["sd-col", "sd-d-flex-column"]
        return [
            nodes.container("", node, is_div=True, design_component="grid-item", classes=classes)
        ]

    def shown_record(self, objtype: str) -> list[nodes.Node]:
        """Make the place of a data file's record where the block has an id and nothing else."""
        if self.heading or self.content or set(self.options) != {"id"}:
            return []
        node = profile_listing("", classes=["profile-listing"])
        node["profile-show"] = [objtype, self.options["id"].strip()]
        node["profile-lines"] = [f"id:{self.option_line('id')}"]
        return [self.located(node)]

    # -- values that need the page -------------------------------------------------------------

    def image(self, found: Mapping[str, Any]) -> Image | None:
        """Find the picture that ``image`` names; where it is refused the words of ``alt`` stay."""
        path, alt = found.get("image", ""), found.get("alt", "")
        if not path:
            return None
        try:
            image = Image(source_file(self.env, path), alt)
        except BadValueError as error:
            self.refuse("image", path, error)
            if alt:
                self.refused.append(("", alt))
            return None
        if "alt" not in found:
            message = (
                f"image: {shown(path)} has no alternative text; "
                "add ':alt:' with what it shows (empty for mere decoration)"
            )
            self.warn(Problem.ALT, message, "image")
        return image

    def when(self, found: Mapping[str, Any], objtype: str) -> tuple[DateRange | None, str]:
        """Read ``start`` and ``end``, or ``date``: the range, and the words if it can't be read."""
        read = when(found, objtype)
        if read.fault:
            self.warn(Problem.DATE, f"{read.field}: {read.fault}", read.field)
        return read.range, read.text

    def refused_lines(self) -> list[nodes.Node]:
        """Show refused words as they were typed."""
        return refused(self.refused)
