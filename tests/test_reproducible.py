"""The same sources give the same bytes: whatever the machine, the path and the way of building.

The two builds differ in everything that must not matter: hash seed, time zone, locale, source path
(with a blank, an apostrophe and Korean letters), number of processes, order of builders on one
folder of doctrees.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support import Build, Lab
from tests.support.contract import contract_lab

PEOPLE = b"""\
people:
- {name: Cy Roe, id: cy, group: phd, tags: [a, b, c], interests: [x, y], orcid: 0000-0002-1825-0097}
- {name: Di Loe, id: di, group: phd, tags: [c, b, a], events: [{title: Began, date: 2020-01}]}
news:
- {title: A day, date: 2024-02-03, people: [cy, di]}
"""
WORKS = b"""\
@misc{one, title={One}, author={Roe, Cy and Kim, Taehoon}, year={2020}, keywords={a, b, c}}
@misc{two, title={Two of {$x^2$}}, author={Loe, Di}, year={2021}, projects={quantization}}
"""
LISTS = b"""\
# Lists

:::{people}
:group-by: group
:::

:::{publications}
:filter:
:downloads: bibtex, ris, csl-json
:::

:::{cv}
:person: taehoon-kim
:downloads: pdf, json-resume, rendercv, vcard, bibtex
:::
"""
ONE = {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"}
OTHER = {"PYTHONHASHSEED": "4711", "TZ": "Asia/Seoul", "LC_ALL": "POSIX", "LANG": "ko_KR.UTF-8"}


def make(root: Path) -> Lab:
    def lab(files: dict[str, str | bytes], **conf: object) -> Lab:
        return Lab(root).write(files, **conf)

    made = contract_lab(
        lab,
        "md",
        profile_data=["people.yml"],
        profile_bibliography=["works.bib"],
        profile_publication_pages=True,
        html_baseurl="https://example.org/",
        html_last_updated_fmt="%Y-%m-%d",
    )
    index = (made.srcdir / "index.md").read_text("utf-8").replace("around\n", "around\nlists\n")
    return made.write(
        {"index.md": index, "people.yml": PEOPLE, "works.bib": WORKS, "lists.md": LISTS}
    )


def content(build: Build) -> dict[str, bytes]:
    assert build.returncode == 0, build.warnings
    # Sphinx gives the parts of a book the time of the clock; they lie beside it as files.
    names = (name for name in build.written if not name.endswith(".epub"))
    return {name: (build.outdir / name).read_bytes() for name in names}


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, dict[str, bytes]]]:
    one = make(tmp_path_factory.mktemp("one") / "lab")
    other = make(tmp_path_factory.mktemp("other") / "it's 김의 lab" / "deep")
    found = []
    for lab, env, builders, jobs in (
        (one, ONE, ("html", "text", "epub"), "-j1"),
        (other, OTHER, ("epub", "text", "html"), "-j2"),
    ):
        builds = {name: lab.build_subprocess(name, jobs, env=env) for name in builders}
        found.append({name: content(build) for name, build in builds.items()})
    return found


@pytest.mark.parametrize("builder", ["html", "text", "epub"])
def test_the_same_bytes(pair: list[dict[str, dict[str, bytes]]], builder: str) -> None:
    one, other = (made[builder] for made in pair)
    assert one.keys() == other.keys()
    assert len(one) > 5
    assert [name for name in sorted(one) if one[name] != other[name]] == []


def test_no_file_names_its_source(pair: list[dict[str, dict[str, bytes]]]) -> None:
    roots = [os.fsencode(part) for part in ("it's 김의 lab", "/one0/lab")]
    for made in pair:
        for files in made.values():
            assert not [name for name, data in files.items() if any(r in data for r in roots)]
