"""The directive ``presets``: every preset at work, in light and in dark, beside one another.

A preset sets its tokens on the whole page.  Here each sheet is copied with a class in the place of
``:root``, so that one page can hold all of them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from sphinxext.profile.config import PRESETS, WEB_BUILDERS
from sphinxext.profile.static_files import STATIC

SHEET = "preset-samples.css"
SAMPLE = """\
:::{{profile}} Ada Example
:id: ada-{preset}-{scheme}
:role: {preset}, {scheme}
:interests: speech, sign language
:links: Homepage <https://example.org/>

Machines that **listen and look**.
:::

```{{timeline}}
2024 – present
: **Professor**, Example University

2021 – 2024
: **Researcher**, Example Institute
```
"""


class Presets(SphinxDirective):
    def run(self) -> list[nodes.Node]:
        out: list[nodes.Node] = []
        for preset in PRESETS:
            for scheme in ("light", "dark"):
                classes = ["site-sample", f"site-sample-{preset}", f"site-{scheme}"]
                sample = nodes.container(classes=classes, is_div=True)
                text = SAMPLE.format(preset=preset, scheme=scheme)
                sample += self.parse_text_to_nodes(text)
                out.append(sample)
        return [nodes.container("", *out, classes=["site-samples"], is_div=True)]


def write_sheet(app: Sphinx, error: Exception | None) -> None:
    """Write the presets' sheets, each for its samples alone, as one."""
    if error or app.builder.name not in WEB_BUILDERS:
        return
    sheets = (
        (STATIC / "presets" / f"{preset}.css")
        .read_text("utf-8")
        .replace(":root", f".site-sample-{preset}")
        for preset in PRESETS
    )
    Path(app.outdir, "_static", SHEET).write_text("\n".join(sheets), "utf-8")


def link_sheet(
    app: Sphinx,
    _page: str,
    _template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Link the sheet from the page with the samples, whose templates may link no other."""
    shown = doctree.findall(nodes.container) if doctree and app.builder.name in WEB_BUILDERS else ()
    if any("site-samples" in node["classes"] for node in shown):
        way = context["pathto"](f"_static/{SHEET}", resource=True)
        context["metatags"] += f'<link rel="stylesheet" href="{way}" />\n'


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_directive("presets", Presets)
    app.connect("html-page-context", link_sheet)
    app.connect("build-finished", write_sheet)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
