"""A lab that states something in every field that machines are told of."""

from __future__ import annotations

from sphinxext.profile.model.event import KINDS
from sphinxext.profile.model.organization import TYPES
from sphinxext.profile.sources.bibtex_types import TYPES as BIBTEX

BASE = "https://lab.example/site/"

_PICTURE = (
    b"<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'><path d='M0 0h4v4z'/></svg>"
)

_LAB = """\
:::{organization} The Lab
:id: lab
:type: lab
:short: TL
:parent: uni
:founded: 2015
:image: picture.svg
:alt: A square
:city: Seoul
:country-code: KR
:github: the-lab
:url: https://lab.example/

A lab that tests *things*.
:::
"""
_LAB_YML = """\
organizations:
  - {name: The Other Fund, id: other-fund, type: funder, links: ["More <https://fund.example/>"]}
"""
_ADA = """\
people:
  - name: Ada Example
    id: ada
    names: {ko: 에이다}
    aliases: [A. Example]
    role: Professor
    group: faculty
    affiliation: Computing Department, University of Examples
    member-of: lab
    interests: [{name: engines, keywords: [steam]}, looms]
    languages: [{language: English, fluency: native}]
    orcid: 0000-0002-1825-0097
    github: ada
    email: ada@lab.example
    url: https://ada.example/
    image: picture.svg
    alt: Portrait of Ada
    address: 1 Example Street
    postal-code: '04107'
    city: Seoul
    region: Mapo
    country-code: KR
    start: 2020-03
    body: Works on **engines**.
  - {name: Bo Student, id: bo, role: PhD student, group: phd, member-of: lab, advisors: ada}
"""
_PROJECTS = """\
projects:
  - title: Engine
    id: engine
    people: [{id: ada, role: Lead}, bo, Somebody Else]
    partners: The Works; uni
    funder: The Fund; Another Fund
    grant: F-1
    start: 2020-02
    end: 2021
    status: completed
    tags: [steam, looms]
    publications: [paper-conference]
    code: https://code.example/engine
    dataset: https://data.example/engine
    image: picture.svg
    alt: A square
    links: [{url: 'https://code.example/more', label: More, rel: code}]
    body: A machine.
"""
_NEWS = """\
news:
  - {title: A thing happened, date: 2025-03-01, people: [ada], projects: [engine], tags: [award],
     image: picture.svg, alt: A square, body: It did.}
  - title: A day that is not yet
    date: 2030-01-01
    people: [ada]
  - {title: A season, date: Spring 2024, people: [ada]}
"""


def _events() -> str:
    lines = ["events:"]
    for kind in KINDS:
        for number, where in enumerate(("organization: 'Dept., uni', ", "")):
            date = ("2019 – 2021", "2024 –")[number]
            lines.append(
                f"  - {{title: {kind} {number}, kind: {kind}, person: [ada, bo], {where}"
                f"date: {date}, location: Seoul, url: 'https://e.example/{kind}', "
                f"body: Words on {kind}.}}"
            )
    lines.append(
        "  - {title: doctoral studies, kind: education, person: ada, organization: uni, "
        "date: 2023 –}"
    )
    return "\n".join(lines) + "\n"


def _bib() -> str:
    entries = []
    for number, (entry, kind) in enumerate({v: k for k, v in BIBTEX.items()}.items()):
        entries.append(
            f"@{kind}{{{entry.replace('_', '-')},\n"
            f"  title = {{On {entry} \\& more}}, author = {{Example, Ada and {{The Body}} and "
            f"Other, Ann}}, editor = {{Editor, Ed}}, journal = {{Journal}}, "
            f"booktitle = {{Proceedings}}, school = {{School}}, institution = {{Institute}}, "
            f"publisher = {{Press}}, volume = {{3}}, number = {{2}}, pages = {{11--19}}, "
            f"year = {{{2000 + number}}}, month = {{5}}, day = {{4}}, doi = {{10.1234/{number}}}, "
            f"eprint = {{2006.{number:05d}}}, archiveprefix = {{arXiv}}, issn = {{0378-5955}}, "
            f"isbn = {{978-3-16-148410-0}}, keywords = {{one, two}}, langid = {{english}}, "
            f"abstract = {{An abstract with $x^2$.}}, award = {{Best paper}}, "
            f"pdf = {{https://files.example/{number}.pdf}}, code = {{https://code.example/x}}, "
            f"dataset = {{https://data.example/x}}, projects = {{engine}}}}\n"
        )
    return "\n".join(entries)


_PAGES = {
    "index.md": f"# The Lab\n\nWe test things.\n\n{_LAB}\n"
    "```{toctree}\npeople\nada\nbo\nprojects\nengine\npapers\nnews\ntimes\norganizations\ncv\nexample\n```\n",
    "people.md": "# People\n\n```{people}\n```\n",
    "ada.md": "# Ada Example\n\n{person}`bo` learns here.\n\n```{people}\n:person: ada\n```\n",
    "bo.md": "# Bo Student\n\n:::{profile} Cy Guest\n:id: cy\n:advisors: ada\n:::\n",
    "projects.md": "# Projects\n\n```{projects}\n```\n",
    "engine.md": "# Engine\n\nAll on one page: {project}`engine`.\n\n:::{project-card} Loom\n"
    ":id: loom\n:people: ada (Lead), bo\n:funder: fund\n:::\n",
    "papers.md": "# Papers\n\n```{publications}\n:downloads: bibtex, ris, csl-json\n```\n",
    "news.md": "# News\n\n```{news-list}\n```\n",
    "times.md": "# Times\n\n```{timeline-of}\n```\n",
    "organizations.md": "# Organizations\n\n"
    ":::{organization} University of Examples\n:id: uni\n:type: university\n:::\n\n"
    ":::{organization} The Fund\n:id: fund\n:type: funder\n:::\n\n"
    ":::{organization} A Group\n:id: own\n:type: group\n:parent: lab\n:::\n\n"
    + "".join(f":::{{organization}} O {t or 'plain'}\n:type: {t}\n:::\n\n" for t in TYPES if t),
    "cv.md": "# CV\n\n```{cv}\n:person: ada\n```\n",
    "example.md": "# Example\n\n:::{profile} Nobody Real\n:id: nobody\n:member-of: lab\n:::\n",
}

FILES: dict[str, str | bytes] = {
    **_PAGES,
    "lab.yml": _LAB_YML + _ADA + _PROJECTS + _NEWS + _events(),
    "papers.bib": _bib(),
    "picture.svg": _PICTURE,
}
CONF: dict[str, object] = {
    "html_baseurl": BASE,
    "profile_data": ["lab.yml"],
    "profile_bibliography": ["papers.bib"],
    "profile_publication_pages": True,
    "profile_unlisted": ["example"],
    # Ada's Korean name stands in a CV, and few machines have a font with its letters.
    "suppress_warnings": ["profile.reference", "profile.font"],
}
