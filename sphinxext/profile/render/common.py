"""Pieces that all records share: names, references, links, pictures, tags and dates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from docutils import nodes
from sphinx import addnodes

from ..i18n import _, format_duration, range_pieces
from ..model.dates import DateRange, today
from ..model.networks import NETWORKS
from ..model.record import Image, Link
from ..nodes import (
    profile_link,
    profile_name,
    profile_picture,
    profile_portrait,
    profile_time,
    profile_title,
    profile_words,
)

Nodes = list[nodes.Node]
Element = TypeVar("Element", bound=nodes.Element)


def paragraph(*children: nodes.Node | str, classes: Sequence[str] = ()) -> nodes.paragraph:
    """Make a paragraph of nodes and words.

    One text is translated as a whole; a line that is put together is not, only the words in it
    that :func:`said` marks.
    """
    node = nodes.paragraph("", classes=list(classes))
    node += [nodes.Text(child) if isinstance(child, str) else child for child in children]
    return node if len(children) == 1 and isinstance(children[0], str) else untranslated(node)


def untranslated(node: Element) -> Element:
    """Keep a node as a whole out of the messages for translators."""
    node["translatable"] = False
    return node


def inline(words: str, *classes: str) -> nodes.inline:
    """Make words of ours with classes."""
    return nodes.inline("", words, classes=list(classes))


def said(words: str, *classes: str) -> profile_words:
    """Make an author's words inside a line, which translators get as a message of their own."""
    return profile_words(words, words, classes=list(classes), translatable=True)


def spoken(found: Iterable[nodes.Node]) -> Nodes:
    """Mark the plain words among an author's nodes for translators, blanks around them left out."""
    out: Nodes = []
    for node in found:
        words = node.astext()
        core = words.strip()
        if not isinstance(node, nodes.Text) or not core:
            out.append(node)
            continue
        before, _core, after = words.partition(core)
        out += [nodes.Text(before)] if before else []
        out.append(said(core))
        out += [nodes.Text(after)] if after else []
    return out


def name(words: str, language: str = "", *classes: str) -> profile_name:
    """Set a name apart from the direction of the text around it."""
    node = profile_name(words, words, classes=list(classes))
    if language:
        node["lang"] = language
    else:
        node["translatable"] = True
    return node


def further_names(names: Iterable[tuple[str, str]], *more: nodes.Node) -> Nodes:
    """Make the line of names in other languages, and of what else stands beside a name."""
    found = [*(name(words, language, "p-additional-name") for language, words in names), *more]
    return [paragraph(*separated(found), classes=["profile-names"])] if found else []


def title(*children: nodes.Node, classes: Sequence[str] = ()) -> profile_title:
    """Make a heading inside a block."""
    return untranslated(profile_title("", "", *children, classes=["profile-title", *classes]))


def xref(
    role: str,
    target: str,
    words: str = "",
    *,
    docname: str = "",
    loose: bool = False,
    field: str = "",
    quiet: bool = False,
    classes: Sequence[str] = (),
) -> addnodes.pending_xref:
    """Refer to a record; ``loose`` words name an organization only if one is known by them.

    ``field`` is the option that names the record, ``classes`` are those of the link.  A ``quiet``
    reference is checked where the relation is stated, not here.
    """
    node = addnodes.pending_xref(
        "",
        said(words) if words else nodes.inline("", target),
        refdomain="profile",
        reftype=role,
        reftarget=target,
        refexplicit=bool(words),
        refwarn=not loose,
        refdoc=docname,
        classes=list(classes),
    )
    if loose:
        node["profile-loose"] = "1"
    if field:
        node["profile-field"] = field
    if quiet:
        node["profile-listed"] = "1"
    return node


def reference(
    role: str, target: str, *words: nodes.Node, docname: str = "", **attributes: object
) -> addnodes.pending_xref:
    """Refer to a record or a page in words that are known; ``docname`` is where, if that counts."""
    node = addnodes.pending_xref("", nodes.inline("", "", *words), **attributes)
    node.attributes.update(refdomain="profile", reftype=role, reftarget=target)
    node.attributes.update(
        refexplicit=True, refwarn=True, **({"refdoc": docname} if docname else {})
    )
    return node


def own_link(role: str, target: str, words: str, docname: str) -> addnodes.pending_xref:
    """Make a record's name the link to the place where it is stated, as a listing does."""
    node = xref(role, target, words, docname=docname, classes=["u-url"])
    node[:] = [name(words)]
    return node


def organizations(found: Iterable[str], docname: str, field: str, *classes: str) -> Nodes:
    """Make the names of organizations, linked where they are stated."""
    return separated(
        (
            nodes.inline(
                "",
                "",
                xref("org", words, words, docname=docname, loose=True, field=field),
                classes=list(classes),
            )
            for words in found
        ),
        "; ",
    )


def link(
    url: str, *children: nodes.Node, docname: str = "", classes: Sequence[str] = ()
) -> nodes.Element:
    """Link to a URL, or to the page ``doc:NAME``."""
    if url.startswith("doc:"):
        target = url.removeprefix("doc:")
        field = {"profile-field": "page"}
        node: nodes.Element = reference(
            "page", target, *children, docname=docname, classes=list(classes), **field
        )
    else:
        node = profile_link("", "", *children, refuri=url, internal=False, classes=list(classes))
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
    items = separated(said(word, "profile-tag", "p-category") for word in words)
    return [labelled(_("Tags"), items, "profile-tags")]


def links(found: Sequence[Link], docname: str = "", *classes: str) -> Nodes:
    """Make the line of links, if there are any."""
    if not found:
        return []
    items = [_link(item, docname) for item in found]
    return [paragraph(*separated(items, " · "), classes=["profile-links", *classes])]


def _link(item: Link, docname: str) -> nodes.Element:
    """Make one link; the label of a known kind is ours, any other the author's."""
    label = inline(str(_(item.label))) if item.rel else said(item.label)
    if not item.url:
        return label
    classes = ["profile-link", *([f"profile-link-{item.rel}"] if item.rel else [])]
    node = link(item.url, label, docname=docname, classes=classes)
    if item.rel in NETWORKS:
        # An account is a page of the same person: what microformats call u-url and rel="me".
        node["classes"].append("u-email" if item.rel == "email" else "u-url")
        node["rel"] = "me"
    return node


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


def picture(image: Image, *, resolved: bool) -> profile_picture:
    """Make a picture from its path below the source root."""
    node = profile_picture("", uri="/" + image.uri, alt=image.alt, classes=["u-photo"])
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


def dates(when: DateRange, language: str, *, durations: bool = False, event: bool = False) -> Nodes:
    """Make a range of dates, with its length if asked; an ``event`` has them as its own."""
    pieces = range_pieces(when, language)
    out: Nodes = []
    for words, machine in pieces:
        if not machine:
            out.append(nodes.Text(words))
            continue
        time = profile_time("", words, datetime=machine)
        if event:
            started = any(isinstance(node, profile_time) for node in out) or when.start is None
            time["classes"].append("dt-end" if started else "dt-start")
        out.append(time)
    length = format_duration(when.duration(today()), language) if durations else ""
    if length:
        out += [nodes.Text(" "), inline(f"({length})", "profile-duration")]
    return out


def facts(rows: Iterable[tuple[str, Sequence[nodes.Node]]]) -> Nodes:
    """Make a list of labelled facts, leaving out those without a value."""
    fields = [
        nodes.field(
            "",
            untranslated(nodes.field_name("", label)),
            nodes.field_body("", paragraph(*children)),
        )
        for label, children in rows
        if children
    ]
    return [nodes.field_list("", *fields, classes=["profile-facts"])] if fields else []


def refused(values: Iterable[tuple[str, str]]) -> Nodes:
    """Show values that can't be used as they were typed, behind their options' names."""
    return [
        paragraph(
            *([inline(f"{option}: ")] if option else []), said(words), classes=["profile-refused"]
        )
        for option, words in values
    ]
