"""What is wrong across pages and files is told once, at its own line, however pages are read."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.support import Lab
from tests.support.forked import build_forked

PAGES: dict[str, str | bytes] = {
    "index.md": """\
# Index

{person}`ade`, {person}`Ada Byrom`, {org}`Example Lbo`, {any}`adaa`, {project}`engin`

:::{profile}
:id: nobody
:::

:::{people}
:person: adda
:::

```{toctree}
one
two
three
```
""",
    "one.md": """\
# One

:::{profile} Ada Byron
:id: ada
:member-of: lab
:advisors: bob
:::

:::{project-card} Engines
:people: ada, cy
:publications: smith202
:::
""",
    "two.md": """\
# Two

:::{profile} Ada again
:id: ada
:::

:::{organization} Example Lab
:id: lab
:::

:::{news} New
:id: new
:date: 2024-01-01
:people: di
:::

:::{news} Draft
:id: draft
:draft:
:date: 2024-01-01
:projects: engine
:::
""",
    "three.md": """\
# Three

:::{timeline}
:person: eve

:::{entry} Post
:date: 2020
:projects: looms
:organization: Nowhere
:::
:::
""",
    "lab.yml": """\
people:
  - {name: Ada of a file, id: ada}
  - {name: Bo, id: bo, advisors: [cyy], member-of: lba}
""",
    "lab.bib": "@article{smith2020, title={T}, author={Smith, A}, year={2020}, projects={loom}}\n",
}
TOLD = {
    "one.md:6": "advisors: unknown person 'bob'; did you mean 'bo'?",
    "one.md:10": "people: unknown person 'cy'",
    "one.md:11": "publications: unknown publication 'smith202'; did you mean 'smith2020'?",
    "two.md:3": "person 'ada' is stated twice; the first statement counts: one.md:3",
    "two.md:14": "people: unknown person 'di'",
    "two.md:21": "projects: unknown project 'engine'; did you mean 'engines'?",
    "three.md:6": "person: unknown person 'eve'",
    "three.md:8": "projects: unknown project 'looms'",
    "lab.yml:2:5": "person 'ada' is stated twice; the first statement counts: one.md:3",
    "lab.yml:3:34": "advisors: unknown person 'cyy'",
    "lab.yml:3:52": "member-of: unknown organization 'lba'; did you mean 'lab'?",
    "lab.bib:1": "projects: unknown project 'loom'",
    "index.md:6": "id: unknown person 'nobody'",
    "index.md:10": "person: unknown person 'adda'; did you mean 'ada'?",
}
IN_TEXT = [
    "unknown person 'ade'; did you mean 'ada'?",
    "unknown person 'Ada Byrom'; did you mean 'ada'?",
    "unknown organization 'Example Lbo'; did you mean 'lab'?",
    "'any' reference target not found: adaa",
    "unknown project 'engin'; did you mean 'engines'?",
]


@pytest.mark.parametrize("jobs", ["-j1", "-j4"])
def test_each_fault_is_told_once(tmp_path: Path, jobs: str) -> None:
    """Fails where what a page shows is told beside what is stated, or in the order of reading."""
    settings = {"profile_data": ["lab.yml"], "profile_bibliography": ["lab.bib"], "nitpicky": True}
    Lab(tmp_path).write(PAGES, **settings)
    lines = build_forked(tmp_path, "html", jobs).warning_lines
    told = Counter(tuple(line.rpartition(" [")[0].split(": WARNING: ")) for line in lines)
    expected = [*TOLD.items(), *(("index.md:3", words) for words in IN_TEXT)]
    assert told == Counter(expected)
    assert [line for line in lines if "stated twice" in line] == lines[:2]
