"""Links to the feeds and calendars of a listing, below it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docutils import nodes

from ..domain.feeds import FORMS, written
from ..i18n import _
from ..render.common import labelled, separated
from .listed import Listed


def follow(listed: Listed, place: Mapping[str, Any]) -> list[nodes.Node]:
    """Link what is written for a listing; only a web site that knows its address has it."""
    names = {kind: place.get(f"show-{kind}") for kind in FORMS}
    domain = listed.domain
    if not any(names.values()) or not domain.on_web:
        return []
    found = [
        nodes.reference(
            "",
            form.label,
            refuri=domain.way(listed.docname, feed.path(form)),
            internal=True,
            classes=["profile-link"],
        )
        for feed in written(domain, lambda feed: names[feed.kind] == feed.name)
        for form in FORMS[feed.kind]
    ]
    if not found:
        return []
    line = labelled(_("Subscribe"), separated(found, " · "), "profile-links")
    line["classes"].append("profile-downloads")
    return [line]
