"""Only pages that show something else are written, for each builder, in any order of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from docutils import nodes

from sphinxext.profile.transforms import filling, listings, rewriting
from sphinxext.profile.transforms.listed import Listed
from tests.support import Build, Lab
from tests.support.edits import Edited


def written_after(edited: Edited, build: Build, seed: int = 0) -> set[str]:
    """Build again under a seed of hashes; return the pages whose files were written."""
    # Later than any source or template, so that no page is written for its time.
    old = 4_000_000_000
    pages = [p for p in build.outdir.rglob("*.html") if not p.name.startswith(("profile-", "gen"))]
    for path in pages:
        os.utime(path, (old, old))
    env = {"PYTHONHASHSEED": str(seed)}
    assert edited.lab.build_subprocess("html", env=env).returncode == 0
    fresh = (p for p in pages if p.stat().st_mtime != old)
    return {p.relative_to(build.outdir).with_suffix("").as_posix() for p in fresh} - {"search"}


def test_a_person_of_a_data_file_rewrites_the_pages_that_show_them(tmp_path: Path) -> None:
    """Seen to fail where the wide mark alone decides: pages of related records are written too."""
    edited = Edited(tmp_path / "lab", seed=1)
    build = edited.lab.build_subprocess("html")
    assert written_after(edited, build) == set()
    edited.data["d1"] = "Another Name"
    edited.write()
    assert written_after(edited, build) == {"index", "times"}
    edited.works["w1"] = "Another Work"
    edited.write()
    # Person 1 is its author, but no list of papers stands on that page.  Sphinx itself writes the
    # page whose toctree holds the written ones.
    works = {f"work/q{number}" for number in range(16)}  # they refer to it
    papers = {"papers", "publications/w1"}
    assert written_after(edited, build) == papers | works | {"cv/p1", "index"}


def test_nothing_is_written_again_for_the_order_of_sets(tmp_path: Path) -> None:
    """Fails where marks of an id that is stated twice are those of either statement."""
    edited = Edited(tmp_path / "lab", seed=1)
    edited.extra = {"extra1", "extra2", "extra3"}
    edited.write()
    build = edited.lab.build_subprocess("html", env={"PYTHONHASHSEED": "0"})
    assert [written_after(edited, build, seed) for seed in (1, 2, 3)] == [set(), set(), set()]


def test_builders_that_share_doctrees_each_see_the_change(tmp_path: Path) -> None:
    """Fails where marks are kept for all builders together."""
    edited = Edited(tmp_path / "lab", seed=1)
    lab = edited.lab
    for builder in ("html", "text"):
        assert lab.build_subprocess(builder).returncode == 0
    edited.data["d1"] = "Another Name"
    edited.write()
    for builder in ("text", "html"):
        assert lab.build_subprocess(builder).returncode == 0
    assert "Another Name" in (lab.root / "build/text/index.txt").read_text("utf-8")
    assert "Another Name" in (lab.root / "build/html/index.html").read_text("utf-8")


@pytest.mark.parametrize(("kept", "times"), [(20, 1), (0, 2)])
def test_what_was_filled_for_comparing_is_written(
    lab: Callable[..., Lab], monkeypatch: pytest.MonkeyPatch, kept: int, times: int
) -> None:
    """Pages beyond those that are kept are filled again."""
    people = ":::{people}\n:::\n"
    jane = "# Jane\n\n:::{profile} Jane Doe\n:::\n"
    made = lab({"index.md": f"# Lab\n\n{people}", "jane.md": jane})
    made.build()
    made.write({"jane.md": jane.replace("Doe", "Roe")})
    filled: list[str] = []

    def fill(place: Mapping[str, Any], listed: Listed) -> list[nodes.Node]:
        filled.append(listed.docname)
        return filling.fill(place, listed)

    for module in (listings, rewriting):
        monkeypatch.setattr(module, "fill", fill)
    monkeypatch.setattr(rewriting, "_KEPT", kept)
    assert "Jane Roe" in made.build().text()
    assert filled == ["index"] * times


def test_jobs_and_hash_seeds_give_the_same_bytes(tmp_path: Path) -> None:
    lab = Edited(tmp_path / "lab", seed=1).lab
    found = []
    for number, jobs in enumerate(("-j1", "-j4")):
        build = lab.build_subprocess(
            "html",
            jobs,
            outdir=tmp_path / f"out{number}",
            doctreedir=tmp_path / f"trees{number}",
            env={"PYTHONHASHSEED": str(number)},
        )
        assert build.returncode == 0
        files = (p for p in build.outdir.rglob("*") if p.is_file())
        found.append({p.relative_to(build.outdir).as_posix(): p.read_bytes() for p in files})
        assert len(found[-1]) > 80
    assert found[0].keys() == found[1].keys()
    assert [name for name in found[0] if found[0][name] != found[1][name]] == []
