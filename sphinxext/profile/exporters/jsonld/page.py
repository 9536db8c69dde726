"""One page's graph: the site, the page with its trail, what it lists, and the records it states."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urljoin

from ...domain.store import Stated
from ...model.quoting import BIDI_CONTROLS
from ..pages import Page
from ..site import Site
from .person import person
from .values import Thing, ident, publisher, reference, stub, thing
from .work import event, news, organization_node, project, publication

_BUILD: dict[str, Callable[[Site, Stated], list[Thing]]] = {
    "person": person,
    "organization": organization_node,
    "project": project,
    "publication": publication,
    "event": event,
    "news": news,
}


def graph(site: Site, page: Page) -> list[Thing]:
    """Make the nodes of a page's graph, each with its own ``@id``."""
    url = site.page_url(page.name)
    told = [node for stated in page.stated for node in _BUILD[stated.record.objtype](site, stated)]
    names = {node["@id"] for node in told}
    has_trail = len(page.trail) > 1
    main = ident(site, page.main) if page.main else ""
    shown = {ident(site, stated): stated for stated in (*page.shown, *page.stated)}
    others = {name: stated for name, stated in shown.items() if name and name != main}
    nodes = [
        thing(
            _kind(page),
            f"{url}#webpage",
            url=url,
            name=page.title,
            description=page.description,
            inLanguage=site.language,
            isPartOf={"@id": urljoin(site.base_url, "#website")},
            mainEntity=_list(site, others, names) if page.lists else _main(main, names),
            mentions=None if page.lists else [reference(name) for name in others],
            breadcrumb={"@id": f"{url}#breadcrumb"} if has_trail else None,
        ),
        _website(site),
        *([_breadcrumb(site, page, f"{url}#breadcrumb")] if has_trail else []),
        *told,
    ]
    seen = {node["@id"] for node in nodes}
    for node in nodes:
        _tell_once(node, seen)
    return nodes


def _main(name: str, told: set[str]) -> Thing | None:
    return reference(name) if name in told else None


def _list(site: Site, shown: Mapping[str, Stated], told: set[str]) -> Thing | None:
    """List what a page shows: records told on this page by their names, others with words."""
    if not shown:
        return None
    items = [reference(n) if n in told else stub(site, stated) for n, stated in shown.items()]
    return {"@type": "ItemList", "numberOfItems": len(items), "itemListElement": items}


def _tell_once(node: Thing, seen: set[str]) -> None:
    """Leave a reference with nothing more where the page has told of somebody before.

    A long list names the same people again and again.
    """
    for key, value in node.items():
        several = value if isinstance(value, list) else (value,)
        for place, inner in enumerate(several):
            if not isinstance(inner, dict):
                continue
            name = inner.get("@id")
            if name not in seen:
                if name:
                    seen.add(name)
                _tell_once(inner, seen)
            elif isinstance(value, list):
                value[place] = reference(name)
            else:
                node[key] = reference(name)


def _kind(page: Page) -> str:
    if page.main and page.main.record.objtype == "person":
        return "ProfilePage"
    if page.is_root:
        return "AboutPage"
    if page.name == "search":
        return "SearchResultsPage"
    return "CollectionPage" if page.lists else "WebPage"


def _website(site: Site) -> Thing:
    return thing(
        "WebSite",
        urljoin(site.base_url, "#website"),
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
    return element({"@context": context, "@graph": graph(site, page)})


def element(document: Thing) -> str:
    """Write a document as a script element."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    # Looking for one sign after the other is many times faster than str.translate.
    for sign, escape in _ESCAPES.items():
        text = text.replace(sign, escape)
    # Half of a surrogate pair can't be written to a file.
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return f'<script type="application/ld+json">{whole}</script>'
