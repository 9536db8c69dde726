"""Data files: read when their bytes change, told once, shown wherever pages ask for them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import Lab

PAGES = {
    "index.md": """
        # Lab

        :::{people}
        :::

        {person}`ada`, {project}`talking`

        ```{toctree}
        talking
        ada
        ```
        """,
    "ada.md": """
        # A page of one's own

        :::{profile}
        :id: ada
        :::

        :::{projects}
        :person: ada
        :::

        :::{timeline-of}
        :person: ada
        :::
        """,
    "talking.md": """
        # Talking

        :::{projects}
        :::
        """,
}
DATA = """\
people:
  - {name: Ada Example, id: ada, role: Student}
  - {name: Bo Example, id: bo}
projects:
  - {title: Talking, people: ada, tags: speech}
events:
  - {title: A prize, kind: award, person: ada, date: 2020}
"""
PIXEL = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f"
    b"\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\x00\x05\x00\x01\xff\x89\x99=\x1d"
    b"\x00\x00\x00\x00IEND\xaeB`\x82"
)


def test_records_of_a_file_are_listed_referred_to_and_shown(lab: Callable[..., Lab]) -> None:
    build = lab({**PAGES, "data/lab.yml": DATA}, profile_data=["data/lab.yml"]).build()
    build.assert_clean()
    assert "Ada Example Student" in build.text("index", ".profile-listing")
    assert "Bo Example" in build.text("index", ".profile-listing")
    links = {a.get_text(): a["href"] for a in build.soup().select(".body article a, .body p > a")}
    # A record lives where a page shows it alone, else in the longest or plainest listing.
    assert links["Ada Example"] == "ada.html#person-ada"
    assert links["Talking"] == "talking.html#project-talking"
    assert build.soup("ada").find(id="person-ada")
    assert build.soup("talking").find(id="project-talking")
    assert not build.soup("ada").find(id="project-talking")
    assert "A prize" in build.text("ada")


@pytest.mark.parametrize("jobs", ["-j1", "-j2"])
def test_out_of_tree_and_in_parallel(lab: Callable[..., Lab], tmp_path: Path, jobs: str) -> None:
    tree = lab({**PAGES, "lab.yml": DATA}, profile_data=["lab.yml"])
    where = {"outdir": tmp_path / "far" / "out", "doctreedir": tmp_path / "off" / "doctrees"}
    build = tree.build_subprocess("html", "-W", "-n", jobs, **where).assert_clean()
    assert "Ada Example Student" in build.text("index", ".profile-listing")
    source = {path.name for path in tree.srcdir.rglob("*")}
    assert source == {"conf.py", "lab.yml", *PAGES}


def test_an_edit_that_keeps_the_time_counts(lab: Callable[..., Lab]) -> None:
    """Fails where a file is known by its time instead of its bytes."""
    tree = lab({**PAGES, "lab.yml": DATA}, profile_data=["lab.yml"])
    tree.build().assert_clean()
    path = tree.srcdir / "lab.yml"
    before = path.stat()
    path.write_text(DATA.replace("Student", "Teacher"), "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    build = tree.build().assert_clean()
    assert "Ada Example Teacher" in build.text("index", ".profile-listing")


def test_problems_are_told_once_and_again_after_a_change(lab: Callable[..., Lab]) -> None:
    """Fails where what was told isn't remembered, or is remembered of another environment."""
    faulty = DATA.replace("Student}", "Student, rle: x}")
    told = (
        "lab.yml:2:49: WARNING: person: unknown field 'rle'; did you mean 'role' or 'url'? "
        "[profile.option]"
    )
    tree = lab({**PAGES, "lab.yml": faulty}, profile_data=["lab.yml"])
    assert tree.build().warning_lines == [told]
    assert tree.build().warning_lines == []
    tree.write({"index.md": PAGES["index.md"].replace("# Lab", "# Our lab")})
    assert tree.build().warning_lines == []
    assert tree.build("text").warning_lines == []
    tree.write({"lab.yml": "# moved on\n" + faulty})
    assert tree.build().warning_lines == [told.replace(":2:", ":3:")]
    assert tree.build(fresh=True).warning_lines == [told.replace(":2:", ":3:")]
    tree.write({"lab.yml": DATA})
    assert tree.build().warning_lines == []


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("nowhere.yml", "is not there"),
        ("../outside.yml", "lies outside the source directory"),
        ("folder", "is a folder, not a file"),
        ("people.csv", "has an unknown ending"),
        ("nul\0.yml", "can't be read"),
        ("link.yml", "lies outside the source directory"),
    ],
)
def test_files_that_cant_be_read(lab: Callable[..., Lab], name: str, reason: str) -> None:
    files = {"index.md": "# Lab\n", "folder/x.txt": "", "people.csv": "", "good.yml": DATA}
    tree = lab(files, profile_data=[name, "good.yml"])
    (tree.root / "outside.yml").write_text(DATA.replace("Ada", "Eve"), "utf-8")
    (tree.srcdir / "link.yml").symlink_to(tree.root / "outside.yml")
    build = tree.build()
    assert len(build.warning_lines) == 1
    assert reason in build.warning_lines[0]
    assert build.warning_lines[0].startswith(("conf.py:", "people.csv:"))
    assert "[profile.data]" in build.warning_lines[0]
    assert build.app
    people = build.app.env.get_domain("profile").store.all("person")
    assert [stated.record.name for stated in people] == ["Ada Example", "Bo Example"]
    assert tree.build().warning_lines == []


def test_a_setting_that_changes_acts_at_once(lab: Callable[..., Lab]) -> None:
    """Fails where records of files are kept in the environment."""
    tree = lab({**PAGES, "lab.yml": DATA, "more.toml": "[people.cy]\nname = 'Cy Example'\n"})
    conf = {"profile_data": ["lab.yml"]}
    assert "Cy" not in tree.build(conf=conf).assert_clean().text()
    conf = {"profile_data": ["lab.yml", "more.toml"]}
    assert "Cy Example" in tree.build(conf=conf).assert_clean().text()
    build = tree.build(conf={"profile_data": ["more.toml"]})
    assert "Ada" not in build.text()
    assert "unknown person 'ada'" in build.warnings


def test_pictures_are_copied_and_followed(lab: Callable[..., Lab]) -> None:
    """Fails where a data file's pictures aren't known to the environment, or not watched."""
    data = DATA.replace("Student}", "Student, image: ada.png, alt: Ada}")
    files = {**PAGES, "data/lab.yml": data, "data/ada.png": PIXEL}
    tree = lab(files, profile_data=["data/lab.yml"])
    build = tree.build().assert_clean()
    assert [img["src"] for img in build.soup().select("img.u-photo")] == ["_images/ada.png"]
    assert (build.outdir / "_images/ada.png").read_bytes() == PIXEL
    tree.write({"data/ada.png": PIXEL + b"changed"})
    build = tree.build().assert_clean()
    assert (build.outdir / "_images/ada.png").read_bytes() == PIXEL + b"changed"
    tree.remove("data/ada.png")
    build = tree.build()
    assert build.warning_lines == [
        "data/lab.yml:2:56: WARNING: image: 'ada.png' is not there [profile.image]"
    ]
    assert not build.soup().select("img.u-photo")
    tree.write({"data/ada.png": PIXEL})
    assert tree.build().assert_clean().soup().select("img.u-photo")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("../../x.png", "lies outside the source directory"),
        ("https://example.org/x.png", "is not a file of the site"),
        ("C:/x.png", "is not a file of the site"),
        ("x.png", "is not there"),
        ("folder", "is not there"),
        ("x" * 5000, "is not a file name"),
    ],
)
def test_pictures_that_cant_be_used(lab: Callable[..., Lab], path: str, reason: str) -> None:
    data = f'people: [{{name: A, image: "{path}", alt: ""}}]'
    tree = lab({"index.md": "# Lab\n", "data/folder/x": "", "data/lab.yml": data})
    build = tree.build(conf={"profile_data": ["data/lab.yml"]})
    assert len(build.warning_lines) == 1
    assert reason in build.warning_lines[0]
    assert build.warning_lines[0].startswith("data/lab.yml:1:27: ")


def test_a_project_leads_to_its_page_once_there_is_one(lab: Callable[..., Lab]) -> None:
    data = DATA.replace("speech}", "speech, page: pages/talk.md}")
    tree = lab({**PAGES, "lab.yml": data}, profile_data=["lab.yml"])
    told = [
        "lab.yml:5:55: WARNING: page: 'pages/talk.md' is neither a page nor an address "
        "[profile.reference]"
    ]
    assert tree.build().warning_lines == told
    tree.write({"pages/talk.md": "---\norphan: true\n---\n# Talk\n"})
    assert tree.build().assert_clean().soup("talking").find("a", href="pages/talk.html")
    tree.remove("pages/talk.md")
    build = tree.build()
    assert build.warning_lines == told
    assert not build.soup("talking").find("a", href="pages/talk.html")
    assert "pages/talk.md" in build.text("talking")


def test_what_others_say_of_a_page_record_wins(lab: Callable[..., Lab]) -> None:
    tree = lab(
        {**PAGES, "bo.md": "---\norphan: true\n---\n# B\n\n:::{profile} Bo Other\n:id: bo\n:::\n"}
    )
    build = tree.write({"lab.yml": DATA}, profile_data=["lab.yml"]).build()
    assert build.warning_lines == [
        "lab.yml:3:5: WARNING: person 'bo' is stated twice; the first statement counts: "
        f"{tree.srcdir / 'bo.md'}:6 [profile.duplicate]".replace(f"{tree.srcdir}/", "")
    ]
    assert "Bo Other" in build.text()
    assert "Bo Example" not in build.text()


def test_ids_that_differ_by_signs_alone_have_places_of_their_own(lab: Callable[..., Lab]) -> None:
    keys = ("kim:one", "kim/one", "kim+one", "kim-one-2")
    entries = (
        f"@misc{{{key}, title={{{key}}}, author={{Ada Kim}}, year={{2020}}}}" for key in keys
    )
    page = "# Lab\n\n:::{publications}\n:::\n\n" + " ".join(f"{{pub}}`{key}`" for key in keys)
    files = {"index.md": page, "papers.bib": "\n".join(entries)}
    built = lab(files, profile_bibliography=["papers.bib"]).build().assert_clean().soup()
    places = {
        item["id"]: item.select_one(".p-name").text for item in built.select(".profile-publication")
    }
    assert sorted(places.values()) == sorted(keys)
    links = built.select("p > a.reference.internal")
    assert [places[link["href"].removeprefix("#")] for link in links] == list(keys)
