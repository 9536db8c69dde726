"""Each page links to its other forms, and the links lead to files that are there."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote, urljoin

import pytest

from tests.exporters.rich_lab import BASE, CONF, FILES
from tests.support import Build, Lab

CV = """\
# CV

```{cv}
:person: ada
:downloads: json-resume, rendercv, vcard, bibtex, csl-json
```
"""


def links(build: Build, page: str) -> dict[str, str]:
    """Give the paths of a page's other forms by their media types."""
    found = build.soup(page).select('head link[rel="alternate"]')
    place = urljoin(BASE, build.path(page).relative_to(build.outdir).as_posix())
    if build.builder == "dirhtml":
        place = place.removesuffix("index.html")
    return {
        str(link["type"]): unquote(urljoin(place, str(link["href"]))).removeprefix(BASE)
        for link in found
    }


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_links_lead_to_files(lab: Callable[..., Lab], builder: str) -> None:
    build = lab({**FILES, "example.md": CV}, **CONF).build(builder).assert_clean()
    works = {
        "application/x-bibtex",
        "application/x-research-info-systems",
        "application/vnd.citationstyles.csl+json",
    }
    cv = {"application/json", "application/yaml", "text/vcard", "application/x-bibtex"}
    wanted = {
        "publications/thesis": works,
        "papers": works,
        "example": {*cv, "application/vnd.citationstyles.csl+json"},
        "ada": set(),
    }
    for page, media in wanted.items():
        found = links(build, page)
        assert media <= set(found)
        assert all((build.outdir / path).is_file() for path in found.values()), found
        assert len(set(found.values())) == len(found)
