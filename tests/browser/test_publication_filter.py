"""The filter of a list of publications, in a real browser, with script on and off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.site import Mode, served, window
from tests.support import Lab

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

BIB = """\
@article{one, title={Alpha paper}, author={Kim, Ada}, year=2024, journal={J}, keywords={fish},
  abstract={A zebrafish swims.}}
@inproceedings{two, title={Beta paper}, author={Doe, Bo}, year=2023, booktitle={P}}
@misc{three, title={Gämma 논문}, author={Kim, Ada and Doe, Bo}, year=2023, keywords={a "b" <c>}}
@misc{four, title={</script><img src=x onerror=document.title='hurt'>}, author={Mal, E}, year=2020}
"""
PAGE = """\
# Papers

:::{profile} Ada Kim
:id: ada
:::

:::{profile} Bo Doe
:id: bo
:::

:::{publications}
:group-by: year
:filter:
:::
"""


@pytest.fixture(scope="module")
def address(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    lab = Lab(tmp_path_factory.mktemp("lab"))
    lab.write({"index.md": PAGE, "papers.bib": BIB}, profile_bibliography=["papers.bib"])
    build = lab.build("html").assert_clean()
    with served(Path(build.outdir)) as found:
        yield found


@pytest.fixture
def visit(address: str, browser: Browser) -> Iterator[Callable[..., Page]]:
    contexts = []

    def go(query: str = "", *, script: bool = True) -> Page:
        contexts.append(window(browser, Mode(1280, script=script)))
        page = contexts[-1].new_page()
        page.goto(f"{address}index.html{query}", wait_until="load")
        return page

    yield go
    for context in contexts:
        context.close()


def titles(page: Page) -> list[str]:
    return page.locator(".profile-publication:visible .p-name").all_inner_texts()


def settled(page: Page, count: str) -> None:
    page.wait_for_function(
        "(text) => document.querySelector('.profile-count').textContent === text", arg=count
    )


def test_without_script_the_list_is_whole(visit: Callable[..., Page]) -> None:
    page = visit("?year=2024", script=False)
    assert len(titles(page)) == 4
    assert page.locator(".profile-filter").count() == 0
    assert page.locator(".profile-count").inner_text() == "4 publications"


def test_words_and_choices_narrow_the_list(visit: Callable[..., Page]) -> None:
    page = visit()
    page.get_by_label("Search", exact=True).fill("ZEBRAFISH")
    settled(page, "1 of 4 publications")
    assert titles(page) == ["Alpha paper"]
    assert page.locator(".profile-group:visible").count() == 1
    assert page.url.endswith("?q=ZEBRAFISH")
    page.get_by_role("button", name="Show all").click()
    settled(page, "4 publications")
    assert "?" not in page.url
    page.get_by_label("Search", exact=True).fill("gamma")
    settled(page, "1 of 4 publications")
    page.get_by_label("Search", exact=True).fill("")
    page.get_by_label("Person").select_option(label="Ada Kim")
    settled(page, "2 of 4 publications")
    page.get_by_label("Year").select_option("2023")
    settled(page, "1 of 4 publications")
    page.get_by_label("Year").select_option("")
    page.get_by_label("Tag").select_option(label='a "b" <c>')
    settled(page, "1 of 4 publications")


def test_state_stands_in_the_address(visit: Callable[..., Page]) -> None:
    page = visit("?year=2023&person=ada&other=kept")
    settled(page, "1 of 4 publications")
    assert page.get_by_label("Year").input_value() == "2023"
    page.get_by_label("Year").select_option("")
    settled(page, "2 of 4 publications")
    assert "other=kept" in page.url
    assert "year" not in page.url
    strange = visit("?year=1066&type=%3Cscript%3E")
    settled(strange, "4 publications")


def test_the_keyboard_is_enough(visit: Callable[..., Page]) -> None:
    page = visit()
    page.get_by_label("Search", exact=True).focus()
    page.keyboard.type("beta")
    settled(page, "1 of 4 publications")
    page.keyboard.press("Enter")
    assert titles(page) == ["Beta paper"]
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "reset":
            break
    page.keyboard.press("Enter")
    settled(page, "4 publications")
    assert page.locator(".profile-count").get_attribute("role") == "status"


def test_hostile_words_do_nothing(visit: Callable[..., Page]) -> None:
    page = visit("?q=%3C/script%3E%3Cimg")
    settled(page, "1 of 4 publications")
    assert page.locator(".profile-publication img").count() == 0
    assert page.title() != "hurt"


def test_bibtex_can_be_copied(visit: Callable[..., Page]) -> None:
    page = visit()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    entry = page.locator("#publication-one")
    assert entry.get_by_role("button").count() == 0
    entry.get_by_text("BibTeX").click()
    entry.get_by_role("button", name="Copy").click()
    entry.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").startswith("@article{one,")
