"""Pieces that all records share: names, references, links, pictures, tags and dates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docutils import nodes
from sphinx import addnodes

from ..i18n import _, format_duration, range_pieces
from ..model.dates import DateRange, today
from ..model.record import Image, Link
from ..nodes import profile_name, profile_portrait, profile_time, profile_title

Nodes = list[nodes.Node]


def paragraph(*children: nodes.Node | str, classes: Sequence[str] = ()) -> nodes.paragraph:
    """Make a paragraph of nodes and words."""
    node = nodes.paragraph("", classes=list(classes))
    node += [nodes.Text(child) if isinstance(child, str) else child for child in children]
    return node


def inline(words: str, *classes: str) -> nodes.inline:
    """Make words with classes."""
    return nodes.inline("", words, classes=list(classes))


def name(words: str, language: str = "") -> profile_name:
    """Set a name apart from the direction of the text around it."""
    node = profile_name("", words)
    if language:
        node["lang"] = language
    return node


def title(*children: nodes.Node, classes: Sequence[str] = ()) -> profile_title:
    """Make a heading inside a block."""
    return profile_title("", "", *children, classes=["profile-title", *classes])


def xref(
    role: str, target: str, words: str = "", *, docname: str = "", loose: bool = False
) -> addnodes.pending_xref:
    """Refer to a record; ``loose`` words name an organization only if one is known by them."""
    node = addnodes.pending_xref(
        "",
        nodes.inline("", words or target),
        refdomain="profile",
        reftype=role,
        reftarget=target,
        refexplicit=bool(words),
        refwarn=not loose,
        refdoc=docname,
    )
    if loose:
        node["profile-loose"] = "1"
    return node


def link(
    url: str, *children: nodes.Node, docname: str = "", classes: Sequence[str] = ()
) -> nodes.Element:
    """Link to a URL, or to the page ``doc:NAME``."""
    if url.startswith("doc:"):
        node: nodes.Element = addnodes.pending_xref(
            "",
            nodes.inline("", "", *children),
            refdomain="std",
            reftype="doc",
            reftarget="/" + url.removeprefix("doc:"),
            refexplicit=True,
            refwarn=True,
            refdoc=docname,
            classes=list(classes),
        )
    else:
        node = nodes.reference("", "", *children, refuri=url, internal=False, classes=list(classes))
    return node


def separated(items: Iterable[nodes.Node], sign: str = ", ") -> Nodes:
    """Put a sign between nodes; style sheets that draw pills hide it by its class."""
    out: Nodes = []
    for item in items:
        if out:
            out.append(inline(sign, "profile-separator"))
        out.append(item)
    return out


def labelled(label: str, children: Iterable[nodes.Node], *classes: str) -> nodes.paragraph:
    """Make a line such as "Interests: a, b"."""
    head = nodes.strong("", label, classes=["profile-label"])
    return paragraph(head, inline(": ", "profile-separator"), *children, classes=classes)


def tags(words: Sequence[str]) -> Nodes:
    """Make the line of tags, if there are any."""
    if not words:
        return []
    items = separated(inline(word, "profile-tag", "p-category") for word in words)
    return [labelled(_("Tags"), items, "profile-tags")]


def links(found: Sequence[Link], docname: str = "", *classes: str) -> Nodes:
    """Make the line of links, if there are any."""
    if not found:
        return []
    items = [
        link(
            item.url,
            nodes.Text(item.label),
            docname=docname,
            classes=["profile-link", *([f"profile-link-{item.rel}"] if item.rel else [])],
        )
        if item.url
        else inline(item.label)
        for item in found
    ]
    return [paragraph(*separated(items, " · "), classes=["profile-links", *classes])]


def portrait(image: Image | None, words: str, *, resolved: bool) -> profile_portrait:
    """Make the place of a picture, with the initials of a name where there is none.

    ``resolved`` pictures are already known to the environment, as they are when pages are written.
    """
    node = profile_portrait("", classes=["profile-portrait"])
    if image is None:
        node["initials"] = initials(words)
    else:
        node += picture(image, resolved=resolved)
    return node


def picture(image: Image, *, resolved: bool) -> nodes.image:
    """Make a picture from its path below the source root."""
    node = nodes.image("", uri="/" + image.uri, alt=image.alt, classes=["u-photo"])
    if resolved:
        node["uri"] = image.uri
        node["candidates"] = {"*": image.uri}
    return node


def initials(words: str) -> str:
    """Return what is drawn for a name without a picture: ``Taehoon Kim`` -> ``TK``."""
    parts = [part for part in words.replace("-", " ").split() if part[0].isalnum()]
    if not parts:
        return ""
    if len(parts) == 1:
        return parts[0][:1] if parts[0].isascii() else parts[0][:3]
    return (parts[0][0] + parts[-1][0]).upper()


def dates(when: DateRange, language: str, *, durations: bool = False) -> Nodes:
    """Make a range of dates, with its length if asked."""
    out: Nodes = [
        profile_time("", words, datetime=machine) if machine else nodes.Text(words)
        for words, machine in range_pieces(when, language)
    ]
    length = format_duration(when.duration(today()), language) if durations else ""
    if length:
        out += [nodes.Text(" "), inline(f"({length})", "profile-duration")]
    return out


def facts(rows: Iterable[tuple[str, Sequence[nodes.Node]]]) -> Nodes:
    """Make a list of labelled facts, leaving out those without a value."""
    fields = [
        nodes.field(
            "",
            nodes.field_name("", label),
            nodes.field_body("", paragraph(*children)),
        )
        for label, children in rows
        if children
    ]
    return [nodes.field_list("", *fields, classes=["profile-facts"])] if fields else []
