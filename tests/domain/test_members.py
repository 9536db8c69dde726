"""Lists of members as public labs keep them fit the records, with nothing left over.

See ``tests/data/members/README.md`` for whose shapes they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from sphinxext.profile.model.person import Person
from sphinxext.profile.sources.records import read
from tests.support import Build, Lab
from tests.support.edits import PIXEL

DATA = Path(__file__).parents[1] / "data" / "members"

#: The setting ``profile_groups`` of each lab: its own titles, in its order.
GROUPS: dict[str, dict[str, str]] = {
    "lab-website-template": {
        "principal-investigator": "Principal Investigator",
        "mascot": "Mascot",
    },
    "members-yml": {
        "admin": "Admin",
        "postdocs": "Postdocs",
        "grads": "Grads",
        "undergrads": "Undergrads",
        "alumni-postdocs": "Alumni: Postdocs",
        "alumni-grads": "Alumni: Grads",
        "alumni-undergrads": "Alumni: Undergrads",
        "others": "Others",
    },
    "hugo-blox": {"principal-investigators": "Principal Investigators"},
    "team-members": {},
}
#: Fields that tell the site's builder something, or name files and spellings of a name.
NOT_SHOWN = {"superuser", "authors", "weight", "number_educ", "image", "photo", "aliases"}
#: A season has one name here; the address of an account is written without a language.
SAME = {"fall": "autumn", "hl": "scholar"}
LISTED = """\
# People

```{people}
:group-by: group
:sort: source
```

```{organizations}
:allow-empty:
```

"""
ALONE = """\
# Page of {id}

```{{profile}}
:id: {id}
```

```{{timeline-of}}
:person: {id}
:allow-empty:
```
"""


@pytest.fixture(params=sorted(GROUPS))
def site(request: pytest.FixtureRequest, lab: Callable[..., Lab]) -> tuple[str, Build]:
    """Build a list of a lab's people, and a page for each."""
    name = str(request.param)
    [data] = (path for path in (DATA / name).iterdir() if path.stem == "people")
    found = read(data.name, data.read_bytes())
    assert found.problems == ()
    people = [item.record for item in found.records if isinstance(item.record, Person)]
    pages = {f"{person.id}.md": ALONE.format(id=person.id) for person in people}
    pictures = {person.image.uri: PIXEL for person in people if person.image}
    index = f"{LISTED}```{{toctree}}\n:glob:\n\n*\n```\n"
    files = {data.name: data.read_bytes(), "index.md": index, **pages, **pictures}
    made = lab(files, profile_data=[data.name], profile_groups=GROUPS[name])
    return name, made.build().assert_clean()


def test_nothing_is_left_over(site: tuple[str, Build]) -> None:
    name, build = site
    shape = yaml.safe_load((DATA / name / "shape.yml").read_text("utf-8"))
    shown = {word for path in build.outdir.glob("*.html") for word in _words(_visible(path))}
    groups = shape if isinstance(shape, dict) else ()  # their names are keys
    leaves = [*groups, *_leaves(shape)]
    assert len(leaves) > 12
    for leaf in leaves:
        words = {SAME.get(word, word) for word in _words(leaf)}
        lost = {word for word in words if not any(other.startswith(word) for other in shown)}
        assert lost == set(), leaf


def test_the_order_of_the_file_is_kept(lab: Callable[..., Lab]) -> None:
    """Fails where a list knows no order but those of names and dates."""
    data = (DATA / "hugo-blox" / "people.json").read_bytes()
    page = "# People\n\n```{people}\n:sort: source\n```\n\n```{people}\n:sort: family-name\n```\n"
    build = lab({"people.json": data, "index.md": page}, profile_data=["people.json"]).build()
    names = [name.get_text() for name in build.soup().select(".profile-people .p-name")]
    by_weight, by_family = names[:3], names[3:]
    assert by_weight == ["Ryu Example", "Yun Zimmer", "Chao Abel"]
    assert by_family == ["Chao Abel", "Ryu Example", "Yun Zimmer"]


def _leaves(node: Any) -> Iterator[str]:
    """Yield every value of a shape."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key not in NOT_SHOWN:
                yield from _leaves(value)
    elif isinstance(node, list):
        for value in node:
            yield from _leaves(value)
    elif node not in {None, ""}:
        # What stands in a tag of HTML, or says "now", is a link or a label of ours.
        yield re.sub(r"<a href=|</a>|Moved on to", " ", str(node))


def _visible(path: Path) -> str:
    """Return what a page says, and where its links lead."""
    html = path.read_text("utf-8")
    body = html[html.index('<div class="body"') : html.index('<div class="clearer"')]
    links = " ".join(re.findall(r'href="([^"]*)"', body)).replace("&amp;", "&")
    return re.sub(r"<[^>]*>", "", body).replace("&#39;", "'").replace("&amp;", "&") + links


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.casefold()))
