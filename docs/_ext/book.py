"""What the printed book needs: drawings that LaTeX can read, and pages as chapters."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms.images import ImageConverter

PAGE = """\
#set document(date: none)
#set page(width: auto, height: auto, margin: 0pt)
#image("{name}")
"""


class SvgToPdf(ImageConverter):
    """Typst reads SVG and writes PDF, and comes as one package without further programs."""

    conversion_rules: ClassVar[list[tuple[str, str]]] = [("image/svg+xml", "application/pdf")]

    def is_available(self) -> bool:
        return find_spec("typst") is not None

    def convert(self, _from: Any, _to: Any) -> bool:
        import typst  # needed for the book alone

        drawing = Path(_from)
        page = PAGE.format(name=drawing.name)
        typst.compile(page.encode(), output=str(_to), root=str(drawing.parent))
        return True


def lift_toctrees(app: Sphinx, doctree: nodes.document) -> None:
    """Put the home page's lists of pages at its end, behind its last section and not into it.

    Markdown can't end a section; in the book the pages would be parts of that section.
    """
    if app.env.docname != app.config.root_doc:
        return
    page = next(doctree.findall(nodes.section))
    for block in list(page.findall(nodes.compound)):
        if "toctree-wrapper" in block["classes"]:
            block.parent.remove(block)  # type: ignore[union-attr]
            page.append(block)


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_post_transform(SvgToPdf)
    app.connect("doctree-read", lift_toctrees, priority=400)  # Sphinx collects them at 500
    return {"parallel_read_safe": True, "parallel_write_safe": True}
