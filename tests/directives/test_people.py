"""``people``: who is listed, in which groups and order, and what a visitor reads of each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support import Lab

DATA = """\
people:
  - {name: Zoe Abel, group: faculty, role: Professor}
  - {name: Bo Post, group: postdoc, start: 2023-03}
  - {name: Cy Twice, group: [phd, intern], role: PhD student, interests: [speech]}
  - {name: Di Alumna, group: alumni, start: 2018, end: 2021, destination: Lecturer in Example}
  - {name: Ed Alumnus, group: alumni, start: 2019, destination: Example Corp.}
  - {name: Fi Odd, group: alumni, start: about 2016}
  - {name: Kim Family, family-name: Kim}
"""
LISTED = ":::{{people}}\n{options}\n:::\n"


def page(options: str) -> dict[str, str | bytes]:
    listing = LISTED.format(options=options)
    return {"index.md": f"# People\n\n{listing}".encode(), "lab.yml": DATA}


def names(lab: Callable[..., Lab], options: str, **conf: object) -> list[str]:
    build = lab(page(options), profile_data=["lab.yml"], **conf).build()
    return [name.get_text() for name in build.soup().select(".profile-person .p-name")]


def test_a_person_stands_in_each_of_their_groups(lab: Callable[..., Lab]) -> None:
    build = lab(page(":group-by: group"), profile_data=["lab.yml"]).build()
    groups = {
        group.select_one(".profile-title").get_text(): [
            name.get_text() for name in group.select(".p-name")
        ]
        for group in build.soup().select(".profile-group")
    }
    assert list(groups) == [
        *("Faculty", "Postdoctoral researchers", "PhD students", "Interns", "Alumni", "Further"),
    ]
    assert groups["PhD students"] == groups["Interns"] == ["Cy Twice"]
    assert groups["Alumni"] == ["Di Alumna", "Ed Alumnus", "Fi Odd"]
    assert len(build.soup().select("[id=person-cy-twice]")) == 1


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (":group: alumni\n:sort: -end", ["Di Alumna", "Ed Alumnus", "Fi Odd"]),
        (":group: intern, faculty", ["Cy Twice", "Zoe Abel"]),
        (":sort: family-name\n:limit: 3", ["Zoe Abel", "Di Alumna", "Ed Alumnus"]),
        (":sort: source\n:limit: 2", ["Zoe Abel", "Bo Post"]),
        (":since: 2022", ["Bo Post"]),
        (":keys: kim-family, bo-post", ["Kim Family", "Bo Post"]),
    ],
)
def test_who_and_in_which_order(lab: Callable[..., Lab], options: str, found: list[str]) -> None:
    assert names(lab, options) == found


def test_groups_are_chosen_and_put_in_order(lab: Callable[..., Lab]) -> None:
    options = ":group-by: group\n:groups: intern, faculty"
    assert names(lab, options) == ["Cy Twice", "Zoe Abel"]


@pytest.mark.parametrize("builder", ["html", "text", "man", "latex"])
def test_alumni_are_told_with_their_time_and_where_they_went(
    lab: Callable[..., Lab], builder: str
) -> None:
    """Fails where words that are no date, or a time that is over, are shown otherwise in lists."""
    files = page(":group: alumni\n:layout: list")
    build = lab(files, profile_data=["lab.yml"], latex_engine="xelatex").build(builder)
    [warning] = build.warning_lines
    assert "'about 2016' is not a date" in warning
    build.assert_holds("Di Alumna", "2018 – 2021", "Now: Lecturer in Example", "about 2016")
    assert "present" not in build.words()


def test_each_name_leads_to_where_the_person_is_stated(lab: Callable[..., Lab]) -> None:
    files = page("")
    files["zoe.md"] = "# Zoe\n\n:::{profile}\n:id: zoe-abel\n:::\n"
    build = lab(files, profile_data=["lab.yml"]).build()
    link = build.soup().find("a", string="Zoe Abel")
    assert link["href"] == "zoe.html#person-zoe-abel"
    assert build.soup("zoe").find(id="person-zoe-abel")


def test_nobody_warns_the_author_and_shows_nothing(lab: Callable[..., Lab]) -> None:
    files = {"index.md": ("# P\n\nBefore.\n\n" + LISTED.format(options=":group: no\n")).encode()}
    build = lab(files).build()
    assert build.warning_lines == [
        "index.md:5: WARNING: no person matches the query (group=no); nothing is shown "
        "[profile.empty]"
    ]
    assert build.text(selector=".body").endswith("Before.")
    assert not build.soup().select(".profile-listing")
    quiet = {"index.md": files["index.md"].replace(b":group: no", b":group: no\n:allow-empty:")}
    lab(quiet).build().assert_clean()
