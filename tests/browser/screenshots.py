"""Write pictures of pages of the built site, at phone and desk width, light and dark.

Usage: `python -m tests.browser.screenshots FOLDER [PAGE ...]`; without pages, all of them.
With `--known` in the place of all that, the small pictures that the checks compare are taken anew.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.browser.site import (
    KEY_PAGES,
    LOAD_ALL,
    MODES,
    PICTURES,
    POLICY,
    browsing,
    missing,
    pages,
    pictures_of,
    served,
    window,
)


def take(folder: Path, names: list[str]) -> int:
    """Write `PAGE-WIDTH-SCHEME.png` of each page into *folder*; give how many."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    with served() as address, browsing() as browser:
        for mode in MODES:
            page = window(browser, mode).new_page()
            for name in names:
                page.goto(address + name, wait_until="networkidle")
                page.evaluate(LOAD_ALL)
                stem = name.removesuffix(".html").replace("/", "-")
                page.screenshot(path=folder / f"{stem}-{mode}.png", full_page=True)
                count += 1
    return count


def take_known() -> int:
    """Take the pictures that `test_pictures.py` compares with, and no others; give how many."""
    for path in PICTURES.glob("*.webp"):
        path.unlink()
    with served(policy=POLICY) as address, browsing() as browser:
        context = window(browser, MODES[0])
        context.clock.install()
        for name in KEY_PAGES:
            page = context.new_page()  # the theme keeps for a window how far a side bar is scrolled
            page.goto(address + name, wait_until="load")
            for known, data in pictures_of(page, name):
                (PICTURES / known).write_bytes(data)
            page.close()
    return len(list(PICTURES.glob("*.webp")))


def main(arguments: list[str]) -> int:
    """Run the command; give its exit code."""
    what = missing()
    if what or not arguments:
        print(what or __doc__, file=sys.stderr)
        return 1
    if arguments == ["--known"]:
        print(f"{take_known()} pictures in {PICTURES}")
        return 0
    folder, *names = arguments
    unknown = set(names) - set(pages())
    if unknown:
        print(f"no such page: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 1
    print(f"{take(Path(folder), names or pages())} pictures in {folder}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
