"""What the pages and files of the lab that is edited say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.support.edits import Edited

GROUPS = ("faculty", "phd", "ms", "alumni")

INDEX = """\
# {title}

:::{{people}}
:group-by: group
:::

:::{{news-list}}
:limit: 3
:layout: compact
:allow-empty:
:feed: lab
:::

```{{toctree}}
:glob:

*
*/*
```
"""
LISTS = """\
# Lists

:::{projects} By state
:group-by: status
:::

:::{projects} By tag
:group-by: tag
:layout: compact
:::

:::{projects} Paid
:funder: o1
:allow-empty:
:layout: list
:::
"""
PAPERS = """\
# Papers

:::{publications}
:downloads: bibtex, ris, csl-json
:allow-empty:
:::
"""
AWARDS = """\
# Awards

:::{{timeline}}
:kind: award
:person: p1, p2, p3

2021
: **{award}**
:::
"""
TIMES = "# Times\n\n:::{timeline-of}\n:group-by: kind\n:::\n"


def pages_of(lab: Edited) -> dict[str, str | bytes]:
    """Write the lab out: path -> content."""
    return {
        "index.md": INDEX.format(title=lab.title),
        "awards.md": AWARDS.format(award=lab.words.get("award", "Prize of old")),
        "lists.md": LISTS,
        "papers.md": PAPERS,
        "times.md": TIMES,
        "news.md": "# News\n" + "".join(_news(lab)),
        "houses.md": "# Houses\n" + "".join(_organizations(lab)),
        "data/lab.yml": "people:\n" + "".join(_data(lab)),
        "lab.bib": "".join(_works(lab)),
        **_people(lab),
        **dict(_projects(lab)),
        **{f"faces/{key}/photo.png": data for key, data in lab.pictures.items()},
        **{f"cv/{key}.md": _cv(key) for key in lab.cvs if key in lab.people},
        **({"cv/a.md": _cv("p1", ":sections: work\n")} if lab.second_cv else {}),
        **{f"{name}.md": _extra(lab, name) for name in lab.extra},
    }


def _number(key: str) -> int:
    return int(key[1:].rstrip("x"))


def _who(lab: Edited, number: int) -> str:
    known = sorted(lab.people)
    return known[number % len(known)]


def _people(lab: Edited) -> dict[str, str]:
    pages: dict[str, str] = {}
    for key, name in lab.people.items():
        page, number = f"{lab.hosts[key]}.md", _number(key)
        pages[page] = pages.get(page, f"# Page {page}\n") + (
            f"\n:::{{profile}} {name}\n:id: {key}\n:group: {GROUPS[number % 4]}\n"
            f":interests: topic {number % 5}\n:affiliation: House {number % 3}\n"
            f":email: {key}@example.org\n{_picture(lab, key)}:::\n"
            f"\n:::{{projects}}\n:person: {key}\n:layout: compact\n:allow-empty:\n:::\n"
            f"\n:::{{timeline}}\n:kind: work\n:person: {key}\n\n{2000 + number}\n"
            f": **Post of {name}**, House {number % 2}\n:::\n"
        )
    return pages


def _projects(lab: Edited) -> Iterator[tuple[str, str]]:
    for number, (key, title) in enumerate(lab.projects.items()):
        who = ", ".join(dict.fromkeys(_who(lab, number + step) for step in (0, 3)))
        tag = lab.words.get(f"{key} tag", f"tag{number % 3}")
        yield (
            f"work/{key}.md",
            f"# {title} page\n\n:::{{project-card}} {title}\n:id: {key}\n:people: {who}\n"
            f":status: {('active', 'completed')[number % 2]}\n:tags: {tag}\n"
            f":funder: House {number % 3}\n\n{lab.words.get(key, 'Of old.')}\n:::\n\n"
            f"With {{person}}`{_who(lab, number)}`, {{any}}`{key}` and {{pub}}`w1`.\n",
        )


def _organizations(lab: Edited) -> Iterator[str]:
    for key, name in lab.organizations.items():
        yield f"\n:::{{organization}} {name}\n:id: {key}\n:::\n"


def _news(lab: Edited) -> Iterator[str]:
    for day, (key, title) in enumerate(lab.news.items(), start=1):
        draft = ":draft:\n" if key in lab.drafts else ""
        yield (
            f"\n:::{{news}} {title}\n:id: {key}\n:date: 2025-03-{day:02}\n"
            f":people: {_who(lab, day)}\n{draft}\nWords of {title}.\n:::\n"
        )


def _data(lab: Edited) -> Iterator[str]:
    for key, name in sorted(lab.data.items()):
        picture = ", image: /faces/d1/photo.png, alt: Face" if _number(key) % 2 else ""
        yield (
            f"- {{name: {name}, id: {key}, group: phd, role: Role of {name}{picture}, "
            f"events: [{{title: Prize of {name}, kind: award, date: 2020}}]}}\n"
        )


def _works(lab: Edited) -> Iterator[str]:
    for key, title in sorted(lab.works.items()):
        yield (
            f"@article{{{key}, title={{{title}}}, author={{Person 1 and Other, Ann}}, "
            "journal={J}, year={2020}}\n"
        )


def _picture(lab: Edited, key: str) -> str:
    return f":image: /faces/{key}/photo.png\n:alt: Face\n" if key in lab.pictures else ""


def _cv(key: str, options: str = "") -> str:
    downloads = "json-resume, rendercv, vcard, bibtex, csl-json"
    return f"# CV of {key}\n\n:::{{cv}}\n:person: {key}\n:downloads: {downloads}\n{options}:::\n"


def _extra(lab: Edited, name: str) -> str:
    """Write a page that states organizations which another page states as well."""
    return f"# {name}\n\n{{person}}`{min(lab.people)}` of {{org}}`o1`\n" + "".join(
        f"\n:::{{organization}} House of {name}\n:id: {key}\n:::\n" for key in ("o0", "o1", "o2")
    )
