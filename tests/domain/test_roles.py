"""Roles, inventory, search and indices: how records are found from elsewhere."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from sphinx.util.inventory import InventoryFile

from tests.support import Lab

PAGES = {
    "index.md": """\
# Lab

```{toctree}
people
```

{person}`ada` {profile:person}`ada` {person}`our Ada <ada>` {org}`lab` {org}`Example Lab`
{project}`engines` {any}`engines` {event}`post` {news}`first`

{ref}`profile-people` {ref}`profile-projects` {ref}`profile-organizations` {ref}`profile-tags`
""",
    "people.md": """\
# People

:::{profile} Ada Éxample
:id: ada
:tags: logic
:::

:::{profile} 김보기
:::

:::{organization} Example Lab
:id: lab
:::

:::{project-card} Engines
:tags: logic
:::

::::{timeline} Career
:kind: work

:::{entry} Post
:id: post
:date: 2020
:::
::::

:::{news} First thing
:id: first
:date: 2020-01
:::
""",
}


def test_roles_link_with_the_record_s_name(lab: Callable[..., Lab]) -> None:
    soup = lab(PAGES).build().assert_clean().soup()
    links = [(a.get_text(), a["href"]) for a in soup.select("p a")]
    for expected in (
        ("Ada Éxample", "people.html#person-ada"),
        ("our Ada", "people.html#person-ada"),
        ("Example Lab", "people.html#organization-lab"),
        ("Engines", "people.html#project-engines"),
        ("Post", "people.html#event-post"),
        ("First thing", "people.html#news-first"),
    ):
        assert expected in links
    assert [text for text, _ in links].count("Ada Éxample") == 2


@pytest.mark.parametrize(
    ("role", "nearest"),
    [("person", "adaa"), ("project", "engine"), ("org", "lba"), ("profile:person", "adda")],
)
def test_an_unknown_target_is_told_with_the_nearest_name(
    lab: Callable[..., Lab], role: str, nearest: str
) -> None:
    pages = {**PAGES, "people.md": PAGES["people.md"] + f"\nAt the end {{{role}}}`{nearest}`.\n"}
    built = lab(pages).build()
    [warning] = built.warning_lines
    line = pages["people.md"].splitlines().index(f"At the end {{{role}}}`{nearest}`.") + 1
    assert f"people.md:{line}: WARNING:" in warning
    assert nearest in warning
    assert "did you mean" in warning
    assert nearest in built.text("people")


def test_the_inventory_names_every_record(lab: Callable[..., Lab]) -> None:
    built = lab(PAGES).build()
    with (built.outdir / "objects.inv").open("rb") as file:
        found = InventoryFile.load(file, "", lambda base, uri: uri)
    assert set(found["profile:person"]) == {"ada", "김보기"}
    engines = found["profile:project"]["engines"]
    # Sphinx 8.1 has plain tuples here: project, version, address, name.
    address = engines[2] if isinstance(engines, tuple) else engines.uri
    assert address == "people.html#project-engines"
    assert set(found["profile:event"]) == {"post"}


def test_the_search_knows_what_each_record_is(lab: Callable[..., Lab]) -> None:
    built = lab(PAGES).build()
    text = built.read("searchindex.js")
    index = json.loads(text[text.index("{") : text.rindex("}") + 1])
    assert set(index["objtypes"].values()) >= {"profile:person", "profile:project"}
    assert ["profile", "person", "person"] in index["objnames"].values()


def test_indices_sort_names_of_any_script(lab: Callable[..., Lab]) -> None:
    built = lab(PAGES).build()
    text = built.text("profile-people")
    assert text.index("Ada Éxample") < text.index("김보기")
    tags = built.text("profile-tags")
    assert "Ada Éxample" in tags
    assert "Engines" in tags


def test_names_can_be_asked_for_with_the_prefix_alone(lab: Callable[..., Lab]) -> None:
    page = "# P\n\n:::{profile:profile} Ada\n:::\n\n{profile:person}`ada`\n"
    soup = lab({"index.md": page}, profile_bare_names=False).build().assert_clean().soup()
    assert soup.select_one("p a")["href"] == "#person-ada"


def test_another_s_directive_is_left_alone(lab: Callable[..., Lab]) -> None:
    other = """\
from docutils import nodes
from docutils.parsers.rst import Directive

class Theirs(Directive):
    def run(self):
        return [nodes.paragraph("", "theirs")]

def setup(app):
    app.add_directive("timeline", Theirs)
    return {"parallel_read_safe": True}
"""
    page = """\
# P

```{timeline}
```

:::{profile:timeline} Ours

2020
: **Thing**
:::
"""
    made = lab({"index.md": page, "other_timeline.py": other})
    conf = (made.srcdir / "conf.py").read_text()
    path = "import sys, pathlib\nsys.path.insert(0, str(pathlib.Path(__file__).parent))\n"
    (made.srcdir / "conf.py").write_text(path + conf + "\nextensions += ['other_timeline']\n")
    built = made.build()
    [warning] = built.warning_lines
    assert "timeline" in warning
    assert warning.endswith("[profile.name_taken]")
    text = built.text()
    assert "theirs" in text
    assert "Thing" in text


def test_two_sites_link_to_each_other(lab: Callable[..., Lab], tmp_path) -> None:
    one = Lab(tmp_path / "one").write({"index.md": "# One\n\n:::{profile} Ada\n:::\n"})
    inventory = str(one.build().outdir / "objects.inv")
    page = (
        "# Two\n\n{person}`ada` {external+one:profile:person}`ada`\n\n"
        ":::{project-card} Engines\n:people: ada\n:::\n"
    )
    two = Lab(tmp_path / "two").write(
        {"index.md": page},
        extensions=["sphinxext.profile", "sphinx.ext.intersphinx"],
        intersphinx_mapping={"one": ("https://one.example.org/", inventory)},
    )
    soup = two.build().assert_clean().soup()
    remote = [a for a in soup.select("a") if a.get("href", "").startswith("https://one.example")]
    assert len(remote) == 3
    assert {a["href"] for a in remote} == {"https://one.example.org/index.html#person-ada"}
