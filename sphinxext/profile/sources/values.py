"""From the words of one value to what they mean: options of directives and fields of data files.

Each converter takes the words and raises :class:`BadValueError`; what an author wrote is then kept
as words.
"""

from __future__ import annotations

import re
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
from ..model.record import Link, Mention, Topic
from ..model.urls import UrlError, safe_url


class BadValueError(ValueError):
    """A value that can't be used: what is wrong, the value, what is allowed."""

    def __init__(self, problem: Problem, message: str) -> None:
        super().__init__(message)
        self.problem = problem


Convert = Callable[[str], Any]


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
            Problem.OPTION, f"{value!r} is not an id: it is one word without blanks"
        )
    return found


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


_MENTION = re.compile(r"(?P<who>[^()]+?)\s*(?:\((?P<role>[^()]*)\))?", re.DOTALL)


def mentions(value: str) -> tuple[Mention, ...]:
    """Read people with optional roles: ``taehoon-kim (Lead), jane-doe``."""
    found = []
    for part in re.split(r",(?![^()]*\))|\n", value):
        match = _MENTION.fullmatch(part.strip())
        if match:
            found.append(Mention(text(match["who"]), text(match["role"] or "")))
        elif part.strip():
            found.append(Mention(text(part)))
    return tuple(found)


_LANGUAGE = re.compile(r"(?P<name>[^()]+?)\s*(?:\((?P<fluency>[^()]*)\))?")


def languages(value: str) -> tuple[Language, ...]:
    """Read languages with fluency: ``English (fluent), Korean (native)``."""
    found = []
    for part in several(value):
        match = _LANGUAGE.fullmatch(part)
        found.append(Language(match["name"], match["fluency"] or "") if match else Language(part))
    return tuple(found)


def url(value: str) -> str:
    """Check an address."""
    try:
        return safe_url(value.strip())
    except UrlError as error:
        raise BadValueError(Problem.URL, str(error)) from None


_LINK = re.compile(r"(?P<label>[^<>]*)<(?P<url>[^<>]*)>\s*(?:,\s*)?")


def links(value: str) -> tuple[Link, ...]:
    """Read lines of ``label <url>``."""
    found = tuple(
        Link(text(match["label"]) or match["url"].strip(), url(match["url"]))
        for match in _LINK.finditer(value)
    )
    if _LINK.sub("", value).strip():
        raise BadValueError(Problem.OPTION, f"{value!r}: write each link as 'label <https://…>'")
    return found


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
            message = f"unknown {what} {found!r}{near}; allowed: {', '.join(known)}"
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
