"""Bad input: one warning with the line of the value, and everything else still there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support import Lab

#: (name, block, line of the value in the block, subtype, words of the warning, words kept)
CASES = [
    (
        "bad date",
        ":::{project-card} Thing\n:status: active\n:start: sometime\n\nBody.\n:::",
        3,
        "date",
        ["sometime"],
        ["Thing", "sometime", "Body."],
    ),
    (
        "start after end",
        ":::{project-card} Thing\n:start: 2024\n:end: 2020\n\nBody.\n:::",
        3,
        "date",
        ["2024", "2020"],
        ["Thing", "2024", "2020", "Body."],
    ),
    (
        "bad ORCID",
        ":::{profile} Ada\n:role: Professor\n:orcid: 0000-0002-1825-0098\n\nBody.\n:::",
        3,
        "identifier",
        ["0000-0002-1825-0098"],
        ["Ada", "Professor", "0000-0002-1825-0098", "Body."],
    ),
    (
        "unknown option",
        ":::{profile} Ada\n:rloe: Professor\n\nBody.\n:::",
        2,
        "option",
        ["rloe", "did you mean 'role'"],
        ["Ada", "Body."],
    ),
    (
        "unknown status",
        ":::{project-card} Thing\n:tags: a\n:status: complted\n\nBody.\n:::",
        3,
        "option",
        ["complted", "did you mean 'completed'", "active"],
        ["Thing", "Body."],
    ),
    (
        "unknown kind",
        ":::{timeline} Life\n:kind: wrok\n\n2020\n: **Thing**, Place\n:::",
        2,
        "option",
        ["wrok", "did you mean 'work'", "education"],
        ["Life", "2020", "Thing", "Place"],
    ),
    (
        "missing name",
        ":::{profile}\n:id: ada\n:role: Professor\n\nBody.\n:::",
        1,
        "missing",
        ["name"],
        ["Professor", "Body."],
    ),
    (
        "bad date in a short entry",
        ":::{timeline} Life\n\n2020\n: **Kept**, Place\n\nlong ago\n: **Thing**, Elsewhere\n:::",
        6,
        "date",
        ["long ago"],
        ["Kept", "long ago", "Thing", "Elsewhere"],
    ),
    (
        "script address",
        ":::{project-card} Thing\n:code: javascript:alert(1)\n\nBody.\n:::",
        2,
        "url",
        ["javascript"],
        ["Thing", "Body."],
    ),
    (
        "picture that isn't there",
        ":::{profile} Ada\n:image: gone.png\n:alt: Ada at work\n\nBody.\n:::",
        2,
        "image",
        ["gone.png"],
        ["Ada", "Body."],
    ),
    (
        "picture outside",
        ":::{profile} Ada\n:alt: Ada\n:image: ../../secret.png\n\nBody.\n:::",
        3,
        "image",
        ["secret.png"],
        ["Ada", "Body."],
    ),
    (
        "unknown person",
        ":::{project-card} Thing\n:people: adda\n\nBody.\n:::\n\n:::{profile} Ada\n:::",
        2,
        "reference",
        ["adda", "did you mean 'ada'"],
        ["Thing", "adda", "Body."],
    ),
    (
        "empty timeline",
        ":::{timeline} Life\n:kind: work\n:::",
        1,
        "missing",
        ["entry"],
        ["Life"],
    ),
    (
        "entry alone",
        ":::{entry} Thing\n:start: 2020\n:end: 2021\n:::",
        1,
        "structure",
        ["timeline"],
        ["Thing", "2020", "2021"],
    ),
    (
        "unknown order of a listing",
        ":::{profile} Ada\n:::\n\n:::{people}\n:sort: nmae\n:::",
        5,
        "query",
        ["nmae", "did you mean 'name'"],
        ["Ada"],
    ),
    (
        "limit that is no number",
        ":::{profile} Ada\n:::\n\n:::{people}\n:limit: many\n:::",
        5,
        "query",
        ["many"],
        ["Ada"],
    ),
    (
        "unknown grouping",
        ":::{profile} Ada\n:::\n\n:::{people}\n:group-by: grop\n:::",
        5,
        "query",
        ["grop", "did you mean 'group'"],
        ["Ada"],
    ),
    (
        "date of a query",
        ":::{profile} Ada\n:::\n\n:::{people}\n:since: soon\n:allow-empty:\n:::",
        5,
        "query",
        ["soon"],
        ["Ada"],
    ),
    (
        "listing that finds nothing",
        "Words.\n\n:::{projects}\n:status: active\n:::",
        3,
        "empty",
        ["no project", "status=active"],
        ["Words."],
    ),
    (
        "listing of an unknown person",
        ":::{profile} Ada\n:::\n\n:::{projects}\n:person: adda\n:::",
        5,
        "reference",
        ["adda", "did you mean 'ada'"],
        ["Ada"],
    ),
    (
        "listing of an unknown organization",
        ":::{organization} Example Lab\n:::\n\n:::{projects}\n:funder: Exmple Lab\n:::",
        5,
        "reference",
        ["Exmple Lab"],
        ["Example Lab"],
    ),
    (
        "unknown key of a listing",
        ":::{project-card} Thing\n:::\n\n:::{projects}\n:keys: thing, thng\n:::",
        5,
        "reference",
        ["thng", "did you mean 'thing'"],
        ["Thing"],
    ),
    (
        "unknown person of an event",
        ":::{timeline} Life\n:person: adda\n\n2020\n: **Thing**\n:::\n\n:::{profile} Ada\n:::",
        2,
        "reference",
        ["adda", "did you mean 'ada'"],
        ["Thing"],
    ),
    (
        "stated twice",
        ":::{profile} Ada\n:::\n\n:::{profile} Ada\n:::",
        4,
        "duplicate",
        ["'ada'", "twice"],
        ["Ada"],
    ),
    (
        "links without addresses",
        ":::{profile} Ada\n:links: my page\n\nBody.\n:::",
        2,
        "option",
        ["my page", "label <https"],
        ["Ada", "Body."],
    ),
    (
        "id of two words",
        ":::{profile} Ada\n:id: two words\n\nBody.\n:::",
        2,
        "option",
        ["two words"],
        ["Ada", "Body."],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_one_value_costs_one_warning(lab: Callable[..., Lab], case: tuple) -> None:
    _, block, line, subtype, told, kept = case
    built = lab({"index.md": f"# Page\n\n{block}\n"}).build()
    [warning] = built.warning_lines
    assert f"index.md:{line + 2}: WARNING:" in warning
    assert warning.endswith(f"[profile.{subtype}]")
    for words in told:
        assert words in warning
    text = built.text()
    for words in kept:
        assert words in text


def test_a_picture_without_words_is_told(lab: Callable[..., Lab]) -> None:
    page = "# Page\n\n:::{profile} Ada\n:image: ada.svg\n:::\n"
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    built = lab({"index.md": page, "ada.svg": drawn}).build()
    [warning] = built.warning_lines
    assert "index.md:4: WARNING: image:" in warning
    assert warning.endswith("[profile.alt]")
    assert built.soup().select_one(".profile-portrait img") is not None


def test_a_warning_can_be_silenced(lab: Callable[..., Lab]) -> None:
    page = "# Page\n\n:::{project-card} Thing\n:start: sometime\n:::\n"
    made = lab({"index.md": page}, suppress_warnings=["profile.date"])
    assert made.build().warning_lines == []


@pytest.mark.parametrize(
    ("setting", "value"),
    [("bare_names", "yes"), ("data", "people.yml"), ("groups", [("a", "b")]), ("data", [3])],
)
def test_a_bad_setting_is_told_and_the_default_used(
    lab: Callable[..., Lab], setting: str, value: object
) -> None:
    page = "# Page\n\n:::{profile} Ada\n:::\n"
    built = lab({"index.md": page}, **{f"profile_{setting}": value}).build()
    [warning] = built.warning_lines
    assert f"profile_{setting}" in warning
    assert warning.endswith("[profile.setting]")
    assert "Ada" in built.text()
