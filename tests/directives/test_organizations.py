"""``organizations``: lists labs, schools and funders, wherever they are stated."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support import Build, Lab

DATA = """\
organizations:
  - {name: Example University, id: eu, type: university, body: "First words.\\n\\nSecond words."}
  - {name: Example Unit, type: department, parent: eu}
  - {name: Example Fund, type: funder, url: "https://fund.example.org"}
"""


def built(lab: Callable[..., Lab], options: str, builder: str = "html") -> Build:
    files = {"index.md": f"# O\n\n:::{{organizations}}\n{options}\n:::\n".encode(), "lab.yml": DATA}
    return lab(files, profile_data=["lab.yml"]).build(builder)


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ("", ["Example Fund", "Example Unit", "Example University"]),
        (":type: funder, university", ["Example Fund", "Example University"]),
        (":organization: eu", ["Example Unit", "Example University"]),
        (":keys: eu, example-fund", ["Example University", "Example Fund"]),
    ],
)
def test_which(lab: Callable[..., Lab], options: str, found: list[str]) -> None:
    soup = built(lab, options).assert_clean().soup()
    assert [name.get_text() for name in soup.select(".profile-organization .p-name")] == found


def test_groups_have_the_names_of_types(lab: Callable[..., Lab]) -> None:
    soup = built(lab, ":group-by: type").assert_clean().soup()
    headings = [h.get_text() for h in soup.select(".profile-group > .profile-title")]
    assert headings == ["Departments", "Funders", "Universities"]


@pytest.mark.parametrize("builder", ["html", "text", "man", "latex"])
def test_layouts(lab: Callable[..., Lab], builder: str) -> None:
    for layout, whole in (("list", True), ("grid", False)):
        build = built(lab, f":layout: {layout}", builder).assert_clean()
        # Files for machines beside the page have all words.
        words = build.text() if builder == "html" else build.words()
        assert "First words." in words
        assert ("Second words." in words) is whole


def test_an_unknown_type_is_told(lab: Callable[..., Lab]) -> None:
    [warning] = built(lab, ":type: univrsity").warning_lines
    assert warning.startswith("index.md:4: WARNING: organizations: type: unknown value 'univrsity'")
    assert "did you mean 'university'" in warning


def test_one_of_a_data_file_is_shown_where_a_page_asks_for_it(lab: Callable[..., Lab]) -> None:
    page = "# O\n\n:::{organization}\n:id: eu\n:::\n\n{org}`eu`\n"
    build = lab({"index.md": page, "lab.yml": DATA}, profile_data=["lab.yml"]).build()
    build.assert_clean()
    assert "Second words." in build.text(selector="#organization-eu")
