"""One page's graph: the site, the page with its trail, what it lists, and the records it states."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from ...domain.store import Stated
from ...model.quoting import BIDI_CONTROLS
from ..pages import Page
from ..signs import escaped
from ..site import Site
from .person import person
from .values import Thing, ident, publisher, reference, stub, thing
from .work import event, news, organization_node, project, publication, publication_in_brief

_BUILD: dict[str, Callable[[Site, Stated], list[Thing]]] = {
    "person": person,
    "organization": organization_node,
    "project": project,
    "publication": publication,
    "event": event,
    "news": news,
}
_BUILD_IN_BRIEF = {**_BUILD, "publication": publication_in_brief}

#: Records that a page tells whole: a list of a thousand weighs as much as its JSON-LD otherwise.
MOST_WHOLE = 100


def graph(site: Site, page: Page) -> Iterator[Thing]:
    """Make the nodes of a page's graph one by one, each with its own ``@id``.

    A list of thousands is never held whole: that would have the garbage collector walk.
    """
    url = site.page_url(page.name)
    has_trail = len(page.trail) > 1
    main = ident(site, page.main) if page.main else ""
    told = {name for stated in page.stated if (name := ident(site, stated))}
    shown = {ident(site, stated): stated for stated in (*page.shown, *page.stated)}
    others = {name: stated for name, stated in shown.items() if name and name != main}
    site_name, trail_name = site.output_url("#website"), f"{url}#breadcrumb"
    # What is only mentioned is called by its name alone throughout the page.
    seen = {*told, site_name, trail_name, *(() if page.lists else others)}
    webpage = thing(
        _kind(page),
        f"{url}#webpage",
        url=url,
        name=page.title,
        description=page.description,
        inLanguage=site.language,
        isPartOf=reference(site_name),
        mainEntity=_list(site, others, told) if page.lists else _main(main, told),
        mentions=None if page.lists else [reference(name) for name in others],
        breadcrumb=reference(trail_name) if has_trail else None,
    )
    yield _telling_once(webpage, seen)
    yield _telling_once(_website(site, site_name), seen)
    if has_trail:
        yield _breadcrumb(site, page, trail_name)
    build = _BUILD if len(page.stated) <= MOST_WHOLE else _BUILD_IN_BRIEF
    for stated in page.stated:
        for node in build[stated.record.objtype](site, stated):
            yield _telling_once(node, seen)


def _main(name: str, told: set[str]) -> Thing | None:
    return reference(name) if name in told else None


def _list(site: Site, shown: Mapping[str, Stated], told: set[str]) -> Thing | None:
    """List what a page shows: records told on this page by their names, others with words."""
    if not shown:
        return None
    items = [reference(n) if n in told else stub(site, stated) for n, stated in shown.items()]
    return {"@type": "ItemList", "numberOfItems": len(items), "itemListElement": items}


def _telling_once(node: Thing, seen: set[str]) -> Thing:
    """Leave a reference with nothing more where the page has told of somebody before.

    A long list names the same people again and again.  The node itself is changed.
    """
    for key, value in node.items():
        # Most values are words, and to ask for their type is quicker than isinstance.
        kind = type(value)
        if kind is dict:
            node[key] = _told(value, seen)
        elif kind is list:
            value[:] = [_told(it, seen) if type(it) is dict else it for it in value]
    return node


def _told(inner: Thing, seen: set[str]) -> Thing:
    name = inner.get("@id")
    if name:
        if name in seen:
            return reference(name) if len(inner) > 1 else inner
        seen.add(name)
    return _telling_once(inner, seen)


def _kind(page: Page) -> str:
    if page.main and page.main.record.objtype == "person":
        return "ProfilePage"
    if page.is_root:
        return "AboutPage"
    if page.name == "search":
        return "SearchResultsPage"
    return "CollectionPage" if page.lists else "WebPage"


def _website(site: Site, name: str) -> Thing:
    return thing(
        "WebSite",
        name,
        url=site.base_url or "./",
        name=site.title,
        inLanguage=site.language,
        publisher=publisher(site),
    )


def _breadcrumb(site: Site, page: Page, identifier: str) -> Thing:
    items = [
        thing("ListItem", position=index, name=title, item=site.page_url(docname))
        for index, (title, docname) in enumerate(page.trail, start=1)
    ]
    return {"@type": "BreadcrumbList", "@id": identifier, "itemListElement": items}


#: Characters that could end a script element or a line of JavaScript, or that turn the order of
#: others for whoever reads the source, and how JSON writes them.
_ESCAPES = {
    sign: f"\\u{ord(sign):04x}" for sign in (*"<>&\u2028\u2029\x7f", *map(chr, BIDI_CONTROLS))
}


def script(site: Site, page: Page) -> str:
    """Write a page's graph as a script element that no value can break out of."""
    context: Any = "https://schema.org"
    if not site.base_url:
        # Names are paths from the site's root then, and the same on all pages.
        up = "../" * site.path_of(page.name).count("/")
        context = [context, {"@base": up or "./"}]
    return element(context, graph(site, page))


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def element(context: Any, nodes: Iterable[Thing]) -> str:
    """Write a document as a script element."""
    text = f'{{"@context":{_json(context)},"@graph":[{",".join(map(_json, nodes))}]}}'
    text = escaped(text, _ESCAPES)
    # Half of a surrogate pair can't be written to a file.
    whole = text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
    return f'<script type="application/ld+json">{whole}</script>'
