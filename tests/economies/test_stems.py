"""A word is stemmed once in a build, and the search finds what it would find anyway."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from sphinx.search.en import SearchEnglish

from sphinxext.profile.economies import stems
from tests.support import Lab

_FILES = {
    "index.md": "# Lab\n\nReading machines.\n\n```{toctree}\nother\n```\n",
    "other.md": "# Other\n\nMachines reading.\n",
}


def test_a_word_is_stemmed_once(lab: Callable[..., Lab], monkeypatch: pytest.MonkeyPatch) -> None:
    asked: Counter[str] = Counter()
    stem = SearchEnglish.stem

    def count(self: SearchEnglish, word: str) -> str:
        asked[word] += 1
        return stem(self, word)

    monkeypatch.setattr(SearchEnglish, "stem", count)
    made = lab(_FILES)
    remembered = made.build().assert_clean().read("searchindex.js")
    assert asked["Machines"] == asked["machines"] == asked["reading"] == 1
    assert set(asked.values()) == {1}
    asked.clear()
    monkeypatch.setattr(stems, "_remember", lambda app: None)
    assert made.build(fresh=True).read("searchindex.js") == remembered
    assert max(asked.values()) > 1
