"""Tags of languages: ``ko``, ``zh-Hant``, ``pt-BR``."""

from __future__ import annotations

import re

from .quoting import shown

_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")


class LanguageError(ValueError):
    """A text is no tag of a language; the message names it and what one looks like."""


def language_tag(text: str) -> str:
    """Return a tag (BCP 47) in its usual form: ``ZH_hant`` becomes ``zh-Hant``.

    Only the form is checked, after RFC 5646, section 2.1.

    Raises:
        LanguageError: It does not have the form.

    """
    first, *rest = text.strip().lower().replace("_", "-").split("-")
    tag = "-".join((first, *map(_part, rest)))
    if not _TAG.fullmatch(tag.lower()):
        raise LanguageError(
            f"{shown(text)} is not a language; write its tag, such as ko, en or zh-Hant"
        )
    return tag


def _part(text: str) -> str:
    """Write a script as ``Hant``, a region as ``KR``, all else in lower case."""
    return {2: text.upper(), 4: text.title()}.get(len(text), text)
