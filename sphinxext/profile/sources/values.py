"""From the words of one value to what they mean: options of directives and fields of data files.

Each converter takes the words and raises :class:`BadValueError`; what an author wrote is then kept
as words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ..log import Problem
from ..model.dates import DateError, PartialDate
from ..model.event import KINDS
from ..model.identifiers import IdentifierError
from ..model.nearest import hint
from ..model.networks import account
from ..model.organization import TYPES
from ..model.person import Account, Language
from ..model.project import STATUSES
from ..model.quoting import shown
from ..model.record import Link, Mention, Topic
from ..model.urls import UrlError, safe_url
from .bounds import too_many


class BadValueError(ValueError):
    """A value that can't be used: what is wrong, the value, what is allowed."""

    def __init__(self, problem: Problem, message: str) -> None:
        super().__init__(message)
        self.problem = problem


Convert = Callable[[str], Any]


def converted(convert: Convert, value: str) -> Any:
    """Read a value.

    Raises:
        BadValueError: It can't be used, or is a list of too many parts.

    """
    found = convert(value)
    if isinstance(found, tuple) and (message := too_many(len(found))):
        raise BadValueError(Problem.OPTION, message)
    return found


def words(value: str) -> tuple[str, ...]:
    """Split at commas and line ends."""
    parts = (part.strip() for line in value.splitlines() for part in line.split(","))
    return tuple(part for part in parts if part)


def text(value: str) -> str:
    """Take the words as they are, on one line."""
    return " ".join(value.split())


def identifier(value: str) -> str:
    """Take an id: one word."""
    found = value.strip()
    if not found or any(c.isspace() for c in found):
        raise BadValueError(
            Problem.OPTION, f"{shown(value)} is not an id: it is one word without blanks"
        )
    return found


def identifiers(value: str) -> tuple[str, ...]:
    """Take ids parted by commas."""
    return tuple(identifier(word) for word in several(value))


def flag(value: str) -> bool:
    """Take an empty value, ``true`` or ``yes`` as set, ``false`` and ``no`` as not."""
    return value.strip().casefold() not in {"false", "no", "off", "0"}


def several(value: str) -> tuple[str, ...]:
    """Split at commas and line ends, dropping doubles."""
    return tuple(dict.fromkeys(words(value)))


def organizations(value: str) -> tuple[str, ...]:
    """Split at semicolons and line ends: names of organizations hold commas."""
    parts = (text(part) for line in value.splitlines() for part in line.split(";"))
    return tuple(dict.fromkeys(part for part in parts if part))


def topics(value: str) -> tuple[Topic, ...]:
    """Read interests or skills parted by commas."""
    return tuple(Topic(name) for name in several(value))


def _parted(value: str) -> list[str]:
    """Split at line ends, and at commas outside parentheses."""
    parts = []
    for line in value.splitlines():
        start, depth = 0, 0
        for at, sign in enumerate(line):
            if sign == "," and depth == 0:
                parts.append(line[start:at])
                start = at + 1
            depth = max(depth + (sign == "(") - (sign == ")"), 0)
        parts.append(line[start:])
    return [text(part) for part in parts if part.strip()]


def _with_note(value: str) -> tuple[str, str]:
    """Part ``jane-doe (Lead)`` into what stands before the parentheses and in them."""
    found = text(value)
    if found.endswith(")") and "(" in found[1:]:
        before, _, note = found[:-1].rpartition("(")
        return before.rstrip(), note.strip()
    return found, ""


def mention(value: str) -> Mention:
    """Read one person with an optional role: ``taehoon-kim (Lead)``."""
    return Mention(*_with_note(value))


def mentions(value: str) -> tuple[Mention, ...]:
    """Read people with optional roles: ``taehoon-kim (Lead), jane-doe``."""
    return tuple(mention(part) for part in _parted(value))


def language(value: str) -> Language:
    """Read one language with an optional fluency: ``English (fluent)``."""
    return Language(*_with_note(value))


def languages(value: str) -> tuple[Language, ...]:
    """Read languages with fluency: ``English (fluent), Korean (native)``."""
    return tuple(language(part) for part in _parted(value))


def url(value: str) -> str:
    """Check an address."""
    try:
        return safe_url(value.strip())
    except UrlError as error:
        raise BadValueError(Problem.URL, str(error)) from None


def links(value: str) -> tuple[Link, ...]:
    """Read ``label <url>``, one on each line or parted by commas."""
    found = []
    *parts, rest = value.split(">")
    for part in parts:
        label, sign, address = part.partition("<")
        if not sign:
            raise _no_link(value)
        address = url(address)
        found.append(Link(text(label.lstrip(", \t\r\n")) or address, address))
    if rest.strip(", \t\r\n"):
        raise _no_link(value)
    return tuple(found)


def link(value: str) -> Link:
    """Read one ``label <url>``, or an address alone."""
    if "<" not in value:
        address = url(value)
        return Link(address, address)
    found = links(value)
    if len(found) != 1:
        raise _no_link(value)
    return found[0]


def _no_link(value: str) -> BadValueError:
    return BadValueError(Problem.OPTION, f"{shown(value)}: write each link as 'label <https://…>'")


def date(value: str) -> PartialDate:
    """Read one date."""
    try:
        return PartialDate.parse(value)
    except DateError as error:
        raise BadValueError(Problem.DATE, str(error)) from None


def one_of(allowed: Iterable[str], what: str) -> Convert:
    """Make a converter for one of several words."""
    known = tuple(word for word in allowed if word)

    def convert(value: str) -> str:
        found = value.strip()
        if found.casefold() not in known:
            near = hint(found.casefold(), known)
            message = f"unknown {what} {shown(found)}{near}; allowed: {', '.join(known)}"
            raise BadValueError(Problem.OPTION, message)
        return found.casefold()

    return convert


kind = one_of(KINDS, "kind")
status = one_of(STATUSES, "status")
organization_type = one_of(TYPES, "type")


#: What the guide's blocks have for an ORCID: a person copies the block before they have their own.
ORCID_PLACEHOLDER = "0000-0000-0000-0000"


def account_on(network: str) -> Convert:
    """Make a converter for an account on a network; the ORCID of the examples counts as none."""

    def convert(value: str) -> Account | None:
        if network == "orcid" and value.strip() == ORCID_PLACEHOLDER:
            return None
        try:
            return account(network, value.strip())
        except UrlError as error:
            raise BadValueError(Problem.URL, str(error)) from None
        except (IdentifierError, ValueError) as error:
            raise BadValueError(Problem.IDENTIFIER, str(error)) from None

    return convert
