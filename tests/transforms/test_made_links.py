"""Links of Markdown to files for programs: where the files are, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import Lab, build_subprocess

FILES = {
    "index.md": "# L\n\n[Follow **us**](feeds/site.xml), [](llms.txt).\n\n"
    "```{toctree}\nsub/page\nnews\n```\n",
    "sub/page.md": "# P\n\n[Feed](../feeds/site.json), [all](/profile.json).\n",
    "news.md": "# N\n\n:::{news} A thing\n:date: 2024-05\n:::\n",
}
CONF = {"html_baseurl": "https://lab.example/"}


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_links_lead_to_the_files(lab: Callable[..., Lab], builder: str) -> None:
    build = lab(FILES, **CONF).build(builder).assert_clean()
    for page, words in (("index", ["Follow us", "llms.txt"]), ("sub/page", ["Feed", "all"])):
        links = build.soup(page).select(".body p > a")
        assert [link.get_text() for link in links] == words
        assert all((build.path(page).parent / str(link["href"])).is_file() for link in links)


@pytest.mark.parametrize("builder", ["singlehtml", "epub", "latex", "text", "linkcheck"])
def test_elsewhere_the_words_stand_alone(lab: Callable[..., Lab], builder: str) -> None:
    build = lab(FILES, **CONF).build(builder).assert_clean()
    if builder != "linkcheck":
        build.assert_holds("Follow us, llms.txt.", "Feed, all.")
        assert "feeds/site" not in build.words()


def test_what_is_not_made_is_still_a_warning(lab: Callable[..., Lab]) -> None:
    made = lab(FILES, **CONF, profile_json=False)
    made.write({"news.md": "# N\n\n[a](feeds/none.ics) [b](http://x.example/llms.txt)\n"})
    lines = made.build().warning_lines
    assert [line.rpartition("found: ")[2] for line in lines] == [
        "'feeds/site.xml' [myst.xref_missing]",
        "'feeds/none.ics' [myst.xref_missing]",
        "'../feeds/site.json' [myst.xref_missing]",
        "'/profile.json' [myst.xref_missing]",
    ]


def test_a_page_follows_when_a_file_comes_or_goes(lab: Callable[..., Lab], tmp_path: Path) -> None:
    """The feed is another page's, so that nothing else on the page tells of it."""
    news = FILES["news.md"] + "\n:::{news-list}\n:feed: all\n:allow-empty:\n:::\n"
    page = {"sub/page.md": "# P\n\n[Feed](../feeds/all.xml), [all](/profile.json).\n"}
    files = {"index.md": "# L\n\n```{toctree}\nsub/page\nnews\n```\n", **page}
    made = lab({**files, "news.md": news}, **CONF, profile_feed=[])
    made.build().assert_clean()
    made.write({"news.md": news.replace("2024-05", "2999-05")})
    again = made.build()
    clean = build_subprocess(made.root, outdir=tmp_path / "clean", doctreedir=tmp_path / "doctrees")
    assert len(again.warning_lines) == len(clean.warning_lines) == 1
    assert again.soup("sub/page").select(".body p") == clean.soup("sub/page").select(".body p")
    made.write({"news.md": news})
    links = made.build().assert_clean().soup("sub/page").select(".body p > a")
    assert [link["href"] for link in links] == ["../feeds/all.xml", "../profile.json"]
