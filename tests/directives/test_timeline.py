"""``timeline`` and ``entry``: forms, order, what stands between entries."""

from __future__ import annotations

from collections.abc import Callable

from tests.support import Build, Lab


def _built(lab: Callable[..., Lab], block: str) -> Build:
    return lab({"index.md": f"# Page\n\n{block}\n"}).build().assert_clean()


def _titles(built: Build) -> list[str]:
    return [s.get_text() for s in built.soup().select(".profile-entry-title")]


DATES = """\
2010 – 2012
: **Old**, A

2020 –
: **Running**, B

2015-03
: **Middle**, C
"""


def test_newest_first_with_running_on_top(lab: Callable[..., Lab]) -> None:
    built = _built(lab, f":::{{timeline}} Life\n\n{DATES}:::")
    assert _titles(built) == ["Running", "Middle", "Old"]


def test_oldest_first(lab: Callable[..., Lab]) -> None:
    built = _built(lab, f":::{{timeline}} Life\n:order: asc\n\n{DATES}:::")
    assert _titles(built) == ["Old", "Middle", "Running"]


def test_order_of_the_source(lab: Callable[..., Lab]) -> None:
    built = _built(lab, f":::{{timeline}} Life\n:order: source\n\n{DATES}:::")
    assert _titles(built) == ["Old", "Running", "Middle"]


def test_both_forms_mix_and_words_between_them_stay(lab: Callable[..., Lab]) -> None:
    block = """\
::::{timeline} Life
:kind: education

Words before.

:::{entry} Ph.D.
:organization: Example University
:start: 2018
:end: 2021
:location: Seoul
:score: 4.3
:courses: Logic, Engines
:url: https://example.org/thesis
:links: Thesis <https://example.org/pdf>

A thesis on *engines*.
:::

2012 – 2016
: B.S. without bold words

  - a point
  - another

2016
: **M.S.**, {org}`uni`
: **Prize**
::::

:::{organization} Example University
:id: uni
:::
"""
    built = _built(lab, block)
    assert _titles(built) == ["Ph.D.", "M.S.", "Prize", "B.S. without bold words"]
    text = built.text()
    for words in ("Words before.", "Seoul", "4.3", "Logic, Engines", "Thesis", "a point"):
        assert words in text
    links = {a["href"] for a in built.soup().select(".profile-timeline a")}
    assert {"https://example.org/thesis", "https://example.org/pdf", "#organization-uni"} <= links


def test_ids_say_who_when_and_what_and_doubles_are_numbered(lab: Callable[..., Lab]) -> None:
    block = (
        ":::{profile} Ada\n:::\n\n:::{timeline}\n:person: ada\n\n2020\n: **Talk**\n: **Talk**\n:::"
    )
    found = [li["id"] for li in _built(lab, block).soup().select("li.profile-entry")]
    assert found == ["event-ada-2020-talk", "event-ada-2020-talk-2"]


def test_restructured_text_reads_the_short_form(lab: Callable[..., Lab]) -> None:
    page = """\
Page
====

.. timeline:: Life
   :kind: work

   Aug 2024 – present
      **Professor**, Example University

      Teaches.

   .. entry:: Lecturer
      :organization: Example College
      :start: 2020
      :end: 2022
"""
    built = lab({"index.rst": page}).build().assert_clean()
    assert _titles(built) == ["Professor", "Lecturer"]
    assert "Teaches." in built.text()
