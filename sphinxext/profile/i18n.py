"""Words of the interface in the site's language, and dates as that language writes them."""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.locale import get_translation

from .model.dates import DateRange, Duration, PartialDate

_ = get_translation("profile")


def register(app: Sphinx) -> None:
    """Add the message catalogue."""


def format_date(moment: PartialDate, _language: str) -> str:
    """Write one date."""
    return moment.isoformat()


def format_range(when: DateRange, _language: str) -> str:
    """Write a range."""
    return when.isoformat()


def format_duration(length: Duration, _language: str) -> str:
    """Write a length of time."""
    return f"{length.years} years {length.months} months" if length else ""
