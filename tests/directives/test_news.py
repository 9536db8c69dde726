"""``news``: what is stated, what is shown, and when."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support import Lab

NEWS = """\
# News

:::{profile} Ada Example
:id: ada
:::

:::{news} A paper was accepted
:date: 2025-03
:people: ada
:tags: paper

Something **happened**.
:::

:::{news} Not yet finished
:date: 2025-04
:draft:
:::

:::{news} A workshop to come
:date: 2026-02-03
:::
"""


def test_an_item_is_an_article_with_its_date(lab: Callable[..., Lab]) -> None:
    article = lab({"index.md": NEWS}).build().assert_clean().soup().select_one("article.h-entry")
    assert article is not None
    assert article["id"] == "news-2025-03-a-paper-was-accepted"
    assert article.select_one("time.dt-published")["datetime"] == "2025-03"
    assert article.select_one(".p-name").get_text() == "A paper was accepted"
    assert article.select_one(".profile-facts a")["href"] == "#person-ada"


def test_drafts_and_the_future_are_not_shown(lab: Callable[..., Lab]) -> None:
    words = lab({"index.md": NEWS}).build().words()
    assert "Not yet finished" not in words
    assert "A workshop to come" not in words


def test_an_item_appears_on_its_day(
    lab: Callable[..., Lab], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = lab({"index.md": NEWS, "other.md": ":::{news-list}\n:layout: compact\n:::\n"})
    assert "A workshop to come" not in made.build().words()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1770076800")  # 3 February 2026
    later = made.build()
    assert "A workshop to come" in later.text("index")
    assert "A workshop to come" in later.text("other")
    assert "Not yet finished" not in later.words()


def test_a_bad_date_costs_the_date_and_keeps_its_words(lab: Callable[..., Lab]) -> None:
    built = lab({"index.md": "# N\n\n:::{news} Something\n:date: someday\n:::\n"}).build()
    assert len(built.warning_lines) == 1
    assert "index.md:4" in built.warning_lines[0]
    assert "profile.date" in built.warning_lines[0]
    assert "someday" in built.text()


def test_a_missing_date_is_said(lab: Callable[..., Lab]) -> None:
    built = lab({"index.md": "# N\n\n:::{news} Something\n:::\n"}).build()
    assert len(built.warning_lines) == 1
    assert "index.md:3" in built.warning_lines[0]
    assert "profile.missing" in built.warning_lines[0]


def test_what_is_not_public_is_in_no_index_and_no_link_leads_to_it(
    lab: Callable[..., Lab], monkeypatch: pytest.MonkeyPatch
) -> None:
    news = NEWS.replace(":draft:", ":draft:\n:id: draft\n:tags: hidden")
    news = news.replace(":date: 2026-02-03", ":date: 2026-02-03\n:id: workshop")
    other = "# O\n\n{news}`draft`, {news}`workshop`, {any}`draft`\n"
    made = lab({"index.md": news + "\n```{toctree}\nother\n```\n", "other.md": other})
    built = made.build().assert_clean()
    assert (
        built.text("other", ".body p") == "Not yet finished, A workshop to come, Not yet finished"
    )
    assert not built.soup("other").select(".body p a")
    assert "hidden" not in built.text("profile-tags")
    assert built.app
    objects = [o[0] for o in built.app.env.get_domain("profile").get_objects()]
    assert objects == ["2025-03-a-paper-was-accepted", "ada"]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1770076800")  # 3 February 2026
    links = [a["href"] for a in made.build().soup("other").select(".body p a")]
    assert links == ["index.html#news-workshop"]
