"""A build that takes in what the last one did compares nothing; any change has all compared."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sphinx.testing.util import SphinxTestApp

from sphinxext.profile.config import WEB_BUILDERS
from sphinxext.profile.domain.profile_domain import ProfileDomain
from sphinxext.profile.domain.unchanged import SHOWN
from sphinxext.profile.transforms import rewriting
from tests.support import Build, Lab
from tests.support.comparing import shown
from tests.support.versions import before as older

POINT = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0\x1f\x15\xc4\x89"
    b"\0\0\0\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\0\5\0\1\xff\x89\x99=\x1d\0\0\0\0IEND\xaeB`\x82"
)
PAPER = (
    "@article{reading, title={On Reading}, author={Doe, Jane}, year={2024}, journal={J},\n"
    "  pdf={reading.pdf}, slides={slides.pdf}, preview={reading.png}}\n"
)
FILES: dict[str, str | bytes] = {
    "index.md": "# Lab\n\n:::{publications}\n:::\n\n:::{people}\n:::\n",
    "papers.bib": PAPER,
    "people.yml": "- name: Jane Doe\n  image: jane.png\n  alt: Jane\n",
    "jane.png": POINT,
    "reading.png": POINT,
    "reading.pdf": b"%PDF-1.4",
    "more/readme.txt": "Files as they are.",
}
SETTINGS: dict[str, object] = {
    "profile_bibliography": ["papers.bib"],
    "profile_data": ["people.yml"],
    "profile_publication_pages": True,
    "html_baseurl": "https://example.org/",
    "html_extra_path": ["more"],
    "suppress_warnings": ["profile.url"],
}

#: What may change outside of pages -> the files that are other then; empty ones are removed.
EDITS: dict[str, dict[str, str | bytes]] = {
    "bibliography": {"papers.bib": PAPER.replace("On Reading", "On Writing")},
    "data file": {"people.yml": "- name: Jane Roe\n"},
    "missing file": {"reading.pdf": ""},
    "picture": {"reading.png": POINT + b"\0"},
    "file that was looked for": {"more/slides.pdf": b"%PDF-1.4"},
    "file that the site brings": {"more/publications/reading.bib": "Our own."},
    "code of the settings": {"conf.py": "def setup(app): return None"},
    "page": {"index.md": "# Lab\n\n:::{publications}\n:::\n"},
    "new page": {"other.md": "# Other\n\n:::{profile} John Doe\n:::\n"},
}


def is_unchanged(build: Build) -> bool:
    assert build.app
    return ProfileDomain.of(build.app.env).recall.unchanged


@pytest.fixture
def made(lab: Callable[..., Lab]) -> Lab:
    found = lab(FILES, **SETTINGS)
    found.build().assert_clean()
    return found


def content(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("builder", sorted(WEB_BUILDERS))
def test_no_record_is_loaded(made: Lab, builder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = made.build(builder)
    before = content(first.outdir)
    with monkeypatch.context() as patch:
        patch.setattr(ProfileDomain, "answers", property(lambda _: pytest.fail("asked")))
        build = made.build(builder).assert_clean()
    assert is_unchanged(build)
    assert content(build.outdir) == before
    assert {path.name for path in before} >= {"objects.inv", "searchindex.js"}
    assert any("profile-people" in str(path) for path in before)


@pytest.mark.parametrize("edit", EDITS)
def test_any_change_counts(made: Lab, lab: Callable[..., Lab], edit: str, tmp_path: Path) -> None:
    for name, text in EDITS[edit].items():
        if name == "conf.py":
            path = made.srcdir / name
            path.write_text(f"{path.read_text('utf-8')}\n{text}", "utf-8")
        elif text:
            made.write({name: text})
        else:
            (made.srcdir / name).unlink()
    build = made.build()
    assert not is_unchanged(build)
    if "no targets are out of date" in build.status and older("sphinx", "8.2"):
        pytest.skip("Sphinx 8.1 writes nothing where no page has changed")
    clean = Lab(tmp_path / "clean").write(
        {
            path.relative_to(made.srcdir).as_posix(): path.read_bytes()
            for path in made.srcdir.rglob("*")
            if path.is_file()
        }
    )
    # Sphinx leaves copies of downloads where they are.
    found = {name for name in shown(build.outdir).items() if not name[0].startswith("_downloads")}
    assert found == {
        name for name in shown(clean.build().outdir).items() if not name[0].startswith("_downloads")
    }
    assert is_unchanged(made.build())


def test_another_setting_or_day_counts(made: Lab, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not is_unchanged(made.build(conf={"html_title": "Our lab"}))
    assert is_unchanged(made.build(conf={"html_title": "Our lab"}))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767312000")
    assert not is_unchanged(made.build(conf={"html_title": "Our lab"}))


@pytest.mark.parametrize("name", ["profile.json", "publications/reading.html", "index.html"])
def test_a_file_that_went_missing_is_written_again(made: Lab, name: str) -> None:
    path = made.root / "build" / "html" / name
    before = path.read_bytes()
    path.unlink()
    build = made.build()
    assert is_unchanged(build)
    if "no targets are out of date" in build.status and older("sphinx", "8.2"):
        pytest.skip("Sphinx 8.1 writes nothing where no page has changed")
    assert path.read_bytes() == before


def test_a_build_that_was_stopped_has_the_next_one_compare(
    made: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sphinx begins anew after an error of its own, and not when somebody presses Ctrl+C."""
    made.write({"papers.bib": EDITS["bibliography"]["papers.bib"]})

    def stop(*_args: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(rewriting, "wide_marks", stop)
        with pytest.raises(KeyboardInterrupt):
            made.build()
    made.write({"papers.bib": PAPER})
    assert not is_unchanged(made.build())


def test_a_page_that_was_left_out_is_written_next(made: Lab) -> None:
    """Sphinx writes the pages named on its command line alone, and reads all that have changed."""
    tree = "```{toctree}\nother\nmore\n```\n"
    made.write({"other.md": "# Other\n\n:::{publications}\n:::\n", "more.md": "# More\n"})
    made.write({"index.md": f"# Lab\n\n{tree}"})
    made.build()
    made.write({"papers.bib": EDITS["bibliography"]["papers.bib"]})
    made.write({"index.md": f"# Our lab\n\n{tree}"})
    app = SphinxTestApp(
        "html",
        srcdir=made.srcdir,
        builddir=made.root / "build",
        confoverrides={"nitpicky": True},
    )
    app.build(filenames=[made.srcdir / "index.md"])
    app.cleanup()
    build = made.build()
    assert not is_unchanged(build)
    assert "On Writing" in build.text("other")
    assert '"Our lab"' in build.read("more.html")  # in the way to the page, in its head
    assert is_unchanged(made.build())


def test_what_pages_show_besides_is_unknown(made: Lab) -> None:
    text = f"def setup(app): app.connect({SHOWN!r}, lambda app, docname: docname)"
    path = made.srcdir / "conf.py"
    path.write_text(f"{path.read_text('utf-8')}\n{text}\n", "utf-8")
    made.build()
    assert not is_unchanged(made.build())


def test_what_another_builder_read_counts(made: Lab) -> None:
    made.write({"index.md": EDITS["page"]["index.md"]})
    made.build("text")
    build = made.build()
    assert not is_unchanged(build)
    assert not build.soup().select(".profile-people")


def test_cvs_are_looked_at_each_time(lab: Callable[..., Lab]) -> None:
    page = ":::{profile} Jane Doe\n:::\n\n:::{cv}\n:person: jane-doe\n:::\n"
    made = lab({"index.md": f"# Lab\n\n{page}"})
    made.build()
    assert not is_unchanged(made.build())
