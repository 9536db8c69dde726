"""The one style sheet of the site: what stands in many sheets keeps its order and its media."""

from __future__ import annotations

import re

from tests.support import Build


def test_the_sites_tokens_come_after_the_presets(site: Build) -> None:
    faces = re.findall(r"--profile-font: *([^;}]+)", site.read("_static/lean.css"))
    assert len(faces) == 3  # ours, the preset's, the site's
    assert faces[-1].startswith("Figtree")


def test_the_sheet_for_paper_is_for_paper(site: Build) -> None:
    sheet = site.read("_static/lean.css")
    assert sheet.count("@page") == 1
    assert re.search(r"@media print\{\s*@page", sheet)


def test_samples_of_presets_have_their_colours(site: Build) -> None:
    page = site.soup("guide/design")
    sheets = [str(link["href"]) for link in page.select("link[rel=stylesheet]")]
    assert any("preset-samples.css" in sheet for sheet in sheets)
    samples = site.read("_static/preset-samples.css")
    for sample in page.select(".site-sample"):
        assert [name for name in sample["class"] if f".{name} {{" in samples]
