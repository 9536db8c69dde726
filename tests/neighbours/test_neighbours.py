"""Our pages beside those of seven other extensions, in every builder: ours are whole.

The neighbours come with `nox -s neighbours`; without one of them its tests are left out.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version

import pytest

from tests.neighbours.sites import NEIGHBOURS, Neighbour
from tests.support import BUILDERS, WORDY_BUILDERS, Lab
from tests.support.contract import WORDS, contract_lab


def there(neighbour: Neighbour) -> bool:
    try:
        return bool(version(neighbour.package))
    except PackageNotFoundError:
        return False


def need(neighbour: Neighbour) -> None:
    if not there(neighbour):
        message = f"{neighbour.package} is not installed (nox -s neighbours)"
        pytest.fail(message) if os.environ.get("NEIGHBOURS_REQUIRED") else pytest.skip(message)


def beside(lab: Callable[..., Lab], neighbour: Neighbour, *, first: bool) -> Lab:
    """Make the lab of all blocks with a page of the neighbour's."""
    names = ["sphinxext.profile", neighbour.extension]
    made = contract_lab(
        lab, "md", extensions=names[:: 1 if first else -1], **neighbour.conf, html_theme="alabaster"
    )
    entries = "\n".join(("around", "beside", *neighbour.makes, ""))
    index = (made.srcdir / "index.md").read_text("utf-8").replace("around\n", entries)
    page = f"# Beside\n\n{neighbour.page}\nBy {{person}}`taehoon-kim`.\n"
    return made.write({"index.md": index, "beside.md": page, **neighbour.files})


@pytest.mark.parametrize("builder", BUILDERS)
@pytest.mark.parametrize("neighbour", NEIGHBOURS, ids=lambda found: found.package)
def test_ours_is_whole(lab: Callable[..., Lab], neighbour: Neighbour, builder: str) -> None:
    need(neighbour)
    made = beside(lab, neighbour, first=BUILDERS.index(builder) % 2 == 0).build(builder)
    assert made.returncode == 0
    told = [w for w in made.warning_lines if not any(g in w for g in neighbour.grumbles)]
    assert told == []
    if builder in WORDY_BUILDERS:
        made.assert_holds(*WORDS, neighbour.words)
