"""Faults of others that would break a build with this package, mended here and nowhere else.

Each entry names the package, the version it was seen in, and what happens without the mending.
"""

from __future__ import annotations

from contextlib import redirect_stdout, suppress
from importlib import import_module
from importlib.util import find_spec
from io import StringIO
from typing import Any, cast

from docutils import nodes
from sphinx import version_info
from sphinx.application import Sphinx
from sphinx.domains.math import MathDomain
from sphinx_design.shared import PassthroughTextElement
from sphinxcontrib.serializinghtml import SerializingHTMLBuilder

from .nodes import profile_citations

_PAGE_EVENT = "html-page-context"
_NEED_TEMPLATES = ("pydata_sphinx_theme", "sphinx_book_theme", "sphinxext.opengraph")


def register(app: Sphinx) -> None:
    """Mend what the build would stumble over."""
    _load_without_a_word_on_matplotlib(app)
    app.connect("builder-inited", _keep_from_pages_without_templates, priority=900)
    app.connect("doctree-resolved", _leave_out_addresses_of_nothing)
    app.connect("doctree-resolved", _set_titles_of_cards_apart)
    app.connect("doctree-resolved", _begin_lines_in_manual_pages, priority=600)
    if version_info < (9,):
        formulas = _FormulasOfLists()
        app.connect(_PAGE_EVENT, formulas.note, priority=400)
        app.connect(_PAGE_EVENT, formulas.forget, priority=600)


def _load_without_a_word_on_matplotlib(app: Sphinx) -> None:
    """sphinxext-opengraph 0.13, without matplotlib.

    It prints that no cards will be generated when it is imported, in quiet builds as well and
    though the cards are ours.  Named behind us in ``extensions``, it is imported here.
    """
    name = "sphinxext.opengraph"
    if name in app.config.extensions and not find_spec("matplotlib"):
        # A fault of it is Sphinx's to tell.
        with redirect_stdout(StringIO()), suppress(Exception):
            import_module(name)


def _keep_from_pages_without_templates(app: Sphinx) -> None:
    """pydata-sphinx-theme 0.16 to 0.24 and sphinxext-opengraph 0.13, with Sphinx's json and pickle.

    These builders write a page's context without any template, and the context lacks the theme's
    options and the page's name.  The handlers ask for them all the same, and fail with
    "'theme_show_nav_level' is undefined" (theme 0.24), "KeyError: 'theme_search_as_you_type'"
    (0.19) or "KeyError: 'pagename'" (opengraph), with no other extension loaded.  Pages that
    aren't made of templates don't need them.
    """
    if not isinstance(app.builder, SerializingHTMLBuilder):
        return
    for listener in list(app.events.listeners[_PAGE_EVENT]):
        module = f"{getattr(listener.handler, '__module__', '')}."
        if module.startswith(tuple(f"{name}." for name in _NEED_TEMPLATES)):
            app.disconnect(listener.id)


def _leave_out_addresses_of_nothing(app: Sphinx, doctree: nodes.document, _docname: str) -> None:
    """Sphinx 8.1 to 9.2 with docutils 0.22, manual pages.

    A reference to another page has an empty address there, and docutils' writer, which since 0.22
    is asked in place of Sphinx's, writes it behind the words: "the guide <>".  A reference without
    an address is words.
    """
    if app.builder.name == "man":
        for node in doctree.findall(nodes.reference):
            if node.get("refuri") == "":
                del node["refuri"]


def _set_titles_of_cards_apart(app: Sphinx, doctree: nodes.document, _docname: str) -> None:
    """sphinx-design 0.6 to 0.8, every format but HTML.

    A card's title stands in no paragraph, and is read as one with the words behind it in a book
    and in Texinfo, with those before it in a manual page.
    """
    if app.builder.format == "html":
        return
    for title in list(doctree.findall(_is_title_of_card)):
        for words in title.findall(PassthroughTextElement):
            words.replace_self(nodes.paragraph("", "", nodes.strong("", "", *words.children)))


def _begin_lines_in_manual_pages(app: Sphinx, doctree: nodes.document, _docname: str) -> None:
    """Sphinx 8.1 to 9.2 with docutils 0.21 and 0.22, manual pages.

    A picture that stands in no paragraph has no break before it there, nor has a paragraph that is
    the first of a container: both go on in the line before.  Nothing else comes of a container.
    """
    if app.builder.name != "man":
        return
    for container in list(doctree.findall(nodes.container)):
        if "literal_block" not in container:
            place = container.parent.index(container)
            container.parent[place : place + 1] = container.children
    for image in list(doctree.findall(nodes.image)):
        if not isinstance(image.parent, nodes.TextElement):
            image.replace_self(nodes.paragraph("", "", image.copy()))


def _is_title_of_card(node: nodes.Node) -> bool:
    return isinstance(node, nodes.container) and node.get("design_component") == "card-title"


class _FormulasOfLists:
    """Sphinx 8, pages with MathJax.

    Sphinx loads it where a page had a formula when it was read; lists get theirs when they are
    written.  That is noted while the page itself is made and not longer: a page above it asks for
    those below, and the answer would hang on which of them was written first.
    """

    def __init__(self) -> None:
        self._before: bool | None = None

    def note(
        self, app: Sphinx, pagename: str, _template: str, _context: Any, doctree: nodes.Node | None
    ) -> None:
        """Say that a page has a formula."""
        if doctree is not None and any(map(_is_formula, doctree.findall())):
            known = self._known(app)
            self._before, known[pagename] = known.get(pagename, False), True

    def forget(
        self, app: Sphinx, pagename: str, _template: str, _context: Any, _doctree: Any
    ) -> None:
        """Say what was said before."""
        if self._before is not None:
            self._known(app)[pagename], self._before = self._before, None

    @staticmethod
    def _known(app: Sphinx) -> dict[str, bool]:
        domain = cast("MathDomain", app.env.get_domain("math"))
        return cast("dict[str, bool]", domain.data["has_equations"])


def _is_formula(node: nodes.Node) -> bool:
    if isinstance(node, profile_citations):
        return "formulas" in node
    return isinstance(node, nodes.math | nodes.math_block)
