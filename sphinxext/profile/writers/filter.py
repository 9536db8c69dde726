"""The filter above a list of publications: a form in a ``<template>``, which only scripts show."""

from __future__ import annotations

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from .. import nodes as own
from ..i18n import _
from .markup import attribute, text


def visit_filter(self: HTML5Translator, node: own.profile_filter) -> None:
    """Write the form: words, and what the list offers to choose by."""
    labels = {"year": _("Year"), "type": _("Type"), "person": _("Person"), "tag": _("Tag")}
    words = attribute(_("{shown} of {total} publications"))
    name_of_form, search, show_all = attribute(_("Filter")), text(_("Search")), text(_("Show all"))
    self.body.append(
        f'<template class="profile-filter-template">'
        f'<form class="profile-filter" role="search" aria-label="{name_of_form}" '
        f'data-words="{words}">\n'
        f"<label>{search} "
        f'<input type="search" name="q" autocomplete="off" spellcheck="false"></label>\n'
    )
    for name, label in labels.items():
        values: list[str] = node.get(f"{name}-values", [])
        shown: list[str] = node.get(f"{name}-words", [])
        if len(values) > 1:
            self.body.append(_choice(name, label, values, shown))
    self.body.append(f'<button type="reset">{show_all}</button>\n</form></template>\n')
    raise nodes.SkipNode


def _choice(name: str, label: str, values: list[str], shown: list[str]) -> str:
    every = text(_("all"))
    options = "".join(
        f'<option value="{attribute(value)}">{text(words)}</option>'
        for value, words in zip(values, shown, strict=True)
    )
    return (
        f'<label>{text(label)} <select name="{name}">'
        f'<option value="">{every}</option>{options}</select></label>\n'
    )
