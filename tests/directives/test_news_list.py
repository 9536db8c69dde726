"""``news-list``: which items, in which order and shape."""

from __future__ import annotations

from collections.abc import Callable

from tests.support import Lab

ITEMS = """\
# Stated

:::{news} First thing
:date: 2024-05
:tags: paper

First paragraph.

Second paragraph.
:::

:::{news} Second thing
:date: 2025-01-07
:tags: award
:::

:::{news} Third thing
:date: 2025-06
:::
"""


def _listed(lab: Callable[..., Lab], options: str) -> object:
    page = f"# L\n\n:::{{news-list}}\n{options}:::\n\n```{{toctree}}\nitems\n```\n"
    return lab({"index.md": page, "items.md": ITEMS}).build().assert_clean()


def test_newest_first_with_links_to_where_it_is_stated(lab: Callable[..., Lab]) -> None:
    soup = _listed(lab, "").soup()
    links = [a["href"] for a in soup.select(".profile-news-list .p-name a")]
    assert links == [
        "items.html#news-2025-06-third-thing",
        "items.html#news-2025-01-07-second-thing",
        "items.html#news-2024-05-first-thing",
    ]
    assert "First paragraph." in soup.select_one(".profile-news-list").get_text()
    assert "Second paragraph." not in soup.select_one(".profile-news-list").get_text()


def test_year_groups_and_limit(lab: Callable[..., Lab]) -> None:
    soup = _listed(lab, ":group-by: year\n:limit: 2\n").soup()
    assert [h.get_text() for h in soup.select(".profile-group > .profile-title")] == ["2025"]
    assert len(soup.select(".profile-news-list > li")) == 2


def test_one_tag_in_compact_lines(lab: Callable[..., Lab]) -> None:
    soup = _listed(lab, ":tags: award\n:layout: compact\n").soup()
    items = [" ".join(li.get_text().split()) for li in soup.select(".profile-news-list > li")]
    assert items == ["Jan 7, 2025 Second thing"]
