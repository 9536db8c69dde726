"""Two sites refer to each other's people and projects through their inventories."""

from __future__ import annotations

from pathlib import Path

from tests.support import Build, Lab

EXTENSIONS = ["sphinxext.profile", "sphinx.ext.intersphinx"]
PAGE = """
# {here}

:::{{profile}} Person of {here}
:id: {here}-person
:::

:::{{project-card}} Project of {here}
:id: {here}-project
:people: {here}-person, {there}-person (Guest)
:::

:::{{timeline}}
:person: {there}-person

2020
: **Visit**
:::

{{person}}`{there}-person`, {{project}}`its work <{there}-project>`, {{any}}`{there}-project`
"""


def test_two_sites_link_both_ways(tmp_path: Path) -> None:
    """Fails where relations that no page shows are checked against this site alone."""
    built: dict[str, Build] = {}
    # Each has to be there once before the other can read its inventory.
    for turn in (1, 2):
        for here, there in (("one", "two"), ("two", "one")):
            inventory = tmp_path / there / "build" / "html" / "objects.inv"
            mapping = {there: (f"https://{there}.example/", str(inventory))}
            lab = Lab(tmp_path / here).write(
                {"index.md": PAGE.format(here=here, there=there)},
                extensions=EXTENSIONS,
                intersphinx_mapping=mapping if inventory.exists() else {},
            )
            built[here] = lab.build(fresh=turn == 1)
    for here, there in (("one", "two"), ("two", "one")):
        built[here].assert_clean()
        links = [
            (a.get_text(), a["href"])
            for a in built[here].soup().select(".body a")
            if f"{there}.example" in str(a["href"])
        ]
        person = f"https://{there}.example/index.html#person-{there}-person"
        project = f"https://{there}.example/index.html#project-{there}-project"
        assert links == [
            (f"Person of {there}", person),
            (f"Person of {there}", person),
            ("its work", project),
            (f"Project of {there}", project),
        ]
