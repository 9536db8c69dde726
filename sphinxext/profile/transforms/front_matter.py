"""Heed the front matter of pages that come from Jekyll and its kin.

MyST-Parser keeps front matter as metadata and shows none of it.  Here ``title`` becomes the
document's title, ``description`` its meta description, and ``nav-menu`` its place in the
navigation; a page that Jekyll laid out needs no toctree to be built without a warning.

Not in here: ``image`` (kept as metadata for whoever wants it) and ``layout`` (a theme's matter).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any, cast

import yaml
from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms import SphinxTransform

_MENU = "nav-menu"
_YES = frozenset({"true", "yes", "on", "1"})


class FrontMatter(SphinxTransform):
    """Give a document the title and description that its front matter states.

    A heading made from ``title`` holds the whole page, as Jekyll's layouts have it::

        document                      document
          field_list                    meta (description)
          section  "About MIMIC"        field_list
          section  "Taehoon Kim"   →    section  "About Us"
                                          section  "About MIMIC"
                                          section  "Taehoon Kim"
    """

    # before Sphinx's translation of messages (20), so that both texts can be translated
    default_priority = 8

    def apply(self, **kwargs: Any) -> None:
        """Change the document in place; a page without front matter stays as it is."""
        shown = (n for n in self.document.children if not isinstance(n, nodes.PreBibliographic))
        fields = next(shown, None)
        if not isinstance(fields, nodes.field_list):
            return
        stated = dict(_read(fields))
        if "layout" in stated or _MENU in stated:
            _let_stand_alone(fields)
        if stated.get("title"):
            _set_title(self.document, stated["title"], start=self.document.index(fields) + 1)
        if stated.get("description"):
            _set_description(self.document, stated["description"])


class Menu:
    """The pages that say ``nav-menu: true``, added to the root page's navigation.

    They are learnt before reading, in the main process: whoever reads the root page, a worker
    perhaps, finds them here, and in ``env.metadata`` once the pages themselves were read.
    """

    def __init__(self) -> None:
        self.names: frozenset[str] = frozenset()

    def note(self, app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
        """Collect the pages; have the root page read again where its navigation is stale."""
        root = app.config.root_doc
        stated = {name: fields.get(_MENU) for name, fields in env.metadata.items()}
        stated |= {n: _front_matter(Path(env.doc2path(n))).get(_MENU) for n in docnames}
        named = {name for name, value in stated.items() if _is_yes(value)}
        self.names = frozenset(named & env.found_docs - {root})
        before = {name for name, fields in env.metadata.items() if _is_yes(fields.get(_MENU))}
        included = set(env.toctree_includes.get(root, ()))
        stale = not self.names <= included or included - env.found_docs or before - named
        if stale and root not in docnames and root in env.found_docs:
            docnames.append(root)
            docnames.sort()

    def add(self, app: Sphinx, doctree: nodes.document) -> None:
        """Append one hidden toctree to the root document, or nothing."""
        if app.env.docname != app.config.root_doc:
            return
        trees = doctree.findall(addnodes.toctree)
        names = sorted(self.names.difference(*(tree["includefiles"] for tree in trees)))
        if not names:
            return
        tree = addnodes.toctree(
            parent=app.env.docname,
            entries=[(None, name) for name in names],
            includefiles=names,
            maxdepth=-1,
            caption=None,
            glob=False,
            hidden=True,
            includehidden=False,
            numbered=0,
            titlesonly=False,
        )
        _place(tree, doctree)
        last = doctree[-1] if len(doctree) else None
        parent: nodes.Element = last if isinstance(last, nodes.section) else doctree
        parent.append(nodes.compound("", tree, classes=["toctree-wrapper"]))


def register(app: Sphinx) -> None:
    """Connect the transform and the menu; Sphinx collects toctrees at priority 500."""
    menu = Menu()
    app.add_transform(FrontMatter)
    app.connect("env-before-read-docs", menu.note)
    app.connect("doctree-read", menu.add, priority=400)


def _is_yes(value: object) -> bool:
    # A list of aliases of YAML may be gigabytes of words.
    return value == 1 or (isinstance(value, str) and value.strip().lower() in _YES)


def _front_matter(path: Path) -> dict[str, Any]:
    """Read a file's front matter; whatever is wrong with it is MyST-Parser's to report."""
    if path.suffix not in {".md", ".markdown"}:
        return {}
    with path.open(encoding="utf-8-sig", errors="replace") as file:
        if file.readline().rstrip() != "---":
            return {}
        lines = list(file)
    end = next((n for n, line in enumerate(lines) if line.rstrip() in {"---", "..."}), None)
    if end is None:
        return {}
    try:
        data = yaml.safe_load("".join(lines[:end]))
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _read(fields: nodes.field_list) -> Iterator[tuple[str, str]]:
    for field in fields.children:
        name, body = field.children
        yield name.astext(), body.astext().strip()


def _let_stand_alone(fields: nodes.field_list) -> None:
    """Spare a page that no toctree names Sphinx's warning: Jekyll has no toctrees."""
    if "orphan" not in dict(_read(fields)):
        fields += nodes.field("", nodes.field_name("", "orphan"), nodes.field_body())


def _set_title(document: nodes.document, title: str, *, start: int) -> None:
    """Make ``title`` the heading of what follows, unless one heading is there already."""
    content = [node for node in document[start:] if not isinstance(node, nodes.Invisible)]
    first = content[0] if content else None
    if isinstance(first, nodes.section):
        if len(content) == 1:
            document.setdefault("title", title)
            return
        if first[0].astext() == title:
            _move(document[document.index(first) + 1 :], first)
            return
    section = nodes.section("", _place(nodes.title(title, title), document))
    _place(section, document)
    section["names"].append(nodes.fully_normalize_name(title))
    document.note_implicit_target(section)
    _move(document[start:], section)
    document += section


def _move(children: list[nodes.Node], parent: nodes.Element) -> None:
    for node in children:
        cast("nodes.Element", node.parent).remove(node)
        parent.append(node)


def _set_description(document: nodes.document, description: str) -> None:
    """Add the meta description, unless the page states one in the ordinary way."""
    # MyST-Parser 4 and 5.0 hang a page's tags on nodes that wait for the writer.
    pending = (node.details.get("nodes", ()) for node in document.findall(nodes.pending))
    stated = (*document.findall(nodes.meta), *chain.from_iterable(pending))
    if any(isinstance(node, nodes.meta) and node.get("name") == "description" for node in stated):
        return
    document.insert(0, _place(nodes.meta("", name="description", content=description), document))


def _place(node: nodes.Element, document: nodes.document) -> nodes.Element:
    node.source, node.line = document["source"], 1
    return node
