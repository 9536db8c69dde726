"""The guide's examples, in both markups: the same document, and no warning in any builder."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from docutils import nodes

from tests.support import WORDY_BUILDERS, Lab

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLES = DOCS / "guide" / "examples"
NAMES = sorted(path.stem for path in EXAMPLES.glob("*.md"))
TWINS = sorted(path.stem for path in EXAMPLES.glob("*.rst"))
#: What the site's pages rely on.
CONF: dict[str, object] = {
    "nitpicky": True,
    "html_baseurl": "https://lab.example/",
    "profile_bibliography": ["publications.bib"],
    "profile_calendar": ["events", "news"],
}
SITE = ("people", "cv", "projects", "publications.md", "publications.bib", "news.md", "_static")

#: What the two parsers write down differently, though no reader can tell.
NOISE = ("source", "rawsource", "line", "xml:space", "bullet", "language", "profile-lines")


def examples(folder: Path, suffix: str) -> Lab:
    """Make a lab of the site's own records and one page for each example in one markup."""
    lab = Lab(folder).write(**CONF)
    for name in SITE:
        copy = shutil.copytree if (DOCS / name).is_dir() else shutil.copy
        copy(DOCS / name, lab.srcdir / name)
    found = sorted(EXAMPLES.glob(f"*.{suffix}"))
    title = {"md": "# Example\n\n{}", "rst": "Example\n=======\n\n{}"}[suffix]
    lab.write({f"ex/{path.name}": title.format(path.read_text("utf-8")).encode() for path in found})
    pages = "\n".join(f"ex/{path.stem}" for path in found)
    toctree = f"```{{toctree}}\npeople/index\nprojects/index\npublications\nnews\n{pages}\n```\n"
    home = (DOCS / "index.md").read_text("utf-8").partition("```{toctree}")[0]
    return lab.write({"index.md": (home + toctree).encode()})


def test_there_are_examples() -> None:
    assert {"profile", "timeline", "entry", "project-card", "organization"} <= set(NAMES)
    assert {"profile", "timeline", "entry", "project-card", "organization"} <= set(TWINS)
    assert set(TWINS) <= set(NAMES)


@pytest.mark.builders
@pytest.mark.parametrize("suffix", ["md", "rst"])
@pytest.mark.parametrize("builder", WORDY_BUILDERS)
def test_builders(tmp_path: Path, builder: str, suffix: str) -> None:
    built = examples(tmp_path, suffix).build(builder).assert_clean()
    built.assert_holds("listen and look", "polite", "Listening with the Eyes", "hear a pause")


def test_both_markups_make_the_same_document(tmp_path: Path) -> None:
    markdown = examples(tmp_path / "md", "md").build("html").assert_clean()
    restructured = examples(tmp_path / "rst", "rst").build("html").assert_clean()
    assert markdown.app
    assert restructured.app
    for name in TWINS:
        one = plain(markdown.app.env.get_doctree(f"ex/{name}"))
        other = plain(restructured.app.env.get_doctree(f"ex/{name}"))
        assert one == other, name


def plain(doctree: nodes.document) -> str:
    """Write a document without what only says how it was parsed."""
    for node in doctree.findall(nodes.Element):
        for name in NOISE:
            node.attributes.pop(name, None)
    return doctree.children[-1].pformat()
