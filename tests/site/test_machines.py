"""What machines are told on the site: schema.org's words, and names that are told somewhere."""

from __future__ import annotations

from tests.exporters.reading import graphs, named, told
from tests.exporters.vocabulary import faults
from tests.support import Build


def test_graphs(site: Build) -> None:
    found = graphs(site)
    wrong = {f"{page}: {x}" for page, nodes in found.items() for n in nodes for x in faults(n)}
    assert not wrong, "\n".join(sorted(wrong))
    assert named(found) == told(found)
    kinds = {node["@type"] for nodes in found.values() for node in nodes}
    wanted = {"ProfilePage", "Person", "ResearchOrganization", "ResearchProject"}
    wanted |= {"ScholarlyArticle", "BreadcrumbList", "WebSite", "NewsArticle"}
    assert wanted <= kinds
