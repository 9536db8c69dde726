"""The table that the guide for developers shows is that of the cases there are."""

from __future__ import annotations

from tests.fuzz.test_fuzz import BUILDS, FOUND, SEED
from tests.hostile.cases import of_settings, on_pages
from tests.hostile.page import written
from tests.hostile.report import PART, Row
from tests.hostile.test_malformed import FILES


def test_the_table_is_current() -> None:
    """What a row says of the outcome, the tests of each case hold."""
    faulty = [sum(bool(case.warns) for case in found) for found in (on_pages(), of_settings())]
    rows = [
        Row(
            "hostile values in pages, data files and bibliographies",
            len(on_pages()), 4, 0, 0, faulty[0],
        ),
        Row("hostile settings", len(of_settings()), 4, 0, 0, faulty[1]),
        Row("malformed data files", len(FILES), 1, 0, 0, len(FILES)),
    ]  # fmt: skip
    found = written(PART)
    for row in rows:
        assert str(row) in found
    assert f"{BUILDS} (seed {SEED})" in found
    assert f"built again: {len(FOUND)}." in found


def test_a_row_tells_what_went_wrong() -> None:
    row = str(Row("cases", 10, 4, 1, 2, 8))
    assert row == "| cases | 10 | 4 | 0 | 1 | 2 | 6 of 8 (75 %) |"
