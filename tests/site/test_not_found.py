"""The page that a host shows at any address where there is none."""

from __future__ import annotations

from tests.support import Build

ASKED = ("href", "src", "action", "data-content_root")


def test_nothing_depends_on_where_the_page_is_shown(site: Build) -> None:
    page = site.soup("404")
    found = [str(it[name]) for name in ASKED for it in page.select(f"[{name}]")]
    assert len(found) > 20
    assert [address for address in found if not address.startswith(("/", "#", "http"))] == []
    assert page.html is not None
    assert page.html["data-content_root"] == "/"


def test_the_page_is_not_to_be_found(site: Build) -> None:
    assert site.soup("404").select('meta[name=robots][content="noindex"]')
    assert "404" not in site.read("sitemap.xml")
