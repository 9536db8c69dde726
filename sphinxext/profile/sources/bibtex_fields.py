"""The fields of one entry, asked for by name: text, flags, lists, dates, identifiers, links."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..model.dates import DateError, DateRange, PartialDate
from ..model.identifiers import IdentifierError
from ..model.quoting import shown
from ..model.record import Link
from ..model.urls import UrlError, safe_url
from .bibtex_blocks import RawEntry
from .bibtex_types import status_in
from .bounds import MOST_PARTS, too_many
from .field_text import verbatim
from .issue import Issue
from .latex_text import to_plain

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")
_HREF = re.compile(r"<a\s[^<>]{0,200}?href=[\"']?([^\"'<>\s]+)")
_LIST = re.compile(r"(?:(?<!\s)\s+)?[,;]\s*")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july",
            "aug august", "sep sept september", "oct october", "nov november", "dec december",
        ),
        start=1,
    )
    for name in names.split(" ")
}  # fmt: skip
_TRUE = frozenset({"true", "yes", "1", "on", "y"})
_FALSE = frozenset({"false", "no", "0", "off", "n", ""})


class Fields:
    """The fields of an entry in lower case; what is wrong with one goes to ``issues``."""

    def __init__(self, entry: RawEntry, issues: list[Issue]) -> None:
        self.entry = entry
        self.issues = issues
        self.raw: dict[str, str] = {}
        for name, value in entry.fields:
            if (low := name.lower()) not in self.raw:
                self.raw[low] = value
            elif value.strip() != self.raw[low].strip():
                self.report("bibtex", f"the field {low!r} is there twice; the first one counts")

    def report(self, problem: str, message: str) -> None:
        """Note what is wrong with the entry."""
        text = f"entry {self.entry.key!r}: {message}"
        self.issues.append(Issue(problem, text, self.entry.line))

    def value(self, *names: str) -> str:
        """Return the raw text of the first of some fields that is not empty."""
        for name in names:
            if (value := self.raw.get(name)) and not value.isspace():
                return value
        return ""

    def text(self, *names: str) -> str:
        """Return a field as plain text on one line."""
        raw = self.raw
        for name in names:
            if (value := raw.get(name)) and (text := to_plain(value)):
                return text
        return ""

    def titled(self, *names: str) -> str:
        """Return a title with its subtitle, whose field is named after it."""
        for name in names:
            if title := self.text(name):
                subtitle = self.text(name.removesuffix("title") + "subtitle")
                return with_subtitle(title, subtitle) if subtitle else title
        return ""

    def items(self, *names: str) -> tuple[str, ...]:
        """Return a list that commas or semicolons part, each item once."""
        value = self.text(*names)
        found = tuple(dict.fromkeys(filter(None, _LIST.split(value)))) if value else ()
        if message := too_many(len(found)):
            self.report("bibtex", f"{names[0]}: {message}")
        return found[:MOST_PARTS]

    def flag(self, name: str) -> bool | None:
        """Return whether a field says yes or no; ``None`` where it is not there."""
        value = self.raw.get(name)
        if value is None:
            return None
        word = to_plain(value).lower()
        if word not in _TRUE and word not in _FALSE:
            self.report("bibtex", f"{name} = {shown(word)} is neither true nor false")
        return word in _TRUE

    def identifier(self, parse: Callable[[str], str], *names: str) -> str:
        """Return an identifier that is checked; a wrong one is reported and left out."""
        value = verbatim(self.value(*names))
        if not value:
            return ""
        try:
            return parse(value)
        except IdentifierError as error:
            self.report("identifier", str(error))
            return ""

    def address(self, *names: str) -> str:
        """Return an address that is checked; a wrong one is reported and left out."""
        value = verbatim(self.value(*names))
        if not value:
            return ""
        if "<" in value and (match := _HREF.search(value)):
            value = match[1]
        if value.startswith("www."):
            value = f"https://{value}"
        try:
            return safe_url(value)
        except UrlError as error:
            self.report("url", str(error))
            return ""

    def link(self, name: str, label: str) -> Link | None:
        """Return a field as a labelled link."""
        url = self.address(name)
        return Link(label, url, name) if url else None

    def date(self, name: str) -> PartialDate | None:
        """Return a BibLaTeX date (EDTF); of a range its start, or its end where that is alone."""
        text = to_plain(self.value(name)).strip("~?% ")
        if not text:
            return None
        if match := _ISO.fullmatch(text):
            return self._dated(name, text, *match.groups())
        try:
            return PartialDate.parse(text)
        except DateError as error:
            first = error
        try:
            span = DateRange.parse(text)
            return span.start or span.end
        except DateError:
            self.report("date", f"{name}: {first}")
            found = _YEAR.search(text)
            return self._dated(name, text, found[1], None, None) if found else None

    def issued(self) -> PartialDate | None:
        """Return the date of publication, from ``date`` or from year, month and day."""
        if self.value("date"):
            return self.date("date")
        text = self.text("year")
        found = _YEAR.search(text)
        if not found:
            if text and not status_in(text):
                self.report("date", f"year = {shown(text)} holds no year of four digits")
            return None
        month, day = self._month()
        if (stated := self.text("day")) and re.fullmatch(r"\d\d?", stated):
            day = stated
        return self._dated("month", self.text("month"), found[1], month, day)

    def _month(self) -> tuple[str | None, str | None]:
        """Return month and day as digits, from ``jan``, ``3``, ``12 March``, ``May/June``."""
        text = self.text("month")
        if not text or (text.isdigit() and text.strip("0") == ""):
            return None, None
        if number := _MONTHS.get(text.lower()):
            return str(number), None
        words = re.findall(r"[^\W\d_]+|\d+", text.lower())
        named = next((str(_MONTHS[word]) for word in words if word in _MONTHS), None)
        numbers = [word for word in words if word.isdigit() and len(word) <= 2]
        if named:
            one_day = len(numbers) == 1 and len([w for w in words if w in _MONTHS]) == 1
            return named, numbers[0] if one_day else None
        if len(words) == 1 and numbers:
            return numbers[0], None
        self.report("date", f"month = {shown(text)} is no month; write jan to dec or 1 to 12")
        return None, None

    def _dated(
        self, name: str, text: str, year: str, month: str | None, day: str | None
    ) -> PartialDate | None:
        """Build a date; parts that are 00, or that no calendar has, are left out."""
        parts = [int(year), int(month or 0) or None, int(day or 0) or None]
        if parts[1] is None:
            parts[2] = None
        fault = ""
        for count in (3, 2, 1):
            kept = [*parts[:count], None, None]
            try:
                found = PartialDate(kept[0] or 0, kept[1], kept[2])
            except DateError as error:
                fault = fault or str(error)
                continue
            if fault:
                self.report("date", f"{name} = {shown(text or year)}: {fault}")
            return found
        self.report("date", f"{name} = {shown(text or year)}: {fault}")
        return None


def with_subtitle(title: str, subtitle: str) -> str:
    """Join a title and its subtitle with a colon, unless the title ends in a sign of its own."""
    return f"{title} {subtitle}" if title.endswith((":", "?", "!", "–", "—")) else (
        f"{title}: {subtitle}"
    )  # fmt: skip
