"""YAML, TOML and JSON as trees: the same values, each with its line and column."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.profile.sources import json_tree, toml_tree, tree, yaml_tree
from sphinxext.profile.sources.text import clean
from sphinxext.profile.sources.tree import Items, Node, Scalar, Table, TreeError

YAML = """\
people:
  - name: Ada
    tags: [a, "b c"]
    start: 2018-01-02
  - name: 김
    end: ~
"""
TOML = """\
# people
[[people]]
name = "Ada"
tags = ["a",  # first
  'b c']
start = 2018-01-02

[[people]]
name = \"\"\"
김\"\"\"
"""
JSON = """\
{
\t"people": [{"name": "Ada", "tags": ["a", "b c"],
 "start": "2018-01-02"}, {"name": "김"}]
}
"""


def plain(node: Node | None) -> Any:
    match node:
        case Scalar():
            return None if node.is_null else node.text
        case Items():
            return [plain(item) for item in node.items]
        case Table():
            return {key.text: plain(value) for key, value in node.entries}
    return None


def at(node: Node | None, *path: str | int) -> tuple[int, int]:
    for step in path:
        if isinstance(step, int):
            assert isinstance(node, Items)
            node = node.items[step]
        else:
            assert isinstance(node, Table)
            node = {key.text: value for key, value in node.entries}[step]
    assert node is not None
    return node.line, node.column


def test_three_notations_say_the_same() -> None:
    ada = {"name": "Ada", "tags": ["a", "b c"], "start": "2018-01-02"}
    assert plain(yaml_tree.parse(YAML)) == {"people": [ada, {"name": "김", "end": None}]}
    assert plain(toml_tree.parse(TOML)) == {"people": [ada, {"name": "김"}]}
    assert plain(json_tree.parse(JSON)) == {"people": [ada, {"name": "김"}]}


@pytest.mark.parametrize(
    ("root", "expected"),
    [
        (yaml_tree.parse(YAML), [(2, 11), (3, 15), (4, 12), (5, 11)]),
        (toml_tree.parse(TOML), [(3, 8), (5, 3), (6, 9), (9, 8)]),
        (json_tree.parse(JSON), [(2, 22), (2, 43), (3, 11), (3, 35)]),
    ],
)
def test_every_value_knows_its_place(root: Node, expected: list[tuple[int, int]]) -> None:
    paths: list[tuple[str | int, ...]] = [(0, "name"), (0, "tags", 1), (0, "start"), (1, "name")]
    assert [at(root, "people", *path) for path in paths] == expected


def test_toml_keys_of_all_kinds() -> None:
    inline = 'f.g = {h = [1, {i = 2}], "j.k" = 3}'
    text = f'a.b = 1\n"c \\" d" = true\n[e]\n{inline}\n[[e.l]]\n[[e.l]]\nm=4\n'
    root = toml_tree.parse(text)
    assert plain(root) == {
        "a": {"b": "1"},
        'c " d': "true",
        "e": {"f": {"g": {"h": ["1", {"i": "2"}], "j.k": "3"}}, "l": [{}, {"m": "4"}]},
    }
    assert at(root, "e", "f", "g", "h", 1, "i") == (4, 21)
    assert at(root, "e", "f", "g", "j.k") == (4, 34)
    assert at(root, "e", "l", 1, "m") == (7, 3)


def test_json_has_what_yaml_lacks() -> None:
    assert plain(json_tree.parse('\t[\n\t"\\ud83d\\ude00", -1.5e3, null, {}, []]')) == [
        "😀", "-1.5e3", None, {}, [],
    ]  # fmt: skip


YAML_BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{after}: &{after} [{', '.join([f'*{name}'] * 10)}]\n"
    for name, after in zip("abcdefgh", "bcdefghi", strict=True)
)
REFUSED = [
    (yaml_tree, "a: [1", "no YAML", (2, 1)),
    (yaml_tree, "a: 1\n b: 2", "no YAML", (2, 3)),
    (yaml_tree, "a: 김\x07", "not allowed", (1, 5)),
    (yaml_tree, "a: !!python/object:os.system x", "tag", (1, 4)),
    (yaml_tree, "a: !own {b: 1}", "tag", (1, 4)),
    (yaml_tree, "- *b", "names nothing", (1, 3)),
    (yaml_tree, "a: &a [*a]", "names nothing", (1, 8)),
    (yaml_tree, "a: 1\n---\nb: 2", "second document", (2, 1)),
    (yaml_tree, "? [1]\n: 2", "single value", (1, 3)),
    (yaml_tree, "[" * 500, "levels", (1, 33)),
    (yaml_tree, "[" * 100_000, "levels|nesting depth", None),
    (yaml_tree, YAML_BOMB, "more than", (6, 36)),
    (toml_tree, "a = ", "no TOML", (1, 4)),
    (toml_tree, "a = 1\na = 2", "no TOML", (2, 5)),
    (toml_tree, "a = " + "[" * 100_000, "levels", (1, 5)),
    (toml_tree, "a = " + "[1," * 3_000, "levels", (1, 1)),
    (json_tree, "", "value is expected", (1, 1)),
    (json_tree, '{"a": }', "value is expected", (1, 7)),
    (json_tree, '{"a" 1}', "':'", (1, 6)),
    (json_tree, '{"a": 1 "b"}', "','", (1, 9)),
    (json_tree, "{a: 1}", "double quotes", (1, 2)),
    (json_tree, '["a', "Unterminated", (1, 2)),
    (json_tree, "[1] 2", "nothing may follow", (1, 5)),
    (json_tree, "[" * 100_000, "levels", (1, 34)),
]


@pytest.mark.parametrize(("reader", "text", "message", "place"), REFUSED)
def test_what_is_refused_says_where(
    reader: Any, text: str, message: str, place: tuple[int, int] | None
) -> None:
    with pytest.raises(TreeError, match=message) as raised:
        reader.parse(text)
    # Newer releases of PyYAML refuse the deepest texts themselves, at a place of their own.
    assert place is None or (raised.value.line, raised.value.column) == place


def test_values_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "MOST_VALUES", 10)
    for reader, text in ((yaml_tree, "[{}]"), (json_tree, "[{}]"), (toml_tree, "a = [{}]")):
        parse: Any = reader
        parse.parse(text.format("1, 2, 3"))
        with pytest.raises(TreeError, match="more than 10 values"):
            parse.parse(text.format("1, " * 20 + "1"))


JSON_VALUES = st.recursive(
    st.none() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=8,
)


def cleaned(value: Any) -> Any:
    match value:
        case str():
            return clean(value)
        case list():
            return [cleaned(item) for item in value]
        case dict():
            return {clean(key): cleaned(item) for key, item in value.items()}
    return value


@given(JSON_VALUES, st.sampled_from([None, 1, "\t"]))
def test_json_reads_what_the_standard_library_writes(value: Any, indent: Any) -> None:
    assert plain(json_tree.parse(json.dumps(value, indent=indent))) == cleaned(value)


@given(st.text(max_size=60))
def test_nothing_but_a_fault_comes_of_any_text(text: str) -> None:
    for reader in (yaml_tree, json_tree, toml_tree):
        parse: Any = reader
        with contextlib.suppress(TreeError):
            parse.parse(text)
