"""Relations that nobody states in one piece: papers and news of the people of an organization."""

from __future__ import annotations

from collections.abc import Callable

from tests.support import Build, Lab

BIB = """
@book{looms, title = {On looms}, author = {Park, Ada and Lee, Bo}, year = {2020}}
@book{engines, title = {On engines}, author = {Lee, Bo}, year = {2021}}
@book{others, title = {On others}, author = {Nobody, Ann}, year = {2022}}
"""
DATA = """\
people:
  - {name: Ada Park, id: ada, member-of: lab}
  - {name: Bo Lee, id: bo, affiliation: "Unit, Example University", member-of: MEMBER}
organizations:
  - {name: Example Lab, id: lab}
  - {name: Example University, id: uni}
news:
  - {title: A prize for Bo, id: prize, date: 2024-01-01, people: [bo]}
"""
PAGE = """\
# Lab

:::{publications}
:organization: lab
:::

:::{news-list}
:organization: uni
:::
"""


def listed(build: Build) -> list[str]:
    assert build.warning_lines == []
    words = build.soup().get_text(" ")
    return [title for title in ("looms", "engines", "others", "prize") if title in words]


def test_papers_and_news_belong_where_their_people_do(lab: Callable[..., Lab]) -> None:
    files = {"index.md": PAGE, "papers.bib": BIB, "lab.yml": DATA.replace("member-of: MEMBER", "")}
    made = lab(files, profile_bibliography=["papers.bib"], profile_data=["lab.yml"])
    assert listed(made.build()) == ["looms", "prize"]
    made.write({"lab.yml": DATA.replace("MEMBER", "lab")})
    assert listed(made.build()) == ["looms", "engines", "prize"]
