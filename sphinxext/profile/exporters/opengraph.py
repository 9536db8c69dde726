"""Open Graph: what a link to a page looks like in a message, by https://ogp.me.

sphinxext-opengraph writes the tags where a site uses it, and reads ours as those of a page's own
metadata.  It passes over pages that Sphinx or an extension makes, as those of publications: theirs
are written here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..config import CARDS
from ..domain.store import Key, Stated
from ..model.identifiers import arxiv_url, doi_url
from ..model.news import News
from ..model.publication import Publication
from .card_drawing import HEIGHT, WIDTH
from .pages import Page
from .site import Site
from .social_cards import SITE

#: Types of picture that the networks show; SVG is none of them.
_RASTER = (".png", ".jpg", ".jpeg", ".gif", ".webp")
_TYPES = {"person": "profile", "publication": "article", "news": "article"}

#: Name of a property -> its content.
Tags = dict[str, str]


def tags(site: Site, page: Page, cards: Mapping[Key, str]) -> Tags:
    """Make the Open Graph properties of a page, without those that would be empty."""
    main = page.main
    found = {
        "og:title": page.title,
        "og:type": _TYPES.get(main.record.objtype, "website") if main else "website",
        "og:url": site.page_url(page.name) if site.base_url else "",
        "og:site_name": site.title,
        "og:description": page.description,
        **_picture(site, page, cards),
        **dict(_article(main)),
    }
    return {name: content for name, content in found.items() if content}


def _picture(site: Site, page: Page, cards: Mapping[Key, str]) -> Tags:
    """Show the card of the record, else its picture, else the card of the site."""
    main = page.main if page.main and page.main.record.objtype in CARDS else None
    image = main.record.image if main else None
    url = site.image_url(image.uri) if image else ""
    if image and url.lower().endswith(_RASTER) and main and main.key not in cards:
        return {"og:image": url, "og:image:alt": image.alt}
    key = main.key if main and main.key in cards else SITE
    if key not in cards:
        return {}
    return {
        "og:image": site.output_url(cards[key]),
        "og:image:alt": main.record.name if main and key != SITE else site.title,
        "og:image:width": str(WIDTH),
        "og:image:height": str(HEIGHT),
        "twitter:card": "summary_large_image",
    }


def _article(main: Stated | None) -> Iterator[tuple[str, str]]:
    record = main.record if main else None
    if isinstance(record, News) and record.date:
        yield "article:published_time", record.date.iso8601()
    if isinstance(record, Publication):
        yield "article:published_time", record.issued.iso8601() if record.issued else ""
        yield "og:see_also", doi_url(record.doi) if record.doi else ""
        if record.arxiv and not record.doi:
            yield "og:see_also", arxiv_url(record.arxiv)


def own_choice(found: Tags, meta: Mapping[str, Any], config: Any) -> Tags:
    """Leave out what a page or ``conf.py`` states otherwise."""
    if "ogp_disable" in meta:
        return {}
    stated = {name for name in meta if name.startswith("og:")}
    if config.ogp_site_name is not None:
        stated.add("og:site_name")
    is_general = config.ogp_image or config.ogp_use_first_image
    if "og:image" in stated or (is_general and "/site-" in found.get("og:image", "")):
        stated |= {name for name in found if name.startswith(("og:image", "twitter:"))}
    if any("twitter:card" in tag for tag in config.ogp_custom_meta_tags):
        stated.add("twitter:card")
    return {name: content for name, content in found.items() if name not in stated}
