"""What all directives share: open options that cost one value each, places, words as records."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective
from sphinx.util.matching import patmatch

from ..config import Settings
from ..domain.profile_domain import ProfileDomain
from ..domain.store import Stated
from ..log import Problem, warn
from ..model.dates import DateRange
from ..model.nearest import hint
from ..model.record import Image, Record
from ..model.richtext import RichText
from ..model.slug import slug
from ..model.urls import is_external
from ..nodes import profile_listing
from ..sources.build import when
from ..sources.node_text import richtext
from . import options
from .options import BadValueError, Option


class OpenOptions(dict[str, Callable[[str], Any]]):
    """An option table that takes every name, so that an unknown one costs itself alone."""

    def __missing__(self, name: str) -> Callable[[str], Any]:
        return directives.unchanged


class RecordDirective(SphinxDirective):
    """A directive whose options are read one by one.

    :attr:`OPTIONS` names them; :meth:`read` converts, warns of what can't be used with the line of
    the option, and gathers refused words in :attr:`refused` so that they are still shown.
    """

    OPTIONS: ClassVar[Mapping[str, Option]] = {}
    #: Prefixes of options that carry more in their name, such as ``name.ko``.
    PREFIXES: ClassVar[tuple[str, ...]] = ()

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.option_spec = OpenOptions(dict.fromkeys(cls.OPTIONS, directives.unchanged))

    # -- options ------------------------------------------------------------------------------

    def read(self) -> dict[str, Any]:
        """Convert all options that are given and can be used, by name."""
        self.refused: list[tuple[str, str]] = []
        found: dict[str, Any] = {}
        for name, words in self.options.items():
            if name.startswith(self.PREFIXES) and self.PREFIXES:
                found[name] = options.text(words or "")
                continue
            option = self.OPTIONS.get(name)
            if option is None:
                self.warn_unknown(name)
                continue
            try:
                found[name] = option.convert(words or "")
            except BadValueError as error:
                self.refuse(name, words or "", error)
        return found

    def refuse(self, name: str, words: str, error: BadValueError) -> None:
        """Warn of a value and keep its words if they say something to a reader."""
        self.warn(error.problem, f"{name}: {error}", name)
        if error.problem in {Problem.URL, Problem.IDENTIFIER, Problem.DATE} and words:
            self.refused.append((name, words))

    def warn_unknown(self, name: str) -> None:
        """Warn of an option that the directive doesn't have."""
        near = hint(name, self.OPTIONS) or f"; allowed: {', '.join(self.OPTIONS)}"
        self.warn(Problem.OPTION, f"{self.name}: unknown option {name!r}{near}", name)

    # -- places -------------------------------------------------------------------------------

    @property
    def place(self) -> tuple[str, int]:
        """The file as warnings name it, and the directive's line."""
        source, line = self.state_machine.get_source_and_line(self.lineno)
        return source or self.env.docname, line or self.lineno

    def option_line(self, name: str) -> int:
        """Return the line of an option, or the directive's."""
        pattern = re.compile(rf"\s*:?{re.escape(name)}:")
        for offset, line in enumerate(self.block_text.splitlines()):
            if offset and pattern.match(line):
                return self.place[1] + offset
        return self.place[1]

    def at(self, name: str = "") -> str:
        """Return ``file:line`` of an option, or of the directive."""
        return f"{self.place[0]}:{self.option_line(name) if name else self.place[1]}"

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
        return options.text(self.arguments[0]) if self.arguments else ""

    def named(self, what: str) -> str:
        """Return the argument, or warn that the record has no name and take its id."""
        if not self.heading:
            self.warn(Problem.MISSING, f"{self.name}: {what} is missing after the directive's name")
        return self.heading or str(self.options.get("id") or what)

    def identify(self, found: Mapping[str, Any], name: str) -> str:
        """Return the id that is given, or one made of the name."""
        return str(found.get("id") or slug(name))

    def note(self, record: Record) -> Stated:
        """Keep the record as stated here."""
        source, line = self.place
        lines = [(name, self.option_line(name)) for name in self.options]
        patterns = Settings.of(self.config).unlisted if self.config.profile_unlisted else ()
        listed = not any(patmatch(self.env.docname, pattern) for pattern in patterns)
        return self.domain.note(record, source, line, lines, listed=listed)

    def content_nodes(self) -> list[nodes.Node]:
        """Parse the body."""
        return self.parse_content_to_nodes() if self.content else []

    @staticmethod
    def words_of(found: Sequence[nodes.Node]) -> RichText:
        """Read parsed nodes as rich text."""
        return richtext(found)

    def located(self, node: nodes.Element) -> nodes.Element:
        """Give a block and its parts their place, for warnings and translation."""
        source, line = self.place
        for part in node.findall(nodes.Element):
            if part.source is None:
                part.source, part.line = source, line
        return node

    def shown_record(self, objtype: str, found: Mapping[str, Any]) -> nodes.Element:
        """Make the place of a record that a data file states."""
        node = profile_listing("", classes=["profile-listing"])
        node["profile-show"] = [objtype, str(found.get("id", ""))]
        return self.located(node)

    # -- values that need the page -------------------------------------------------------------

    def image(self, found: Mapping[str, Any]) -> Image | None:
        """Find the picture that ``image`` and ``alt`` name."""
        path = found.get("image", "")
        if not path:
            return None
        alt = found.get("alt", "")
        if "alt" not in found:
            message = f"image: {path!r} has no alternative text; add ':alt:' (empty for decoration)"
            self.warn(Problem.ALT, message, "image")
        try:
            return Image(self.source_file(path), alt)
        except BadValueError as error:
            self.refuse("image", path, error)
            return None

    def source_file(self, path: str) -> str:
        """Return a file's path from the source root, or raise BadValueError."""
        if is_external(path) or ":" in path.split("/", maxsplit=1)[0]:
            message = f"{path!r} is not a file of the site; put the picture beside the page"
            raise BadValueError(Problem.IMAGE, message)
        try:
            inside, full = self.env.relfn2path(path, self.env.docname)
            is_file = Path(full).is_file()
        except (ValueError, OSError):
            raise BadValueError(Problem.IMAGE, f"{path[:80]!r} is not a file name") from None
        relative = PurePosixPath(inside.replace("\\", "/"))
        if ".." in relative.parts or relative.is_absolute():
            raise BadValueError(Problem.IMAGE, f"{path!r} lies outside the source directory")
        if not is_file:
            raise BadValueError(Problem.IMAGE, f"{path!r} is not there")
        return relative.as_posix()

    def when(self, found: Mapping[str, str]) -> tuple[DateRange | None, str]:
        """Read ``start`` and ``end``, or ``date``: the range, and the words if it can't be read."""
        read = when(found)
        if read.fault:
            self.warn(Problem.DATE, read.fault, read.field)
        return read.range, read.text

    def refused_lines(self) -> list[nodes.Node]:
        """Show refused words as they were typed."""
        return [
            nodes.paragraph(
                "",
                "",
                nodes.strong("", name),
                nodes.Text(f": {words}"),
                classes=["profile-refused"],
            )
            for name, words in self.refused
        ]
