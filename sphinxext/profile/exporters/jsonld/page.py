"""One page's graph: the site, the page, its trail, and the records it states."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from urllib.parse import urljoin

from ...domain.store import Stated
from ..pages import Page
from ..site import Site
from .person import person
from .values import Thing, ident, thing
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
    has_trail = len(page.trail) > 1
    main = ident(site, page.main) if page.main else ""
    nodes = [
        thing(
            _kind(page),
            f"{url}#webpage",
            url=url,
            name=page.title,
            description=page.description,
            inLanguage=site.language,
            isPartOf={"@id": urljoin(site.base_url, "#website")},
            mainEntity={"@id": main} if any(node.get("@id") == main for node in told) else None,
            breadcrumb={"@id": f"{url}#breadcrumb"} if has_trail else None,
        ),
        _website(site),
        *([_breadcrumb(site, page, f"{url}#breadcrumb")] if has_trail else []),
    ]
    return [*nodes, *told]


def _kind(page: Page) -> str:
    if page.main and page.main.record.objtype == "person":
        return "ProfilePage"
    if page.is_root:
        return "AboutPage"
    if page.name == "search":
        return "SearchResultsPage"
    return "CollectionPage" if page.lists else "WebPage"


def _website(site: Site) -> Thing:
    publisher = site.publisher
    return thing(
        "WebSite",
        urljoin(site.base_url, "#website"),
        url=site.base_url or site.page_url(site.root),
        name=site.title,
        inLanguage=site.language,
        publisher={"@id": ident(site, publisher)} if publisher else None,
    )


def _breadcrumb(site: Site, page: Page, identifier: str) -> Thing:
    items = [
        thing("ListItem", position=index, name=title, item=site.page_url(docname))
        for index, (title, docname) in enumerate(page.trail, start=1)
    ]
    return {"@type": "BreadcrumbList", "@id": identifier, "itemListElement": items}


#: Characters that could end a script element or a line of JavaScript, and how JSON writes them.
_ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def script(nodes: Sequence[Thing]) -> str:
    """Write a graph as a script element that no value can break out of."""
    document = {"@context": "https://schema.org", "@graph": list(nodes)}
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    # Half of a surrogate pair can't be written to a file.
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return f'<script type="application/ld+json">{whole}</script>'
