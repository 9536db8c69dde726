"""A page that is no more leaves nothing behind; what others put in its place stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support import Lab

INDEX = "# Lab\n\n```{toctree}\n:glob:\n\n*/*\n```\n"
LEFT = "# Somebody who left\n\n:::{profile} Ada\n:email: ada@example.org\n:::\n"


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_html_and_source_are_removed(lab: Callable[..., Lab], builder: str) -> None:
    """Fails where only files are removed that exporters made."""
    tree = lab({"index.md": INDEX, "people/ada.md": LEFT, "people/bo.md": "# Bo\n"})
    build = tree.build(builder).assert_clean()
    assert build.path("people/ada").is_file()
    assert "_sources/people/ada.md.txt" in build.written
    tree.remove("people/ada.md")
    build = tree.build(builder).assert_clean()
    assert not [name for name in build.written if "ada" in name]
    assert build.path("people/bo").is_file()
    assert "_sources/people/bo.md.txt" in build.written


def test_what_others_make_of_that_name_stays(lab: Callable[..., Lab]) -> None:
    files = {"index.md": INDEX, "a/b.md": "# B\n", "a/c.md": "# C\n", "extra/a/c.html": "theirs"}
    tree = lab(
        {**files, "_templates/b.html": '{% extends "page.html" %}'}, exclude_patterns=["_t*"]
    )
    tree.build().assert_clean()
    tree.remove("a/b.md", "a/c.md")
    conf = {
        "html_additional_pages": {"a/b": "b.html"},
        "html_extra_path": ["extra"],
        "templates_path": ["_templates"],
        "suppress_warnings": ["toc.glob"],
    }
    build = tree.build(conf=conf)
    assert build.path("a/b").is_file()
    assert build.read("a/c.html") == "theirs"


def test_other_builders_and_folders_keep_their_pages(lab: Callable[..., Lab]) -> None:
    tree = lab({"index.md": INDEX, "people/ada.md": LEFT})
    html, dirhtml = tree.build("html"), tree.build("dirhtml")
    tree.remove("people/ada.md")
    tree.build("html", conf={"suppress_warnings": ["toc.glob"]})
    assert not html.path("people/ada").exists()
    assert dirhtml.path("people/ada").is_file()
    tree.build("dirhtml", conf={"suppress_warnings": ["toc.glob"]})
    assert not dirhtml.path("people/ada").exists()


def test_an_index_without_entries_is_removed(lab: Callable[..., Lab]) -> None:
    tree = lab({"index.md": "# Lab\n\n:::{profile} Ada\n:::\n"})
    assert tree.build().assert_clean().path("profile-people").is_file()
    tree.write({"index.md": "# Lab\n"})
    assert not tree.build().assert_clean().path("profile-people").exists()
