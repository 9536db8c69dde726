"""The builders that every feature is tried with."""

from __future__ import annotations

BUILDERS: tuple[str, ...] = (
    "html",
    "dirhtml",
    "singlehtml",
    "epub",
    "latex",
    "text",
    "man",
    "texinfo",
    "xml",
    "pseudoxml",
    "json",
    "gettext",
    "linkcheck",
    "dummy",
)
"""Every builder that must accept our pages without a warning."""

WORDY_BUILDERS: tuple[str, ...] = tuple(
    name for name in BUILDERS if name not in {"gettext", "linkcheck", "dummy"}
)
"""The builders whose output holds every word of a page."""
