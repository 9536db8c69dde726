"""A person becomes a profile, or one card of a listing."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

from ..i18n import _
from ..model.networks import account_link
from ..model.person import Person
from ..model.record import Link, Topic
from ..nodes import profile_body, profile_header, profile_person
from .common import (
    Nodes,
    dates,
    facts,
    further_names,
    labelled,
    links,
    name,
    organizations,
    own_link,
    paragraph,
    portrait,
    said,
    separated,
    tags,
    title,
    xref,
)
from .richtext import richtext


def profile(
    person: Person,
    docname: str,
    language: str,
    *,
    anchor: str = "",
    body: Sequence[nodes.Node] | None = None,
    resolved: bool = False,
    extra: Sequence[nodes.Node] = (),
) -> profile_person:
    """Make the whole profile of a person; ``body`` holds the author's own nodes."""
    header = profile_header("", classes=["profile-header"])
    header += portrait(person.image, person.name, resolved=resolved)
    if person.name:
        header += title(name(person.name, "", "p-name"))
    header += _names(person)
    header += _facts_of_work(person, docname)
    header += links(account_links(person), docname, "profile-accounts")
    node = profile_person("", header, classes=["profile-person", "h-card"])
    if anchor:
        node["ids"] = [anchor]
    words = richtext(person.body) if body is None else list(body)
    if words:
        node += profile_body("", *words, classes=["profile-body", "p-note"])
    if person.interests:
        topics = [said(topic.name, "profile-tag", "p-category") for topic in person.interests]
        node += labelled(_("Interests"), separated(topics), "profile-interests")
    node += _more(person, docname, language)
    node += list(extra)
    return node


def _names(person: Person) -> Nodes:
    """Make the line of names in other languages and of pronouns."""
    pronouns = [said(person.pronouns, "profile-pronouns")] if person.pronouns else []
    return further_names(person.names, *pronouns)


def _facts_of_work(person: Person, docname: str) -> Nodes:
    out: Nodes = []
    if person.role:
        out.append(paragraph(person.role, classes=["profile-role", "p-job-title"]))
    if person.affiliation:
        found = organizations(person.affiliation, docname, "affiliation", "p-org")
        out.append(paragraph(*found, classes=["profile-affiliation"]))
    if person.member_of:
        found = separated(
            nodes.inline(
                "", "", xref("org", target, docname=docname, field="member-of"), classes=["p-org"]
            )
            for target in person.member_of
        )
        out.append(labelled(_("Member of"), found, "profile-member-of"))
    if person.place.text:
        out.append(paragraph(person.place.text, classes=["profile-place", "p-adr"]))
    return out


def account_links(person: Person) -> list[Link]:
    """List a person's accounts and further links with their labels."""
    return [*(account_link(account) for account in person.accounts), *person.links]


def _more(person: Person, docname: str, language: str) -> Nodes:
    """Make what is known beyond the head: languages, skills, time at the lab."""
    spoken = "; ".join(
        f"{item.language} ({item.fluency})" if item.fluency else item.language
        for item in person.languages
    )
    advisors = separated(
        xref("person", target, docname=docname, field="advisors") for target in person.advisors
    )
    rows: list[tuple[str, Sequence[nodes.Node]]] = [
        (_("At the lab"), _when(person, language)),
        (_("Now"), [said(person.destination)] if person.destination else []),
        (_("Skills"), separated((said(_topic(topic)) for topic in person.skills), "; ")),
        (_("Languages"), [said(spoken)] if spoken else []),
        (_("Advisors"), advisors),
    ]
    return [*facts(rows), *tags(person.tags)]


def _when(person: Person, language: str) -> Nodes:
    """Make the time at the lab, as it was typed if it can't be read."""
    if person.when:
        return dates(person.when, language)
    return [said(person.when_text, "profile-date-as-typed")] if person.when_text else []


def _topic(topic: Topic) -> str:
    words = topic.name + (f" ({topic.level})" if topic.level else "")
    return f"{words}: {', '.join(topic.keywords)}" if topic.keywords else words


def card(person: Person, docname: str, language: str, *, anchor: str = "") -> profile_person:
    """Make the card of a person for a listing; the name links to where they are stated."""
    header = profile_header("", classes=["profile-header"])
    header += portrait(person.image, person.name, resolved=True)
    own = own_link("person", person.id, person.name, docname)
    header += title(nodes.inline("", "", own, classes=["p-name"]))
    header += _names(person)
    if person.role:
        header += paragraph(person.role, classes=["profile-role", "p-job-title"])
    if when := _when(person, language):
        header += paragraph(*when, classes=["profile-meta"])
    if person.destination:
        header += labelled(_("Now"), [said(person.destination)], "profile-destination")
    node = profile_person("", header, classes=["profile-person", "profile-card", "h-card"])
    if anchor:
        node["ids"] = [anchor]
    if person.interests:
        topics = [said(topic.name, "profile-tag", "p-category") for topic in person.interests]
        node += paragraph(*separated(topics), classes=["profile-interests"])
    return node


def group_title(group: str) -> str:
    """Return the heading of a group of people: known groups in the site's language."""
    known = {
        "faculty": _("Faculty"),
        "postdoc": _("Postdoctoral researchers"),
        "phd": _("PhD students"),
        "ms": _("Master's students"),
        "undergraduate": _("Undergraduate students"),
        "intern": _("Interns"),
        "staff": _("Staff"),
        "visitor": _("Visitors"),
        "alumni": _("Alumni"),
    }
    return known.get(group) or group.replace("-", " ").capitalize()
