"""Words of a page for translators: all of them gathered, their translations shown."""

from __future__ import annotations

from collections.abc import Callable

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from tests.support import Lab

PAGE = """\
# Page

:::{profile} Ada Example
:role: Engineer
:affiliation: Vision Lab, The Company
:interests: speech, gesture
:links: Reading list <https://example.org/list>

Notes on *Ada*.
:::

:::{timeline} Her work
2010 – 2012
: **Intern**, The Company

  What she did.
:::

:::{project-card} Robots
:partners: The Company
:grant: Grant 7
:tags: patience
:::
"""
WORDS = {
    "Ada Example": "에이다",
    "Engineer": "기술자",
    "speech": "음성",
    "gesture": "몸짓",
    "Reading list": "읽을거리",
    "Notes on *Ada*.": "*에이다*에 대하여.",
    "Her work": "하는 일",
    "Intern": "수습",
    "What she did.": "한 일.",
    "Robots": "로봇",
    "Grant 7": "과제 7",
    "patience": "인내",
}


def test_all_words_are_gathered_and_shown(lab: Callable[..., Lab]) -> None:
    tree = lab({"index.md": PAGE})
    pot = tree.build("gettext").assert_clean().outdir / "index.pot"
    with pot.open("rb") as file:
        catalogue = read_po(file, locale="ko")
    gathered = {message.id for message in catalogue if message.id}
    assert gathered >= WORDS.keys()
    # Dates and our own labels are written in the site's language without a translator.
    assert not any("2010" in words or words in {"Tags", "Partners"} for words in gathered)
    for message in catalogue:
        if message.id:
            message.string = WORDS.get(str(message.id), "")
    folder = tree.srcdir / "locale" / "ko" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "index.mo").open("wb") as file:
        write_mo(file, catalogue)
    other = Lab(tree.root.parent / "ko")
    tree.srcdir.rename(other.root.mkdir() or other.srcdir)
    conf = {"language": "ko", "locale_dirs": ["locale"]}
    build = other.build("html", conf=conf).assert_clean()
    text = build.text()
    for words in (w for w in WORDS.values() if "*" not in w):
        assert words in text
    assert "에이다에 대하여." in text
    assert "2010년 – 2012년" in text
    soup = build.soup()
    assert [tag.get_text() for tag in soup.select(".profile-entry-title")] == ["수습"]
    assert [tag.get_text() for tag in soup.select(".profile-tag")] == ["음성", "몸짓", "인내"]
