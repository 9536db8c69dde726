"""Tags of languages: ``ko``, ``zh-Hant``, ``pt-BR``."""

from __future__ import annotations

import re

from .quoting import shown

_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")

#: Names that ``langid`` of BibLaTeX has for languages (from babel and polyglossia) -> tag.
_LANGIDS = {
    "english": "en", "american": "en-US", "usenglish": "en-US", "british": "en-GB",
    "ukenglish": "en-GB", "canadian": "en-CA", "australian": "en-AU", "korean": "ko",
    "japanese": "ja", "chinese": "zh", "german": "de", "ngerman": "de", "austrian": "de-AT",
    "naustrian": "de-AT", "nswissgerman": "de-CH", "french": "fr", "spanish": "es",
    "italian": "it", "portuguese": "pt", "brazilian": "pt-BR", "brazil": "pt-BR", "dutch": "nl",
    "danish": "da", "swedish": "sv", "norwegian": "no", "norsk": "nb", "nynorsk": "nn",
    "finnish": "fi", "polish": "pl", "czech": "cs", "russian": "ru", "ukrainian": "uk",
    "turkish": "tr", "greek": "el", "hungarian": "hu", "arabic": "ar", "hebrew": "he",
    "vietnamese": "vi", "thai": "th", "hindi": "hi", "indonesian": "id", "latin": "la",
}  # fmt: skip


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


def language_of(text: str) -> str:
    """Return the tag of a language that a bibliography names, or ``""`` where it isn't known."""
    found = _LANGIDS.get(text.strip().lower(), "")
    if found or len(text.partition("-")[0]) > 3:
        return found
    try:
        return language_tag(text)
    except LanguageError:
        return ""


def _part(text: str) -> str:
    """Write a script as ``Hant``, a region as ``KR``, all else in lower case."""
    return {2: text.upper(), 4: text.title()}.get(len(text), text)
