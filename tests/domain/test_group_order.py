"""Groups of people stand in the order of the setting, else in the usual one."""

from __future__ import annotations

from collections.abc import Callable

from sphinxext.profile.domain.indices import _letter
from tests.support import Lab

PAGE = "# Lab\n\n```{people}\n:group-by: group\n```\n" + "".join(
    f"\n```{{profile}} Person of {group}\n:group: {group}\n```\n"
    for group in ("alumni", "faculty", "choir", "phd")
)


def headings(lab: Callable[..., Lab], **conf: object) -> list[str]:
    build = lab({"index.md": PAGE}).build(conf=conf).assert_clean()
    return [h.get_text() for h in build.soup().select(".profile-group > :is(h2, h3)")]


def test_the_usual_order(lab: Callable[..., Lab]) -> None:
    assert headings(lab) == ["Faculty", "PhD students", "Alumni", "Choir"]


def test_the_order_and_titles_of_the_setting(lab: Callable[..., Lab]) -> None:
    titles = {"choir": "The choir", "phd": "Students"}
    found = headings(lab, profile_groups=titles)
    assert found == ["The choir", "Students", "Faculty", "Alumni"]


def test_letters_of_the_indices() -> None:
    assert [_letter(name) for name in ("Éva", "김태훈", "까치", "holm", "…")] == list("EㄱㄲH#")
