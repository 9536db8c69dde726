"""Text, manual pages and Texinfo: blocks that read well, links that lead somewhere or nowhere."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest

from tests.support import Build, Lab

PAGE = """
# Page

:::{profile} Ada Example
:id: ada
:role: Engineer
:email: ada@example.org
:github: ada
:links: https://example.org/x <https://example.org/x>, Words <https://example.org/words>

Ada works.
:::

:::{timeline} Career
2020
: **Engineer**, The Lab
:::

:::{organization} The Lab
:url: https://example.org/lab
:::

{person}`ada` and {person}`her <ada>`, [outside](https://example.org/outside).

:::{project-card} Robots
:page: other
:people: ada
:::

:::{projects}
:::
"""
OTHER = "# Other\n\n{person}`ada` there, {event}`page-2020-engineer`.\n"


@pytest.fixture
def build(shared_lab: Callable[..., Lab]) -> Callable[[str], Build]:
    home = "# Lab\n\n```{toctree}\npage\nother\n```\n"
    tree = shared_lab({"index.md": home, "page.md": PAGE, "other.md": OTHER})
    return lambda builder: tree.build(builder).assert_clean()


def test_text(build: Callable[[str], Build]) -> None:
    text = build("text").read("page.txt")
    assert "GitHub <https://github.com/ada>" in text
    assert "Email <ada@example.org>" in text
    assert "https://example.org/x · Words <https://example.org/words>" in text
    assert "Website <https://example.org/lab>" in text
    assert "#" not in text
    assert "-[ Career ]-\n\n2020\n   **Engineer**, The Lab\n" in text


def test_manual_page(build: Callable[[str], Build]) -> None:
    text = build("man").read("lab.1").partition(".SH NAME")[2]
    plain = re.sub(r"\\[:%&]", "", text)
    assert "GitHub <https://github.com/ada>" in plain
    assert "<#" not in plain
    assert "<>" not in plain
    # The heading is bold, and each part stands apart from the one before it.
    assert "\\fBCareer\\fP\n" in text
    assert re.search(r"Words <https://example.org/words>\n\.sp\nAda works\.", plain)
    # The list's item begins with its heading, beside the bullet.
    assert re.search(r"\.IP .*\n\\fBRobots\\fP\n", plain)


def test_texinfo_leads_to_the_records(build: Callable[[str], Build]) -> None:
    text = build("texinfo").read("lab.texi")
    body, _, rest = text.partition("@c %**end of body")
    assert rest
    referred = set(re.findall(r"@ref\{([0-9a-f]+),", body))
    found = {
        name: place.start()
        for place in re.finditer(r"@anchor\{([^{}]*)\}", body)
        for name in place.groups()
    }
    assert referred
    assert referred <= found.keys()
    # Each anchor stands before its words, not behind the last page as Sphinx leaves them.
    for name, words in (
        ("page person-ada", "Engineer\n"),
        ("page organization-the-lab", "@subheading The Lab"),
        ("page event-page-2020-engineer", "@item 2020"),
        ("page project-robots", "Robots"),
    ):
        assert words in body[found[name] : found[name] + 160], name


def test_words_give_no_command_to_roff(lab: Callable[..., Lab]) -> None:
    words = [".so /etc/passwd", "'so x", "\\X'ps: exec x'", "a \\\n.so y"]
    people = [{"name": f"N{number}", "role": role} for number, role in enumerate(words)]
    pages = {"index.md": "# Lab\n\n:::{people}\n:::\n", "lab.json": json.dumps({"people": people})}
    text = lab(pages, profile_data=["lab.json"]).build("man").assert_clean().read("lab.1")
    body = text.partition(".SH")[2]
    assert "etc/passwd" in body
    assert not re.search(r"^['.]so", body, re.MULTILINE)
    assert not re.search(r"(?<!\\)(?:\\\\)*\\X", body)
