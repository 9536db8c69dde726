"""A CV becomes a page: an h-resume made of the same blocks as the rest of the site.

http://microformats.org/wiki/h-resume
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docutils import nodes

from ..i18n import _
from ..model.cv import CV, Entry, Section
from ..model.networks import shown_address
from ..model.project import Project
from ..model.record import Link
from ..nodes import (
    profile_body,
    profile_cv,
    profile_dates,
    profile_details,
    profile_entry,
    profile_group,
    profile_header,
    profile_item,
    profile_list,
    profile_timeline,
)
from .common import (
    Nodes,
    dates,
    facts,
    inline,
    link,
    links,
    name,
    paragraph,
    portrait,
    separated,
    title,
    xref,
)
from .richtext import richtext, spans

#: What an entry of a section is in an h-resume.
_ENTRY_CLASSES = {
    "work": ("p-experience", "h-event"),
    "education": ("p-education", "h-event"),
    "publications": ("h-cite",),
}


def cv(found: CV, docname: str, *, heading: str = "", photo: bool = False) -> profile_cv:
    """Make the page of a CV; ``heading`` is one of its own, beside the page's title."""
    person = found.person
    header = profile_header("", classes=["profile-header", "p-contact", "h-card"])
    if photo and person.image:
        header += portrait(person.image, person.name, resolved=True)
    head = name(person.name_in(found.language))
    header += title(head, classes=["p-name", "profile-cv-name"])
    if heading:
        header += paragraph(heading, classes=["profile-cv-heading"])
    if person.role:
        header += paragraph(person.role, classes=["profile-role", "p-job-title"])
    if found.affiliation:
        words = [inline(each, "p-org") for each in found.affiliation]
        header += paragraph(*separated(words, "; "), classes=["profile-affiliation"])
    if person.place.text:
        header += paragraph(person.place.text, classes=["profile-place", "p-adr"])
    header += contacts(found.contacts, docname)
    node = profile_cv("", header, classes=["profile-cv", "h-resume"])
    node += [section(part, docname, found.language) for part in found.sections]
    return node


def contacts(found: Sequence[Link], docname: str) -> Nodes:
    """Make the line of addresses, each written out so that paper keeps it."""
    items: Nodes = []
    for item in found:
        words = nodes.Text(shown_address(item))
        shown = link(item.url, words, docname=docname) if item.url else inline(item.label)
        shown["classes"] += ["profile-contact", "u-email" if item.rel == "email" else "u-url"]
        items.append(shown)
    return [paragraph(*separated(items, " · "), classes=["profile-contacts"])] if items else []


def downloads(files: Iterable[tuple[str, str, str]]) -> nodes.paragraph:
    """Make the buttons for files: (words, address from this page, kind of file)."""
    items: Nodes = []
    for words, uri, kind in files:
        button = nodes.reference("", words, refuri=uri, internal=True)
        button["classes"] = ["profile-link", "profile-download", f"profile-download-{kind}"]
        items.append(button)
    label = nodes.strong("", _("Download"), classes=["profile-label"])
    children = [label, inline(": ", "profile-separator"), *separated(items, " · ")]
    return paragraph(*children, classes=["profile-links", "profile-downloads"])


def section(found: Section, docname: str, language: str) -> profile_group:
    """Make one part under its heading."""
    head = title(nodes.Text(found.title))
    group = profile_group("", head, classes=["profile-group", f"profile-cv-{found.name}"])
    if found.layout == "prose":
        group += profile_body("", *richtext(found.text), classes=["profile-body", "p-summary"])
    elif found.layout == "dated":
        group += _timeline(found, docname, language)
    elif found.layout == "citations":
        items = [_item(_citation(entry), "h-cite") for entry in found.entries]
        group += profile_list("", *items, classes=["profile-citations"], bullet="*")
    elif found.layout == "topics":
        classes = ["p-skill"] if found.name == "skills" else []
        items = [_item([_topic(entry)], *classes) for entry in found.entries]
        group += profile_list("", *items, classes=["profile-topics"], bullet="*")
    elif found.layout == "quotes":
        group += [node for entry in found.entries for node in _quote(entry)]
    else:
        group += _free(found)
    return group


def _item(children: Sequence[nodes.Node], *classes: str) -> profile_item:
    return profile_item("", *children, classes=list(classes))


def _timeline(found: Section, docname: str, language: str) -> profile_timeline:
    items = [_dated(entry, found.name, docname, language) for entry in found.entries]
    return profile_timeline("", *items, classes=["profile-timeline"])


def _dated(entry: Entry, section_name: str, docname: str, language: str) -> profile_entry:
    when = dates(entry.when, language) if entry.when else []
    if not when and entry.when_text:
        when = [inline(entry.when_text, "profile-date-as-typed")]
    details = profile_details("", paragraph(*_heading(entry, docname), classes=["profile-heading"]))
    meta = [part for part in (entry.about, entry.location) if part]
    if meta:
        details += paragraph(" · ".join(meta), classes=["profile-meta"])
    if entry.body:
        details += profile_body("", *richtext(entry.body), classes=["profile-body", "p-summary"])
    details += facts((label, [nodes.Text(words)]) for label, words in entry.facts)
    details += links(entry.links, docname)
    item = profile_entry("", profile_dates("", "", *when), details, classes=["profile-entry"])
    item["classes"] += _ENTRY_CLASSES.get(section_name, ("h-event",))
    return item


def _heading(entry: Entry, docname: str) -> Nodes:
    """Make the line "**Research Scientist**, Vision Lab, LG AI Research"."""
    words: Nodes = spans(entry.title)
    record = entry.record
    if isinstance(record, Project):
        page = record.link("page")
        target = link(page, *words, docname=docname) if page else None
        words = [target or xref("project", record.id, record.name, docname=docname)]
    elif entry.url:
        words = [link(entry.url, *words, docname=docname)]
    line: Nodes = []
    if words:
        line.append(nodes.strong("", "", *words, classes=["profile-entry-title", "p-name"]))
    for part, mark in ((entry.role, "p-job-title"), (entry.organization, "p-location")):
        if part:
            line += [nodes.Text(", "), inline(part, mark)] if line else [inline(part, mark)]
    return line


def _citation(entry: Entry) -> Nodes:
    """Make one publication: authors, title, where it came out, year."""
    line: Nodes = []
    for author in entry.authors:
        if line:
            line.append(nodes.Text(", "))
        shown = name(author.name)
        line.append(nodes.strong("", "", shown) if author.own else shown)
    if line:
        line.append(nodes.Text(" et al. " if entry.et_al else ". "))
    words: Nodes = spans(entry.title)
    line.append(link(entry.url, *words) if entry.url else nodes.inline("", "", *words))
    line[-1]["classes"] += ["p-name", *(["u-url"] if entry.url else [])]  # type: ignore[index]
    year = str(entry.when.start.year) if entry.when and entry.when.start else ""
    end: Nodes = [*spans(entry.source), *([nodes.Text(", ")] if entry.source and year else [])]
    if year:
        end.append(inline(year, "dt-published"))
    line += [nodes.Text(". "), *end, nodes.Text(".")] if end else [nodes.Text(".")]
    for _label, award in entry.facts:
        line += [nodes.Text(" "), inline(award, "profile-award")]
    for item in entry.links:
        line += [nodes.Text(" "), link(item.url, nodes.Text(item.label))]
    return [paragraph(*line, classes=["profile-citation"]), *richtext(entry.body)]


def _topic(entry: Entry) -> nodes.paragraph:
    line: Nodes = [
        nodes.strong("", "", *spans(entry.title))
        if entry.keywords
        else nodes.inline("", "", *spans(entry.title))
    ]
    if entry.level:
        line.append(nodes.Text(f" ({entry.level})"))
    if entry.keywords:
        line.append(nodes.Text(": " + ", ".join(entry.keywords)))
    return paragraph(*line)


def _quote(entry: Entry) -> Nodes:
    quoted = nodes.block_quote("", *richtext(entry.body))
    quoted += nodes.attribution("", "", *spans(entry.title))
    return [quoted]


def _free(found: Section) -> Nodes:
    """Make a free section in its style."""
    if found.style == "text":
        return [node for entry in found.entries for node in richtext(entry.body)]
    if found.style == "facts":
        return facts(
            (entry.name, richtext(entry.body)[0].children if entry.body else [])
            for entry in found.entries
        )
    items = [nodes.list_item("", *richtext(entry.body)) for entry in found.entries]
    if found.style == "bullets":
        return [nodes.bullet_list("", *items, bullet="*")]
    if found.style == "reversed-numbers":
        return _counted_down(items)
    return [nodes.enumerated_list("", *items, enumtype="arabic", prefix="", suffix=".")]


def _counted_down(items: Sequence[nodes.list_item]) -> Nodes:
    """Write the numbers out: no writer but HTML's can count down."""
    out = []
    for number, item in zip(range(len(items), 0, -1), items, strict=True):
        first = item.children[0] if item.children else nodes.paragraph()
        first.insert(0, nodes.Text(f"{number}. "))  # type: ignore[attr-defined]
        out.append(item)
    return [nodes.bullet_list("", *out, bullet="*", classes=["profile-counted-down"])]
