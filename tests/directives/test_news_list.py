"""``news-list``: which items, in which order and shape."""

from __future__ import annotations

from collections.abc import Callable

import pytest

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


QUERIES = {
    ":person: ada": ["Second thing"],
    ":project: engine": ["Third thing", "First thing"],
    ":tags: paper, award": ["Second thing", "First thing"],
    ":since: 2025-01": ["Third thing", "Second thing"],
    ":until: 2024": ["First thing"],
    ":keys: one, two": ["First thing", "Second thing"],
    ":sort: date": ["First thing", "Second thing", "Third thing"],
    ":sort: date\n:limit: 1": ["First thing"],
    ":person: ada\n:project: engine\n:allow-empty:": [],
}


def test_what_can_be_asked(lab: Callable[..., Lab]) -> None:
    items = ITEMS.replace(":date: 2024-05", ":date: 2024-05\n:id: one\n:projects: engine")
    items = items.replace(":date: 2025-01-07", ":date: 2025-01-07\n:id: two\n:people: ada")
    items = items.replace(":date: 2025-06", ":date: 2025-06\n:projects: engine")
    items += "\n:::{profile} Ada\n:id: ada\n:::\n\n:::{project-card} Engine\n:id: engine\n:::\n"
    page = "# L\n\n```{toctree}\nitems\n```\n"
    for number, options in enumerate(QUERIES):
        page += f"\n::::{{div}} q{number}\n:::{{news-list}}\n{options}\n:::\n::::\n"
    build = lab({"index.md": page, "items.md": items}).build().assert_clean()
    for number, (options, wanted) in enumerate(QUERIES.items()):
        names = build.soup().select(f".q{number} .p-name")
        assert [name.get_text() for name in names] == wanted, options


def test_items_of_a_data_file(lab: Callable[..., Lab], monkeypatch: pytest.MonkeyPatch) -> None:
    data = """\
    news:
      - {title: Told, date: 2024-05-06, body: "It *was*."}
      - {title: Not told, date: 2024-05-07, draft: true}
      - {title: Later, date: 2026-02-03}
    """
    made = lab({"index.md": "# L\n\n:::{news-list}\n:::\n", "n.yml": data}, profile_data=["n.yml"])
    built = made.build().assert_clean()
    assert [name.get_text() for name in built.soup().select(".p-name")] == ["Told"]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1770076800")  # 3 February 2026
    names = made.build().soup().select(".p-name")
    assert [name.get_text() for name in names] == ["Later", "Told"]
