"""Files for programs that a web site has beside its pages: what words of a page may link to."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from ..config import Settings
from .feeds import FORMS, written

if TYPE_CHECKING:
    from .profile_domain import ProfileDomain

PROFILE_JSON, PROFILE_SCHEMA, LLMS_TXT = "profile.json", "profile.schema.json", "llms.txt"

_SUFFIXES = (".json", ".txt", *(form.suffix for forms in FORMS.values() for form in forms))


def path_of(docname: str, address: str) -> str:
    """Return the path that an address on a page leads to; ``""`` if none of ours is like it."""
    if not address.endswith(_SUFFIXES) or ":" in address:
        return ""
    folder = "" if address.startswith("/") else posixpath.dirname(docname)
    return posixpath.normpath(posixpath.join(folder, address.lstrip("/")))


def is_made(domain: ProfileDomain, path: str) -> bool:
    """Tell whether a web build writes a file."""
    settings = Settings.of(domain.env.config)
    if path == LLMS_TXT:
        return settings.llms_txt
    if path in {PROFILE_JSON, PROFILE_SCHEMA}:
        return settings.json
    return bool(written(domain, lambda feed: path in map(feed.path, FORMS[feed.kind])))
