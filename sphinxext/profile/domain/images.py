"""The names of copied pictures, which must not depend on the order in which pages were read.

Sphinx names a copied picture by its file's name and numbers doubles as it meets them: in another
order after an edit, or in parallel, than in a clean build.  A lab has many a ``photo.jpg``.
"""

from __future__ import annotations

from collections.abc import Iterable

from sphinx.environment import BuildEnvironment

#: Stands for the page of a picture that no page knows, because a data file's record has it.
NO_PAGE = ""


def settle(env: BuildEnvironment, from_files: Iterable[str]) -> None:
    """Take in the pictures of data files, and name all pictures in the order of their paths."""
    images = env.images
    images.purge_doc(NO_PAGE)
    for path in from_files:
        images.add_file(NO_PAGE, path)
    known = {path: set(docnames) for path, (docnames, _) in images.items()}
    images.clear()
    images._existing.clear()
    for path in sorted(known):
        for docname in sorted(known[path]):
            images.add_file(docname, path)


def by_page(env: BuildEnvironment) -> dict[str, list[tuple[str, str]]]:
    """Return the pictures of each page with the names of their copies."""
    found: dict[str, list[tuple[str, str]]] = {}
    for path, (docnames, name) in env.images.items():
        for docname in docnames & env.found_docs:
            found.setdefault(docname, []).append((path, name))
    return found
